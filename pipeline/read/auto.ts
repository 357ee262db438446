/**
 * @module Bytes of a PDF -> an opened file that reads with PDFium and asks pdf.js where a page gives cause. What one cannot open
 * the other tries; which of them was followed, and why, stands in the page's `reason`.
 */
import type { PageContent } from '../model.js';
import { countUnreadable } from './agreement.js';
import { pdfiumReader } from './pdfium/index.js';
import {
  type Bitmap,
  type PageImage,
  type PdfFile,
  type PdfReader,
  ReadError,
  type RenderOptions,
  type StoredImage,
} from './reader.js';

/** A page with an image this large (share of its area) and no text is a scan; a second reading would only decode it once more. */
const SCAN_SHARE = 0.5;
/** A file that stops PDFium more often than this is left to pdf.js. */
const MAX_REOPENED = 2;

export async function openAuto(bytes: Uint8Array, password = ''): Promise<AutoFile> {
  try {
    return new AutoFile(bytes, password, await pdfiumReader.open(bytes, password), null, 'pdfium');
  } catch (error) {
    const first = asReadError(error);
    if (first.code === 'empty') throw first;
    try {
      return new AutoFile(
        bytes,
        password,
        null,
        await (await pdfjsReader()).open(bytes, password),
        'pdfjs',
        first.message,
      );
    } catch (again) {
      const second = asReadError(again);
      // A password is the more useful answer: something can be done about it.
      const told = second.code === 'encrypted' ? second : first;
      throw new ReadError(
        told.code,
        first.message === second.message
          ? told.message
          : `${told.message} (both readers failed; the other: ${(told === first ? second : first).message})`,
        { cause: error },
      );
    }
  }
}

async function pdfjsReader(): Promise<PdfReader> {
  // Loaded only when needed: most documents never ask it.
  return (await import('./pdfjs/index.js')).pdfjsReader;
}

function asReadError(error: unknown): ReadError {
  return error instanceof ReadError
    ? error
    : new ReadError('damaged', error instanceof Error ? error.message : String(error), { cause: error });
}

export class AutoFile implements PdfFile {
  readonly pageCount: number;
  readonly info: Readonly<Record<string, string>>;
  #reopened = 0;
  readonly #password: string;

  constructor(
    readonly bytes: Uint8Array,
    password: string,
    private pdfium: PdfFile | null,
    private pdfjs: PdfFile | null,
    /** The reader that opened the file. */
    readonly readerName: 'pdfium' | 'pdfjs',
    readonly whyNotPdfium: string | null = null,
  ) {
    this.#password = password;
    const file = (pdfium ?? pdfjs)!;
    this.pageCount = file.pageCount;
    this.info = file.info;
  }

  async readPage(number: number): Promise<PageContent> {
    if (!this.pdfium) return this.#withPdfjs(number, `PDFium cannot open the file: ${this.whyNotPdfium}`, null);
    let content: PageContent;
    try {
      content = await this.pdfium.readPage(number);
    } catch (error) {
      await this.#revive();
      return this.#withPdfjs(number, (error as Error).message, error);
    }
    const cause = causeForSecondOpinion(content);
    if (cause === null) return content;
    const second = await this.secondOpinion(number);
    if (!second) return { ...content, reason: reasonOf(content, `${cause}; pdfjs cannot read the page`) };
    const followed = betterOf(content, second);
    const verdict = followed === second ? 'read by pdfjs' : 'pdfjs finds no more';
    return { ...followed, reason: reasonOf(followed, `PDFium: ${cause}; ${verdict}`) };
  }

  /** The page as pdf.js reads it, for whoever doubts a value of it; null when pdf.js cannot. */
  async secondOpinion(number: number): Promise<PageContent | null> {
    try {
      this.pdfjs ??= await (await pdfjsReader()).open(this.bytes, this.#password);
      return await this.pdfjs.readPage(number);
    } catch {
      return null;
    }
  }

  async render(number: number, options: RenderOptions): Promise<Bitmap> {
    if (!this.pdfium)
      throw new ReadError(
        'unsupported',
        `Page ${number} cannot be drawn: PDFium cannot open the file: ${this.whyNotPdfium}`,
        { page: number },
      );
    return this.pdfium.render(number, options);
  }

  async pageImage(number: number): Promise<PageImage | null> {
    if (!this.pdfium)
      throw new ReadError(
        'unsupported',
        `Page ${number} has no picture: PDFium cannot open the file: ${this.whyNotPdfium}`,
        { page: number },
      );
    return this.pdfium.pageImage(number);
  }

  async storedImages(number: number): Promise<StoredImage[]> {
    return (await this.pdfium?.storedImages(number)) ?? [];
  }

  async close(): Promise<void> {
    await this.pdfium?.close();
    await this.pdfjs?.close();
  }

  async #withPdfjs(number: number, why: string, cause: unknown): Promise<PageContent> {
    try {
      this.pdfjs ??= await (await pdfjsReader()).open(this.bytes, this.#password);
      const content = await this.pdfjs.readPage(number);
      return { ...content, reason: reasonOf(content, `read by pdfjs: ${why}`) };
    } catch (error) {
      throw new ReadError(
        'page_failed',
        cause === null ? (error as Error).message : `${why}; ${(error as Error).message}`,
        { cause: cause ?? error, page: number },
      );
    }
  }

  /** After a trap PDFium starts anew; the pages that are left deserve it. */
  async #revive(): Promise<void> {
    if (!isDead(this.pdfium) || this.#reopened >= MAX_REOPENED) return;
    this.#reopened++;
    try {
      const fresh = await pdfiumReader.open(this.bytes, this.#password);
      await this.pdfium?.close();
      this.pdfium = fresh;
    } catch {
      // The old one stays: each of its pages fails at once and is read by pdf.js.
    }
  }
}

function isDead(file: PdfFile | null): boolean {
  return (file as { dead?: boolean } | null)?.dead === true;
}

/** Why a page should be read a second time, or null. */
export function causeForSecondOpinion(content: PageContent): string | null {
  if (content.unmappedGlyphs > 0) {
    return `${content.unmappedGlyphs} of ${content.unmappedGlyphs + content.glyphs.length - countUnreadable(content)} glyphs without Unicode`;
  }
  if (content.glyphs.length > 0) return null;
  const page = content.width * content.height;
  const scan = content.areas.some(
    ({ kind, box: [x0, y0, x1, y1] }) => kind === 'image' && (x1 - x0) * (y1 - y0) >= SCAN_SHARE * page,
  );
  return scan ? null : 'no text on the page';
}

function betterOf(first: PageContent, second: PageContent): PageContent {
  return second.glyphs.length - countUnreadable(second) > first.glyphs.length - countUnreadable(first)
    ? second
    : first;
}

function reasonOf(content: PageContent, note: string): string {
  return content.reason === null ? note : `${content.reason}; ${note}`;
}
