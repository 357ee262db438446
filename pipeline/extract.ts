/**
 * @module The way of one document, top to bottom: bytes -> pages -> tables -> joined tables -> facts -> prose ->
 * checks -> document.json. Knows nothing of queues or storage; same bytes in, same document out.
 */
import { createHash } from 'node:crypto';
import type { GongkaiDocument, Page } from '../schemas/index.js';
import { SCHEMA_VERSION } from '../schemas/version.js';
import { gradeFacts, gradePages, gradeTables } from './assemble.js';
import { type CheckResult, checkDocument } from './check/index.js';
import type { CheckInput } from './check/types.js';
import { withCodeNames } from './domain/names-of-codes.js';
import { renderSubject } from './domain/subjects.js';
import { type Understanding, understandingOf } from './domain/vocabulary.js';
import { formLabels } from './domain/form-labels.js';
import { joinTables, separateFurniture } from './join/index.js';
import { mapDocument } from './map/index.js';
import type { PageContent, PageLayout } from './model.js';
import { readProse } from './narrative/index.js';
import { type ExtractOptions, shapingOptions } from './options.js';
import { type OpenedPdf, openPdf } from './read/index.js';
import { type PdfFile, ReadError } from './read/reader.js';
import { toDisplayedPages } from './recognise/displayed.js';
import { type DividedRecognition, Recogniser, RecognitionDeferred } from './recognise/session.js';
import { settleLabels } from './recognise/known-labels.js';
import { markUnread } from './recognise/unread.js';
import { settleOddFigures } from './repair/odd-figures.js';
import { disputedFacts, doubtDisputed, withDoubt } from './second-opinion.js';
import { FORM_WORDS } from './map/form-words.js';
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

/** What is no part of the document: neither is written into it. */
export interface Aside {
  /** Opens an encrypted file. */
  password?: string;
  /** The pages taken apart, before their tables are joined; for those who ask how a table was found. */
  onLayouts?: (layouts: readonly PageLayout[]) => void;
}

/**
 * @param divided recognition of long scans divided over processes; the document is the same with and without
 * @throws ReadError when the file as a whole cannot be read; a single bad page makes the document partial.
 * RecognitionDeferred when asked for.
 */
export async function extractDocument(
  bytes: Uint8Array,
  source: Source,
  options: ExtractOptions,
  onProgress?: (progress: Progress) => void,
  divided?: DividedRecognition,
  aside?: Aside,
): Promise<GongkaiDocument> {
  const understanding = understandingOf(options.vocabulary);
  return withCodeNames(understanding.codes, () =>
    extractWith(understanding, bytes, source, options, onProgress, divided, aside),
  );
}

async function extractWith(
  understanding: Understanding,
  bytes: Uint8Array,
  source: Source,
  options: ExtractOptions,
  onProgress?: (progress: Progress) => void,
  divided?: DividedRecognition,
  aside: Aside = {},
): Promise<GongkaiDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = await openPdf(bytes, { reader: options.reader, password: aside.password ?? '' });
  const recogniser = new Recogniser(file, options, divided);
  try {
    if (file.pageCount > options.maxPages) {
      throw new ReadError(
        'too_many_pages',
        `${source.file_name}: ${file.pageCount} pages, more than the ${options.maxPages} allowed; ` +
          'raise maxPages to read it',
      );
    }
    const { layouts, pages } = await readPages(file, recogniser, onProgress);
    const placed = separateFurniture(layouts);
    aside.onLayouts?.(placed);
    const mapped = mapDocument({ tables: joinTables(placed), layouts: placed }, understanding);
    const { identity } = mapped;
    const prose = readProse(placed, identity);
    const checked = await checkAndReread(file, recogniser, {
      identity,
      tables: mapped.tables,
      facts: settleOddFigures(mapped.facts, placed),
      prose,
      layouts: placed,
    });
    const { checks, anomalies } = checked;
    const facts = gradeFacts(checked.facts, checked.grades);
    const document: GongkaiDocument = {
      schema_version: SCHEMA_VERSION,
      document: {
        id: sha256,
        kind: identity.kind,
        scope: identity.scope,
        entity: identity.entity,
        fiscal_year: identity.fiscal_year,
        title: identity.title,
        page_count: file.pageCount,
        status: pages.some((p) => p.failed) ? 'partial' : 'complete',
      },
      source: { uri: source.uri, file_name: source.file_name, sha256, bytes: bytes.length },
      pipeline: {
        name: PIPELINE_NAME,
        version: PIPELINE_VERSION,
        options: shapingOptions(options),
        stages: {
          read: file.readerName,
          ...(recogniser.used ? { recognise: recogniser.used } : {}),
          ...STAGE_VERSIONS,
        },
      },
      pages: gradePages(
        pages.map((p) => p.page),
        facts,
      ),
      tables: gradeTables(mapped.tables, facts),
      facts,
      narrative: prose.statements.map(({ id, kind, about, value, unit, quote, page, boxes }) => ({
        id,
        kind,
        subject: renderSubject(about),
        value,
        unit,
        quote,
        page,
        boxes,
      })),
      checks,
      anomalies,
    };
    return toDisplayedPages(
      document,
      layouts.map((l) => l.content),
    );
  } finally {
    await recogniser.close();
    await file.close();
  }
}

