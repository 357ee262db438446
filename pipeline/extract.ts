/**
 * @module The way of one document, top to bottom: bytes -> pages -> tables -> joined tables -> facts -> prose -> checks ->
 * document.json. Knows nothing of queues or storage; same bytes in, same document out.
 */
import { createHash } from 'node:crypto';
import { type GongkaiDocument, type Page, SCHEMA_VERSION } from '../schemas/index.js';
import { assemblePages, gradeTables } from './assemble.js';
import { checkDocument } from './check/index.js';
import { joinTables, separateFurniture } from './join/index.js';
import { mapDocument } from './map/index.js';
import type { PageContent, PageLayout } from './model.js';
import { readProse } from './narrative/index.js';
import type { ExtractOptions } from './options.js';
import { openPdf } from './read/index.js';
import { type PdfFile, ReadError } from './read/reader.js';
import { layoutPage } from './tables/index.js';
import { PIPELINE_NAME, PIPELINE_VERSION, STAGE_VERSIONS } from './versions.js';

export interface Source {
  uri: string;
  file_name: string;
}

export interface Progress {
  /** Pages read so far. */
  done: number;
  pages: number;
}

/** @throws ReadError when the file as a whole cannot be read; a single bad page makes the document partial. */
export async function extractDocument(bytes: Uint8Array, source: Source, options: ExtractOptions,
  onProgress?: (progress: Progress) => void): Promise<GongkaiDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = await openPdf(bytes, { reader: options.reader });
  try {
    if (file.pageCount > options.maxPages) {
      throw new ReadError('too_many_pages', `${source.file_name}: ${file.pageCount} pages, more than the ${options.maxPages} allowed; raise maxPages to read it`);
    }
    const { layouts, pages, ocrEngine } = await readPages(file, options, onProgress);
    const placed = separateFurniture(layouts);
    const { identity, tables, facts } = mapDocument({ tables: joinTables(placed), layouts: placed });
    const prose = readProse(placed, identity);
    const { checks, anomalies, grades } = checkDocument({ identity, tables, facts, prose, layouts: placed });
    for (const fact of facts) fact.grade = grades.get(fact.id) ?? 'unchecked';
    gradeTables(tables, facts);
    return {
      schema_version: SCHEMA_VERSION,
      document: {
        id: sha256, kind: identity.kind, scope: identity.scope, entity: identity.entity, fiscal_year: identity.fiscal_year,
        title: identity.title, page_count: file.pageCount, status: pages.some(p => p.failed) ? 'partial' : 'complete',
      },
      source: { uri: source.uri, file_name: source.file_name, sha256, bytes: bytes.length },
      pipeline: {
        name: PIPELINE_NAME, version: PIPELINE_VERSION,
        stages: { read: file.readerName, ...(ocrEngine ? { recognise: ocrEngine } : {}), ...STAGE_VERSIONS },
      },
      pages: assemblePages(pages.map(p => p.page), facts),
      tables,
      facts,
      narrative: prose.statements.map(({ id, kind, subject, value, unit, quote, page, boxes }) => ({ id, kind, subject, value, unit, quote, page, boxes })),
      checks,
      anomalies,
    };
  } finally {
    await file.close();
  }
}

interface ReadPages {
  layouts: PageLayout[];
  pages: { page: Page; failed: boolean }[];
  /** Name and version of the engine, when a page was recognised. */
  ocrEngine: string | null;
}

async function readPages(file: PdfFile, options: ExtractOptions, onProgress?: (progress: Progress) => void): Promise<ReadPages> {
  const layouts: PageLayout[] = [];
  const pages: ReadPages['pages'] = [];
  const recogniser = new Recogniser(file, options);
  try {
    for (let number = 1; number <= file.pageCount; number++) {
      try {
        const content = await recogniser.improve(await file.readPage(number));
        layouts.push(layoutPage(content));
        pages.push({ page: pageRecord(content), failed: false });
      } catch (error) {
        const reason = error instanceof ReadError ? `${error.code}: ${error.message}` : `page_failed: ${error instanceof Error ? error.message : String(error)}`;
        pages.push({ page: { number, width: 0, height: 0, rotation: 0, text_source: 'none', reason, grade: 'unchecked' }, failed: true });
      }
      onProgress?.({ done: number, pages: file.pageCount });
    }
  } finally {
    await recogniser.close();
  }
  return { layouts, pages, ocrEngine: recogniser.used };
}

function pageRecord(content: PageContent): Page {
  return {
    number: content.number, width: content.width, height: content.height, rotation: content.rotation,
    text_source: content.textSource, reason: content.reason, grade: 'unchecked',
  };
}

/** Recognises pages that need it; loads the engine for the first of them. */
class Recogniser {
  used: string | null = null;
  #engine: import('./recognise/engine.js').OcrEngine | null = null;
  constructor(readonly file: PdfFile, readonly options: ExtractOptions) {}

  async improve(content: PageContent): Promise<PageContent> {
    if (this.options.ocr === 'never') return content;
    const asked = this.options.ocr === 'always' ? 'recognition asked for' : null;
    // Plain pages decide without loading anything of OCR.
    if (asked === null && content.glyphs.length > 0 && content.unmappedGlyphs === 0 && !content.areas.some(a => a.kind === 'image')) return content;
    const { createOcrEngine, recognisePage, recognitionReason } = await import('./recognise/index.js');
    const reason = asked ?? recognitionReason(content);
    if (reason === null) return content;
    this.#engine ??= await createOcrEngine(this.options.ocrEngine);
    this.used = `${this.#engine.name} ${this.#engine.version}`;
    return recognisePage(this.file, content, this.#engine, reason);
  }

  async close(): Promise<void> {
    await this.#engine?.close();
  }
}
