/** @module A PDF opened by PDFium -> its pages. */
import type { PageContent } from '../../model.js';
import { damageOf } from '../damage.js';
import { pageGeometry } from '../geometry.js';
import { PageBuilder } from '../page-builder.js';
import {
  type Bitmap,
  type PageImage,
  lockedError,
  type PdfFile,
  ReadError,
  type RenderOptions,
  type StoredImage,
} from '../reader.js';
import type { Pdfium } from './library.js';
import { FontNames, ObjectWalk } from './objects.js';
import { pageImage, storedImages } from './page-image.js';
import { renderPage } from './pixels.js';
import { AdvanceWidths, readText } from './text.js';

const INFO_KEYS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'];
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

/** @param bytes copied into the module's memory */
export function openDocument(lib: Pdfium, bytes: Uint8Array, password = ''): PdfiumFile {
  const { c } = lib;
  return lib.guard('Cannot open the file', undefined, () => {
    const data = c.malloc(bytes.length);
    if (data === 0) throw new ReadError('damaged', `The file of ${bytes.length} bytes does not fit PDFium's memory`);
    lib.bytes().set(bytes, data);
    const handle = load(lib, data, bytes.length, password);
    if (handle === 0) {
      const code = c.FPDF_GetLastError();
      c.free(data);
      if (code === PASSWORD_ERROR) throw lockedError(password);
      if (code === SECURITY_ERROR)
        throw new ReadError('encrypted', 'The file is encrypted in a way PDFium does not know');
      throw damageOf(bytes, `PDFium error ${code}`);
    }
    const pageCount = c.FPDF_GetPageCount(handle);
    if (pageCount <= 0) {
      c.FPDF_CloseDocument(handle);
      c.free(data);
      throw damageOf(bytes, 'it has no pages');
    }
    return new PdfiumFile(lib, handle, data, pageCount);
  });
}

/** The password stands in the module's memory for this one call. */
function load(lib: Pdfium, data: number, length: number, password: string): number {
  const { c } = lib;
  const text = new TextEncoder().encode(`${password}\0`);
  const pointer = c.malloc(text.length);
  if (pointer === 0) throw new ReadError('damaged', "The password does not fit PDFium's memory");
  lib.bytes().set(text, pointer);
  try {
    return c.FPDF_LoadMemDocument(data, length, pointer);
  } finally {
    lib.bytes().fill(0, pointer, pointer + text.length);
    c.free(pointer);
  }
}

export class PdfiumFile implements PdfFile {
  readonly info: Readonly<Record<string, string>>;
  readonly #fonts: FontNames;
  readonly #widths: AdvanceWidths;
  readonly #lib: Pdfium;
  #closed = false;

  /** True after a trap: every further page fails; open the file again. */
  get dead(): boolean {
    return this.#lib.poisoned;
  }

  constructor(
    lib: Pdfium,
    readonly handle: number,
    readonly data: number,
    readonly pageCount: number,
  ) {
    this.#lib = lib;
    this.#fonts = new FontNames(lib);
    this.#widths = new AdvanceWidths(lib);
    lib.open++;
    this.info = readInfo(lib, handle);
  }

  async readPage(number: number): Promise<PageContent> {
    return this.#withPage(number, (page) => {
      const builder = new PageBuilder(number, geometryOf(this.#lib, page));
      const walk = new ObjectWalk(this.#lib, this.#fonts, builder);
      walk.page(page);
      if (walk.runs.size > 0) readText(this.#lib, page, walk.runs, builder.geometry.toDisplay, this.#widths, builder);
      return builder.finish();
    });
  }

  async render(number: number, options: RenderOptions): Promise<Bitmap> {
    return this.#withPage(number, (page) => renderPage(this.#lib, page, options));
  }

  async pageImage(number: number): Promise<PageImage | null> {
    return this.#withPage(number, (page) => pageImage(this.#lib, page, geometryOf(this.#lib, page)));
  }

  async storedImages(number: number): Promise<StoredImage[]> {
    return this.#withPage(number, (page) => storedImages(this.#lib, page, geometryOf(this.#lib, page)));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#lib.open--;
    if (this.#lib.poisoned) return;
    this.#lib.guard('Cannot close the file', undefined, () => {
      this.#lib.c.FPDF_CloseDocument(this.handle);
      this.#lib.c.free(this.data);
    });
  }

  #withPage<T>(number: number, work: (page: number) => T): T {
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) {
      throw new ReadError('page_failed', `There is no page ${number}; the file has ${this.pageCount}`, {
        page: number,
      });
    }
    if (this.#closed) throw new ReadError('page_failed', `Page ${number}: the file is closed`, { page: number });
    const { c } = this.#lib;
    return this.#lib.guard(`Page ${number}`, number, () => {
      const page = c.FPDF_LoadPage(this.handle, number - 1);
      if (page === 0)
        throw new ReadError(
          'page_failed',
          `Page ${number} cannot be read by PDFium: its page object is damaged or missing`,
          { page: number },
        );
      try {
        return work(page);
      } finally {
        if (!this.#lib.poisoned) c.FPDF_ClosePage(page);
      }
    });
  }
}

function geometryOf(lib: Pdfium, page: number): ReturnType<typeof pageGeometry> {
  const { c, scratch } = lib;
  const rotation = c.FPDFPage_GetRotation(page) * 90;
  // Fields in order: left, top, right, bottom.
  c.FPDF_GetPageBoundingBox(page, scratch);
  return pageGeometry([lib.f32(0), lib.f32(12), lib.f32(8), lib.f32(4)], rotation);
}

function readInfo(lib: Pdfium, handle: number): Record<string, string> {
  const info: Record<string, string> = {};
  for (const name of INFO_KEYS) {
    const key = lib.text(name);
    const value = lib.blob((pointer, capacity) => lib.c.FPDF_GetMetaText(handle, key, pointer, capacity));
    const text = new TextDecoder('utf-16le').decode(value).replace(/\0+$/, '');
    if (text !== '') info[name] = text;
    lib.c.free(key);
  }
  return info;
}