/**
 * Checks; then, where identities fail, reads again: recognised facts are repaired where arithmetic leaves one
 * reading, and figures of a text layer are compared with the other reader's. What changed is checked once more.
 */
async function checkAndReread(
  file: OpenedPdf,
  recogniser: Recogniser,
  input: CheckInput,
): Promise<CheckResult & { facts: CheckInput['facts'] }> {
  const first = checkDocument(input);
  const repaired = await repairRecognised(file, recogniser, input, first.suspects);
  const reread = repaired ?? input.facts;
  const disputed = await disputedFacts(
    file,
    input.layouts.map((l) => l.content),
    reread,
    first.anomalies,
    first.summed,
  );
  const facts = withDoubt(reread, disputed);
  if (!repaired && disputed.size === 0) return { facts, ...first };
  const second = checkDocument({ ...input, facts });
  return { facts, ...second, anomalies: doubtDisputed(second.anomalies, disputed) };
}

/** Facts repaired by arithmetic, or null when nothing was repaired (always so without recognised pages). */
async function repairRecognised(
  file: OpenedPdf,
  recogniser: Recogniser,
  input: CheckInput,
  suspects: CheckResult['suspects'],
): Promise<CheckInput['facts'] | null> {
  if (recogniser.used === null) return null;
  const { repairScans } = await import('./repair/scans.js');
  return repairScans(file, input, suspects, () => recogniser.engine());
}

interface ReadPages {
  layouts: PageLayout[];
  pages: { page: Page; failed: boolean }[];
}

async function readPages(
  file: PdfFile,
  recogniser: Recogniser,
  onProgress?: (progress: Progress) => void,
): Promise<ReadPages> {
  const layouts: PageLayout[] = [];
  const pages: ReadPages['pages'] = [];
  for (let number = 1; number <= file.pageCount; number++) {
    try {
      const content = await recogniser.improve(await file.readPage(number));
      const layout = layoutPage(content, { forms: FORM_WORDS, before: layouts[layouts.length - 1] ?? null });
      layouts.push(settleLabels(markUnread(layout), formLabels()));
      pages.push({ page: pageRecord(content), failed: false });
    } catch (error) {
      if (error instanceof RecognitionDeferred) throw error;
      const reason =
        error instanceof ReadError
          ? `${error.code}: ${error.message}`
          : `page_failed: ${error instanceof Error ? error.message : String(error)}`;
      pages.push({
        page: { number, width: 0, height: 0, rotation: 0, text_source: 'none', reason, grade: 'unchecked' },
        failed: true,
      });
    }
    onProgress?.({ done: number, pages: file.pageCount });
  }
  return { layouts, pages };
}

function pageRecord(content: PageContent): Page {
  return {
    number: content.number,
    width: content.width,
    height: content.height,
    rotation: content.rotation,
    text_source: content.textSource,
    reason: content.reason,
    grade: 'unchecked',
  };
}
