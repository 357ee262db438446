/** @module A store -> the review pages as a hono app. */
import { readdir, readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { ObjectStore } from '../../stores/object-store.js';
import type { Pictures } from '../pictures.js';
import { type Language, say } from '../words.js';
import { api } from './api.js';
import { headers, loopbackNamesOnly, requireToken, sameOriginWrites } from './security.js';
import { type Frame, shell } from './shell.js';

export interface AppOptions {
  store: ObjectStore;
  pictures: Pictures;
  /** Null: whoever reaches the server may look and review; then only localhost is answered. */
  token: string | null;
  /** Pages under /queues. */
  board?: Hono | null;
  /** Language of whoever has not chosen one. */
  language?: Language;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export async function createApp({
  store,
  pictures,
  token,
  board = null,
  language: fallback = 'en',
}: AppOptions): Promise<Hono> {
  const app = new Hono();
  const assets = await readAssets();
  const languageOf = (c: Context): Language => {
    const chosen =
      c.req.query('lang') ??
      getCookie(c, 'gongkai_lang') ??
      (c.req.header('accept-language')
        ? /^zh/i.test(c.req.header('accept-language') ?? '')
          ? 'zh'
          : 'en'
        : fallback);
    const language = chosen === 'zh' || chosen === 'en' ? chosen : fallback;
    if (c.req.query('lang') !== undefined)
      setCookie(c, 'gongkai_lang', language, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
    return language;
  };
  const page = (
    c: Context,
    frame: Pick<Frame, 'current' | 'script'> & { title: (t: ReturnType<typeof say>) => string },
    body: (t: ReturnType<typeof say>) => unknown,
    status: 200 | 401 | 404 | 500 = 200,
  ) => {
    const language = languageOf(c);
    const t = say(language);
    c.header('Cache-Control', 'no-store');
    return c.html(
      shell({ ...frame, language, path: c.req.path, title: frame.title(t), queue: board !== null }, body(t)),
      status,
    );
  };
  const message = (
    c: Context,
    status: 401 | 404 | 500,
    title: (t: ReturnType<typeof say>) => string,
    text: (t: ReturnType<typeof say>) => string,
  ) =>
    c.req.path.startsWith('/api/')
      ? c.json({ error: text(say(languageOf(c))) }, status)
      : page(
          c,
          { title, current: 'none' },
          (t) =>
            html`<div class="message"><h1>${title(t)}</h1><p>${text(t)}</p><p><a href="/">${t('error.back')}</a></p></div>`,
          status,
        );

  const [pageHeaders, boardHeaders] = [headers(), headers('board')];
  app.use((c, next) => (/^\/queues(\/|$)/.test(c.req.path) ? boardHeaders : pageHeaders)(c, next));
  if (token === null) app.use(loopbackNamesOnly());
  else
    app.use(
      requireToken(token, (c) =>
        message(
          c,
          401,
          (t) => t('login.title'),
          (t) => t('login.how'),
        ),
      ),
    );
  app.use(sameOriginWrites());

  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
  });
  app.route('/api', api(store, pictures));
  if (board) app.route('/queues', board);

  app.get('/', (c) =>
    page(
      c,
      { title: (t) => t('list.title'), current: 'documents', script: 'list.js' },
      (t) => html`<h1>${t('list.title')}</h1><p class="muted mono place">${store.location}</p><div id="app"></div>`,
    ),
  );
  app.get('/charts', (c) =>
    page(
      c,
      { title: (t) => t('charts.title'), current: 'charts', script: 'charts.js' },
      (t) => html`<h1>${t('charts.title')}</h1><p class="muted lead">${t('charts.lead')}</p><div id="app"></div>`,
    ),
  );
  app.get('/documents/:id{[0-9a-f]{64}}', (c) =>
    page(
      c,
      { title: (t) => t('list.title'), current: 'document', script: 'document.js' },
      () => html`<div id="app" data-document="${c.req.param('id')}"></div>`,
    ),
  );

  app.notFound(
    (c) =>
      message(
        c,
        404,
        (t) => t('error.title'),
        () => c.req.path.slice(0, 200),
      ) as Response | Promise<Response>,
  );
  app.onError((error, c) => {
    if (error.name === 'NoDocument' || error.name === 'PictureError')
      return message(
        c,
        404,
        (t) => t('error.title'),
        () => error.message,
      ) as Response | Promise<Response>;
    // A hostile PDF or a store that is away: said, without a stack.
    return c.json({ error: error.message }, error.name === 'DocumentFailure' ? 422 : 500);
  });
  return app;
}

/** Read once: a name that is not in the folder can then lead nowhere. */
async function readAssets(): Promise<Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>> {
  // Sources loaded by a TypeScript runner (tests) find the client that the build has bundled.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/web/client/' : '../client/';
  const folder = new URL(built, import.meta.url);
  const assets = new Map<string, { body: Uint8Array<ArrayBuffer>; type: string }>();
  for (const name of await readdir(folder)) {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    if (type) assets.set(name, { body: new Uint8Array(await readFile(new URL(name, folder))), type });
  }
  return assets;
}
