/**
 * @module A document, its pictures and its reviews -> one self-contained HTML page: no script, no request, fit for
 * paper.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { html, raw } from 'hono/html';
import type { GongkaiDocument } from '../../schemas/index.js';
import type { Pictures } from '../pictures.js';
import type { ReviewRecord } from '../reviews/record.js';
import { type Language, say } from '../words.js';
import type { ReportContext } from './context.js';
import { cutOuts } from './cut-outs.js';
import { doubtfulSection, findingsSection, worstFirst } from './findings.js';
import { summarySection } from './summary.js';
import { tablesSection } from './tables.js';

export interface ReportInput {
  document: GongkaiDocument;
  /** Of the figures that a person has looked at, by fact id. */
  reviews: ReadonlyMap<string, ReviewRecord>;
  pictures: Pictures;
  language: Language;
}

/** @throws PictureError when the source is not in the store; DocumentFailure when it cannot be drawn in time */
export async function renderReport({ document, reviews, pictures, language }: ReportInput): Promise<string> {
  const context: ReportContext = {
    document,
    reviews,
    language,
    t: say(language),
    facts: new Map(document.facts.map((fact) => [fact.id, fact])),
  };
  const { t } = context;
  const findings = worstFirst(document.anomalies);
  const cuts = await cutOuts(document, findings, pictures);
  const style = await styleSheet();
  const { entity, fiscal_year, kind, title } = document.document;
  const heading = entity.name ?? title ?? document.source.file_name;
  // The only style allowed is this one, the only pictures those inside the page; scripts there are none.
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const page = await html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="${document.pipeline.name} ${document.pipeline.version}">
<title>${heading}${fiscal_year === null ? '' : ` ${fiscal_year}`} · ${t(`kind.${kind}`)} · ${t('report.title')}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${summarySection(context)}
${findingsSection(context, findings, cuts)}
${doubtfulSection(context, cuts)}
${tablesSection(context)}
<footer>${t('report.made', { name: document.pipeline.name, version: document.pipeline.version })} <span class="mono">${document.document.id}</span></footer>
</main>
</body>
</html>
`;
  return String(page);
}

async function styleSheet(): Promise<string> {
  const sheets = await Promise.all(
    ['base.css', 'report.css'].map((name) => readFile(new URL(`../client/${name}`, import.meta.url), 'utf8')),
  );
  return `\n${sheets.join('\n')}`;
}
