/**
 * @module The frame of every page: head, navigation, a place for the script to fill. No script or style stands in it.
 */
import { html } from 'hono/html';
import { type Language, say, type Word } from '../words.js';

export interface Frame {
  language: Language;
  /** Path of this page, for the language switch. */
  path: string;
  title: string;
  current: 'documents' | 'charts' | 'document' | 'none';
  queue: boolean;
  /** Module under /assets/ that fills the page. */
  script?: string;
}

export function shell({ language, path, title, current, queue, script }: Frame, body: unknown) {
  const t = say(language);
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const link = (href: string, word: Word, here: boolean) =>
    html`<a href="${href}"${here ? html` aria-current="page"` : ''}>${t(word)}</a>`;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · gongkai</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/app.css">
${script ? html`<script type="module" src="/assets/${script}"></script>` : ''}
</head>
<body class="view-${current}">
<a class="skip" href="#main">${t('nav.skip')}</a>
<header class="bar">
<a class="brand" href="/" aria-label="gongkai · ${t('nav.documents')}"><b>gongkai</b></a>
<nav aria-label="${t('nav.main')}">${link('/', 'nav.documents', current === 'documents')}${link('/charts', 'nav.charts', current === 'charts')}${queue ? link('/queues', 'nav.queue', false) : ''}</nav>
<a class="language" href="${path}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}">${t('nav.language')}</a>
</header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>
`;
}
