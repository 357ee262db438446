/**
 * @module Review pages' data: heads and totals as streams of JSON lines, documents and pages as JSON, pictures,
 * reviews.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import type { GongkaiDocument } from '../../schemas/index.js';
import { documentKey, documentOfReview, REVIEWS } from '../../stores/layout.js';
import type { ObjectStore } from '../../stores/object-store.js';
import type { DocumentHead, ErrorAnswer, ListedDocument, ReviewAnswer } from '../answers.js';
import { listDocuments, readDocument, readHead } from '../documents.js';
import { LruCache } from '../lru.js';
import type { Pictures } from '../pictures.js';
import { renderReport } from '../report/index.js';
import { FactId, readReviews, ReviewInput, saveReview } from '../reviews/index.js';
import { inOrder } from './in-order.js';
import { overview, pageContent } from './overview.js';
import { refuse } from './security.js';
import { readTotals } from './totals.js';

/** Sizes a browser may ask for; any number would be any amount of work. */
const DPIS: ReadonlySet<number> = new Set([96, 144, 216]);
/** Bytes of document.json kept parsed. */
const KEEP_DOCUMENTS = 96 * 1024 * 1024;
const KEEP_HEADS = 50_000;
/** Going to and fro between list and document reads nothing again; a new extraction shows within this time. */
const KEEP_HEADS_MS = 30_000;
/** Bytes of either end of document.json that tell whether it is still the same. */
const LOOK = 4096;
const READS_AT_ONCE = 8;
const MOST_BODY = 16 * 1024;

export function api(store: ObjectStore, pictures: Pictures): Hono {
  const app = new Hono();
  const documents = new LruCache<{ etag: string; bytes: number; document: Promise<GongkaiDocument> }>(
    KEEP_DOCUMENTS,
    ({ bytes }) => bytes,
  );
  const heads = new LruCache<{ bytes: number; at: number; head: DocumentHead | null }>(KEEP_HEADS, () => 1);

  // Extracted again, a document has the same id: what is kept holds as long as its size, beginning and end are the
  // same.
  async function load(sha256: string): Promise<GongkaiDocument> {
    const known = documents.get(sha256);
    const key = documentKey(sha256);
    const bytes = (await store.head(key))?.bytes ?? 0;
    const ends = await Promise.all([
      store.getRange(key, 0, LOOK),
      store.getRange(key, Math.max(0, bytes - LOOK), bytes),
    ]);
    const etag = [bytes, ...ends.map((end) => Buffer.from(end ?? []).toString('base64'))].join(':');
    if (known?.etag === etag) return known.document;
    const document = readDocument(store, sha256);
    documents.set(sha256, { etag, bytes, document });
    document.catch(() => documents.delete(sha256));
    return document;
  }

  async function headOf({ sha256, bytes }: { sha256: string; bytes: number }): Promise<DocumentHead | null> {
    const known = heads.get(sha256);
    if (known?.bytes === bytes && Date.now() - known.at < KEEP_HEADS_MS) return known.head;
    const head = await readHead(store, sha256);
    heads.set(sha256, { bytes, at: Date.now(), head });
    return head;
  }

  /** One JSON value a line, as they are read: the first document shows while the last is still on its way. */
  const lines = <T>(c: Context, each: (head: DocumentHead) => Promise<T | null>) => {
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      let open = true;
      out.onAbort(() => {
        open = false;
      });
      try {
        for await (const value of inOrder(listDocuments(store), READS_AT_ONCE, async (found) => {
          const head = await headOf(found);
          return head === null ? null : each(head);
        })) {
          if (!open) return;
          if (value !== null) await out.write(`${JSON.stringify(value)}\n`);
        }
      } catch (error) {
        const broken: ErrorAnswer = { error: (error as Error).message };
        await out.write(`${JSON.stringify(broken)}\n`);
      }
    });
  };

  app.get('/documents', async (c) => {
    const reviewed = new Map<string, number>();
    for await (const { key } of store.list(REVIEWS)) {
      const id = documentOfReview(key);
      reviewed.set(id, (reviewed.get(id) ?? 0) + 1);
    }
    return lines(c, async (head): Promise<ListedDocument> => ({ ...head, reviewed: reviewed.get(head.id) ?? 0 }));
  });

  app.get('/totals', (c) => lines(c, (head) => readTotals(store, head)));

  const one = '/documents/:id{[0-9a-f]{64}}';

  app.get(one, async (c) => {
    const id = c.req.param('id');
    return c.json(overview(await load(id), await readReviews(store, id)));
  });

  app.get(`${one}/pages/:page{[1-9][0-9]{0,5}}`, async (c) => {
    const { id, page } = c.req.param();
    const document = await load(id);
    if (Number(page) > document.document.page_count)
      return refuse(c, 404, `the document has ${document.document.page_count} pages`);
    return c.json(pageContent(document, Number(page), await readReviews(store, id)));
  });

  app.get(`${one}/pages/:page{[1-9][0-9]{0,5}}/picture`, async (c) => {
    const { id, page } = c.req.param();
    const dpi = Number(c.req.query('dpi') ?? 144);
    if (!DPIS.has(dpi)) return refuse(c, 400, `dpi is one of ${[...DPIS].join(', ')}`);
    // The id is the hash of the source: its pictures never change.
    c.header('Cache-Control', 'private, max-age=86400, immutable');
    return c.body(new Uint8Array(await pictures.page(id, Number(page), dpi)), 200, { 'Content-Type': 'image/png' });
  });

  app.get(`${one}/report`, async (c) => {
    const id = c.req.param('id');
    const page = await renderReport({
      document: await load(id),
      reviews: await readReviews(store, id),
      pictures,
      language: c.req.query('lang') === 'zh' ? 'zh' : 'en',
    });
    c.header('Content-Disposition', `attachment; filename="report-${id.slice(0, 12)}.html"`);
    return c.html(page);
  });

  app.post(
    `${one}/reviews/:fact`,
    bodyLimit({ maxSize: MOST_BODY, onError: (c) => refuse(c, 413, 'too long') }),
    async (c) => {
      const { id, fact: factId } = c.req.param();
      if (!FactId.safeParse(factId).success) return refuse(c, 404, 'no such figure');
      const input = ReviewInput.safeParse(await c.req.json().catch(() => null));
      if (!input.success)
        return refuse(
          c,
          400,
          input.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
        );
      const fact = (await load(id)).facts.find((candidate) => candidate.id === factId);
      if (!fact) return refuse(c, 404, 'no such figure');
      const { outcome, review } = await saveReview(store, id, fact, input.data);
      const answer: ReviewAnswer = { review: { ...review, stale: false } };
      return c.json(answer, outcome === 'saved' ? 200 : 409);
    },
  );

  return app;
}
