/** @module The reader port: bytes of a PDF -> pages of glyphs and rulings. Drivers: pdfium.ts, pdfjs.ts. */
import type { PageContent } from '../model.js';

/** Grey or RGBA pixels, rows top to bottom, of the page as displayed. */
export interface Bitmap {
  width: number;
  height: number;
  /** 4: RGBA; 1: grey. */
  channels: 1 | 4;
  data: Uint8Array;
  /** Pixels per inch of the page. */
  dpi: number;
}

export interface RenderOptions {
  dpi: number;
  /** Longest side in pixels; dpi is lowered to fit. @default 8000 */
  maxSide?: number;
}

/** A full-page image as stored in the file, decoded, oriented as displayed. */
export interface PageImage {
  bitmap: Bitmap;
  /** Bits per component of the stored image: 1 marks copier scans. */
  bitsPerComponent: number;
  /** Share of the page's area that the image covers. */
  coverage: number;
}

/** One image as the file stores it. */
export interface StoredImage {
  /** Share of the page's area that it covers. */
  coverage: number;
  /** Stored pixels an inch of the page. */
  dpi: number;
  /** 1: one bit a dot, as fax and copiers store print. */
  bitsPerPixel: number;
}

export interface PdfFile {
  readonly pageCount: number;
  /** Document information dictionary (Title, Author, Producer, …), as text. */
  readonly info: Readonly<Record<string, string>>;
  /** Throws ReadError for a page that cannot be read. @param number from 1 */
  readPage(number: number): Promise<PageContent>;
  /** Throws ReadError with code "unsupported" when this driver cannot render. */
  render(number: number, options: RenderOptions): Promise<Bitmap>;
  /** The page's own image where it covers (nearly) the whole page and nothing else is painted there, else null. */
  pageImage(number: number): Promise<PageImage | null>;
  /** The images that the page paints, the one that covers most first. */
  storedImages(number: number): Promise<StoredImage[]>;
  close(): Promise<void>;
}

export interface PdfReader {
  readonly name: 'pdfium' | 'pdfjs';
  readonly version: string;
  /**
   * Opens with the password, the empty one where none is given. It goes to the library alone, into no message.
   * Throws ReadError. The bytes are not kept by the caller.
   */
  open(bytes: Uint8Array, password?: string): Promise<PdfFile>;
}

export type ReadErrorCode =
  | 'not_a_pdf'
  | 'empty'
  | 'truncated'
  | 'encrypted'
  | 'damaged'
  | 'page_failed'
  | 'too_many_pages'
  | 'unsupported';

/** The file is locked for the password that was tried, which the message does not repeat. */
export function lockedError(password: string, cause?: unknown): ReadError {
  return new ReadError(
    'encrypted',
    password === ''
      ? 'The file needs a password to open; supply a copy without one'
      : 'The password given does not open the file',
    { cause },
  );
}

/** A file or page that cannot be read; its code is the stable reason in the run record. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadErrorCode,
    message: string,
    options?: { cause?: unknown; page?: number },
  ) {
    super(message, options);
    this.name = 'ReadError';
    this.page = options?.page ?? null;
  }
  readonly page: number | null;
}
