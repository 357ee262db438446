/**
 * @module Which document replaces which: a source address with the contents seen there, in the order they were first seen -> for a
 * document, the one before it. One small object a content, written once on condition that it is not there: no two writers can disagree.
 */
import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { seenKey, seenPrefix } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import { type PublishedHead, readPublishedHead } from './published.js';

/** A content at its source. */
export interface Seen {
  /** As document.json's source.uri has it. */
  uri: string;
  sha256: string;
}

const hashOf = (uri: string): string => createHash('sha256').update(uri).digest('hex');

/** Call it where the order is still that of the callers: when bytes are acquired, not when they have been read. @throws ObjectStoreError */
export async function noteSeen(store: ObjectStore, { uri, sha256 }: Seen, at: Date): Promise<void> {
  await store.put(
    seenKey(hashOf(uri), sha256),
    `${JSON.stringify({ uri, sha256, first_seen: at.toISOString() })}\n`,
    { contentType: 'application/json', ifAbsent: true },
  );
}

/** Times that always go up, also within a millisecond: inputs taken one after the other keep their order. */
export function risingClock(): () => Date {
  let last = 0;
  return () => new Date((last = Math.max(last + 1, Date.now())));
}

const LOOKS_AT_ONCE = 16;

/**
 * The document that each of these replaces: the nearest earlier content of its source that is published. A web address is one place; a
 * file's name is not (many folders hold a 决算.pdf), so there kind, scope, entity and year must be known and the same, too.
 * @returns sha256 -> sha256, for those that replace one
 * @throws ObjectStoreError
 */
export async function findReplaced(store: ObjectStore, documents: readonly Seen[]): Promise<Map<string, string>> {
  const bySource = new Map<string, string[]>();
  for (const { uri, sha256 } of documents) bySource.set(uri, [...(bySource.get(uri) ?? []), sha256]);
  const replaced = new Map<string, string>();
  const limit = pLimit(LOOKS_AT_ONCE);
  await Promise.all(
    [...bySource].map(([uri, wanted]) =>
      limit(async () => {
        const order = await contentsOf(store, uri);
        if (order.length < 2) return;
        const heads = new Map<string, Promise<PublishedHead | null>>();
        const head = (sha256: string): Promise<PublishedHead | null> => {
          const asked = heads.get(sha256) ?? readPublishedHead(store, sha256);
          heads.set(sha256, asked);
          return asked;
        };
        for (const sha256 of wanted) {
          for (const earlier of order.slice(0, Math.max(0, order.indexOf(sha256))).reverse()) {
            const [before, now] = await Promise.all([head(earlier), head(sha256)]);
            if (before === null || now === null || (uri.startsWith('file:') && !isSameWork(before, now))) continue;
            replaced.set(sha256, earlier);
            break;
          }
        }
      }),
    ),
  );
  return replaced;
}

/** Oldest first. */
async function contentsOf(store: ObjectStore, uri: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(seenPrefix(hashOf(uri)))) keys.push(key);
  if (keys.length < 2) return [];
  const bodies = await Promise.all(keys.map((key) => store.get(key)));
  const seen = bodies.flatMap((body) =>
    body ? [JSON.parse(new TextDecoder().decode(body)) as Seen & { first_seen: string }] : [],
  );
  const place = (each: (typeof seen)[number]): string => `${each.first_seen} ${each.sha256}`;
  return seen.sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(({ sha256 }) => sha256);
}

function isSameWork({ document: a }: PublishedHead, { document: b }: PublishedHead): boolean {
  return (
    a.entity.name !== null &&
    a.fiscal_year !== null &&
    a.entity.name === b.entity.name &&
    a.fiscal_year === b.fiscal_year &&
    a.kind === b.kind &&
    a.scope === b.scope
  );
}
