/** @module A PDF opened by pdf.js -> its pages. */
import type { PageContent } from '../../model.js';
import { damageOf } from '../damage.js';
import { pageGeometry } from '../geometry.js';
import { PageBuilder } from '../page-builder.js';
import { type Bitmap, lockedError, type PageImage, type PdfFile, ReadError, type StoredImage } from '../reader.js';
import { type Font, type PdfjsFontObject, fontOf } from './fonts.js';
import { Interpreter, type OperatorList } from './interpreter.js';
import type { Pdfjs, PdfjsDocument, PdfjsPage } from './library.js';

const INFO_KEYS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'];
/** Larger images (pixels) are not decoded: their place is not known then, but neither is memory exhausted. */
const MAX_IMAGE_PIXELS = 150_000_000;
const ANNOTATIONS_OFF = 0;

/** Takes the font faces that a browser's document would. */
const NO_DOCUMENT = { fonts: { add() {}, delete() {} } } as unknown as HTMLDocument;

export async function openDocument(library: Pdfjs, bytes: Uint8Array, password = ''): Promise<PdfjsFile> {
  if (bytes.length === 0) throw damageOf(bytes, 'pdf.js was given nothing');
  const { module, cMapUrl, standardFontDataUrl, wasmUrl } = library;
  const task = module.getDocument({
    // pdf.js takes the buffer away from its owner.
    data: new Uint8Array(bytes),
    cMapUrl,
    cMapPacked: true,
    standardFontDataUrl,
    wasmUrl,
    password,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    fontExtraProperties: true,
    // With font faces pdf.js leaves glyph outlines alone; the faces go nowhere.
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    if (!(document.numPages > 0)) throw damageOf(bytes, 'it has no pages');
    return new PdfjsFile(library, document, await readInfo(document));
  } catch (error) {
    await task.destroy().catch(() => {});
    if (error instanceof ReadError) throw error;
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw lockedError(password, error);
    throw damageOf(bytes, `pdf.js: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

export class PdfjsFile implements PdfFile {
  readonly pageCount: number;
  /** By pdf.js' own id, which names a font within the document. */
  readonly #fonts = new Map<string, Font>();
  readonly #library: Pdfjs;

  constructor(
    library: Pdfjs,
    readonly document: PdfjsDocument,
    readonly info: Readonly<Record<string, string>>,
  ) {
    this.#library = library;
    this.pageCount = document.numPages;
  }

  async readPage(number: number): Promise<PageContent> {
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) {
      throw new ReadError('page_failed', `There is no page ${number}; the file has ${this.pageCount}`, {
        page: number,
      });
    }
    let page: PdfjsPage | null = null;
    try {
      page = await this.document.getPage(number);
      const builder = new PageBuilder(number, pageGeometry(boxOf(page), page.rotate));
      const operators = (await page.getOperatorList({ annotationMode: ANNOTATIONS_OFF })) as OperatorList;
      await this.#loadFonts(page, operators);
      new Interpreter(this.#library.module.OPS, this.#fonts, builder).run(operators);
      return builder.finish();
    } catch (error) {
      if (error instanceof ReadError) throw error;
      throw new ReadError(
        'page_failed',
        `Page ${number} cannot be read by pdf.js: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error, page: number },
      );
    } finally {
      page?.cleanup();
    }
  }

  /** Fonts arrive beside the operator list, some after it. */
  async #loadFonts(page: PdfjsPage, { fnArray, argsArray }: OperatorList): Promise<void> {
    const { setFont, setGState } = this.#library.module.OPS;
    const wanted = new Set<string>();
    for (let i = 0; i < fnArray.length; i++) {
      if (fnArray[i] === setFont) wanted.add(argsArray[i]![0] as string);
      else if (fnArray[i] === setGState) {
        for (const [key, value] of argsArray[i]![0] as [string, unknown][])
          if (key === 'Font') wanted.add((value as [string, number])[0]);
      }
    }
    for (const id of wanted) {
      if (this.#fonts.has(id)) continue;
      const object = await new Promise<unknown>((resolve) => page.commonObjs.get(id, resolve));
      this.#fonts.set(id, fontOf(object as PdfjsFontObject));
    }
  }

  async render(number: number): Promise<Bitmap> {
    throw new ReadError('unsupported', `Page ${number}: the pdfjs reader does not render; use pdfium or auto`, {
      page: number,
    });
  }

  async pageImage(number: number): Promise<PageImage | null> {
    throw new ReadError('unsupported', `Page ${number}: the pdfjs reader does not give images; use pdfium or auto`, {
      page: number,
    });
  }

  async storedImages(number: number): Promise<StoredImage[]> {
    throw new ReadError('unsupported', `Page ${number}: the pdfjs reader does not give images; use pdfium or auto`, {
      page: number,
    });
  }

  async close(): Promise<void> {
    await this.document.destroy();
  }
}

/** Single precision, as PDFium has it: the two must round alike. */
function boxOf(page: PdfjsPage): [number, number, number, number] {
  const [x0, y0, x1, y1] = page.view.map(Math.fround);
  return [x0!, y0!, x1!, y1!];
}

async function readInfo(document: PdfjsDocument): Promise<Record<string, string>> {
  const info: Record<string, string> = {};
  const stored = await document.getMetadata().then(
    ({ info: found }) => found as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  );
  for (const key of INFO_KEYS) {
    const value = stored[key];
    const text = typeof value === 'string' ? value.replace(/\0+$/, '') : '';
    if (text !== '') info[key] = text;
  }
  return info;
}
