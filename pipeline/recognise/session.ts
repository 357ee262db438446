/**
 * @module The recogniser of one document: decides page by page, loads an engine for the first page that needs it,
 * keeps it for the repair
 * after the checks, gives back boxes on the pages as displayed. Light: the engines and their images are imported only
 * when needed.
 */
import type { PageContent } from '../model.js';
import type { ExtractOptions } from '../options.js';
import type { PdfFile } from '../read/reader.js';
import type { OcrEngine } from './engine.js';
import { hasLargeImage, recognitionReason } from './reason.js';
import { NO_WORDS, shows } from './words.js';

/** A document's recognition divided over processes. */
export interface DividedRecognition {
  /**
   * More pages than this to be recognised here: RecognitionDeferred is thrown instead. null: recognise whatever is
   * left.
   */
  deferOver: number | null;
  /** Pages that were recognised elsewhere. */
  known: readonly RecognisedPage[];
}

export interface RecognisedPage {
  /** Name and version of the engine. */
  engine: string;
  content: PageContent;
}

/** No failure: the pages are to be recognised elsewhere first. */
export class RecognitionDeferred extends Error {
  override readonly name = 'RecognitionDeferred';
  constructor(readonly pages: readonly number[]) {
    super(`${pages.length} pages are to be recognised elsewhere`);
  }
}

export class Recogniser {
  /** Name and version of the engine, once a page was recognised. */
  used: string | null = null;
  #engine: Promise<OcrEngine> | null = null;
  #known: ReadonlyMap<number, RecognisedPage>;
  #deferOver: number | null;

  constructor(
    readonly file: PdfFile,
    readonly options: Pick<ExtractOptions, 'ocr' | 'ocrEngine'>,
    divided: DividedRecognition = { deferOver: null, known: [] },
  ) {
    this.#known = new Map(divided.known.map((page) => [page.content.number, page]));
    this.#deferOver = divided.deferOver;
  }

  /** The page as read, or, where its text cannot be trusted, as recognised. @throws RecognitionDeferred */
  async improve(content: PageContent): Promise<PageContent> {
    const reason = this.#reason(content);
    if (reason === null) return this.#withPictures(content);
    const known = this.#known.get(content.number);
    if (known) {
      this.used = known.engine;
      return known.content;
    }
    if (this.#deferOver !== null) await this.#deferMany(content.number, this.#deferOver);
    const { recognisePage } = await import('./page.js');
    const recognised = await recognisePage(this.file, content, await this.engine(), reason);
    // Letters that make no words for us may be what is printed: then the picture shows them.
    return reason.startsWith(NO_WORDS) && shows(recognised.glyphs, content.glyphs) ? content : recognised;
  }

  /** Tables pasted into a page of text as pictures. */
  async #withPictures(content: PageContent): Promise<PageContent> {
    if (this.options.ocr === 'never' || !hasLargeImage(content)) return content;
    const { ruledPictures, withPictures } = await import('./pictures.js');
    const pictures = await ruledPictures(this.file, content);
    if (pictures.length === 0) return content;
    const { recognisePage } = await import('./page.js');
    const recognised = await recognisePage(this.file, content, await this.engine(), 'pictures on a page of text');
    return withPictures(content, recognised, pictures) ?? content;
  }

  /** Loaded once and kept: whoever looks at a page again after the checks asks for it here. */
  async engine(): Promise<OcrEngine> {
    this.#engine ??= import('./engines.js').then(({ createOcrEngine }) => createOcrEngine(this.options.ocrEngine));
    const engine = await this.#engine;
    this.used = `${engine.name} ${engine.version}`;
    return engine;
  }

  async close(): Promise<void> {
    await (await this.#engine?.catch(() => null))?.close();
  }

  #reason(content: PageContent): string | null {
    if (this.options.ocr === 'never') return null;
    return this.options.ocr === 'always' ? 'recognition asked for' : recognitionReason(content);
  }

  /** Looks at the rest of the document, once, when its first page for recognition has come. */
  async #deferMany(first: number, limit: number): Promise<void> {
    this.#deferOver = null;
    const pages = [first];
    for (let number = first + 1; number <= this.file.pageCount; number++) {
      // A page that cannot be read is reported when its turn comes.
      const content = await this.file.readPage(number).catch(() => null);
      if (content && !this.#known.has(number) && this.#reason(content) !== null) pages.push(number);
    }
    if (pages.length > limit) throw new RecognitionDeferred(pages);
  }
}
