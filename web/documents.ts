/** @module A store -> its documents: the whole of one, or small heads of all, read lazily. */
import { readPublishedHead } from '../pipeline/publish/index.js';
import { type GongkaiDocument, SCHEMA_VERSION, type Severity } from '../schemas/index.js';
import { anomaliesKey, DOCUMENTS, documentKey, hashOfDocument } from '../stores/layout.js';
import type { ObjectStore } from '../stores/object-store.js';
import type { DocumentHead } from './answers.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Nothing but this ever becomes part of an object key. */
const isSha256 = (text: string): boolean => SHA256.test(text);

class NoDocument extends Error {
  override name = 'NoDocument';
}

/** @throws NoDocument when there is none, or one that this version does not read; ObjectStoreError */
export async function readDocument(store: ObjectStore, sha256: string): Promise<GongkaiDocument> {
  const body = isSha256(sha256) ? await store.get(documentKey(sha256)) : null;
  if (body === null)
    throw new NoDocument(
      `there is no document ${sha256.slice(0, 64)} in ${store.location}; gongkai extract writes them`,
    );
  let document: GongkaiDocument | null;
  try {
    document = JSON.parse(Buffer.from(body).toString('utf8')) as GongkaiDocument | null;
  } catch (cause) {
    throw new NoDocument(`${documentKey(sha256)} is not JSON: extract the document again`, { cause });
  }
  // "null" is JSON, too.
  if (document?.schema_version !== SCHEMA_VERSION || document.document?.id !== sha256) {
    throw new NoDocument(
      `${documentKey(sha256)} is of schema version ${String(document?.schema_version)}, ` +
        `this program reads ${SCHEMA_VERSION}: extract the document again`,
    );
  }
  return document;
}

/** @returns keys of every document in lexical order, with the size of document.json */
export async function* listDocuments(
  store: ObjectStore,
  prefix = '',
): AsyncGenerator<{ sha256: string; bytes: number }> {
  // A prefix of hexadecimal digits only: "documents/ab".
  for await (const { key, bytes } of store.list(`${DOCUMENTS}${prefix}`)) {
    const sha256 = hashOfDocument(key);
    if (sha256) yield { sha256, bytes };
  }
}

/** @throws NoDocument when none, or more than one, begins so */
export async function findDocument(store: ObjectStore, prefix: string): Promise<string> {
  if (!/^[0-9a-f]{4,64}$/.test(prefix))
    throw new NoDocument(
      `"${prefix}" is neither the SHA-256 of a document (its first four or more hexadecimal digits will do) ` +
        `nor the path of a ${documentKey('<sha256>')}`,
    );
  const found: string[] = [];
  for await (const { sha256 } of listDocuments(store, prefix)) if (found.push(sha256) > 1) break;
  if (found.length === 1) return found[0] as string;
  throw new NoDocument(
    found.length === 0
      ? `no document of ${store.location} begins with ${prefix}; gongkai extract writes them, --out says where`
      : `more than one document of ${store.location} begins with ${prefix}: give more digits`,
  );
}

/**
 * Two small reads: the first 16 KB of document.json and the document's findings; null for what no version of ours
 * wrote.
 */
export async function readHead(store: ObjectStore, sha256: string): Promise<DocumentHead | null> {
  const head = await readPublishedHead(store, sha256);
  if (head === null) return null;
  const { document, source } = head;
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const lines = await store.get(anomaliesKey(document));
  for (const [, severity] of Buffer.from(lines ?? [])
    .toString('utf8')
    .matchAll(/"severity":"(error|warning|info)","message":/g))
    findings[severity as Severity] += 1;
  return {
    id: document.id,
    kind: document.kind,
    scope: document.scope,
    entity: document.entity.name,
    division: document.entity.division_name,
    fiscal_year: document.fiscal_year,
    title: document.title,
    file_name: source.file_name,
    page_count: document.page_count,
    status: document.status,
    findings,
  };
}
