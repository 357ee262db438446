/** @module The PDFium WebAssembly module, loaded once and lazily; its exports called directly, without per-call wrappers. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ReadError } from '../reader.js';

type Native = (...args: number[]) => number;

/** The functions we call; pointers and numbers in, numbers out. */
export type PdfiumExports = Record<
  | 'malloc'
  | 'free'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_CloseDocument'
  | 'FPDF_GetLastError'
  | 'FPDF_GetPageCount'
  | 'FPDF_GetMetaText'
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDF_GetPageBoundingBox'
  | 'FPDFPage_GetRotation'
  | 'FPDF_GetPageWidthF'
  | 'FPDF_GetPageHeightF'
  | 'FPDFPage_GetAnnotCount'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPageObj_GetMatrix'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetClipPath'
  | 'FPDFPageObj_GetFillColor'
  | 'FPDFPageObj_GetStrokeColor'
  | 'FPDFPageObj_GetStrokeWidth'
  | 'FPDFPageObj_HasTransparency'
  | 'FPDFPageObj_GetIsActive'
  | 'FPDFPageObj_CountMarks'
  | 'FPDFPageObj_GetMark'
  | 'FPDFPageObj_RemoveMark'
  | 'FPDFPageObjMark_GetParamValueType'
  | 'FPDFClipPath_CountPaths'
  | 'FPDFClipPath_CountPathSegments'
  | 'FPDFClipPath_GetPathSegment'
  | 'FPDFPath_CountSegments'
  | 'FPDFPath_GetPathSegment'
  | 'FPDFPath_GetDrawMode'
  | 'FPDFPathSegment_GetType'
  | 'FPDFPathSegment_GetPoint'
  | 'FPDFPathSegment_GetClose'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetCharOrigin'
  | 'FPDFText_GetLooseCharBox'
  | 'FPDFText_GetCharBox'
  | 'FPDFText_IsGenerated'
  | 'FPDFText_IsHyphen'
  | 'FPDFText_HasUnicodeMapError'
  | 'FPDFTextObj_GetFont'
  | 'FPDFTextObj_GetFontSize'
  | 'FPDFTextObj_GetTextRenderMode'
  | 'FPDFFont_GetBaseFontName'
  | 'FPDFFont_GetGlyphWidth'
  | 'FPDFImageObj_GetImagePixelSize'
  | 'FPDFImageObj_GetImageMetadata'
  | 'FPDFImageObj_GetBitmap'
  | 'FPDFImageObj_GetRenderedBitmap'
  | 'FPDFBitmap_CreateEx'
  | 'FPDFBitmap_FillRect'
  | 'FPDFBitmap_GetBuffer'
  | 'FPDFBitmap_GetWidth'
  | 'FPDFBitmap_GetHeight'
  | 'FPDFBitmap_GetStride'
  | 'FPDFBitmap_GetFormat'
  | 'FPDFBitmap_Destroy'
  | 'FPDF_RenderPageBitmap'
  | 'PDFiumExt_Init',
  Native
> & { memory: WebAssembly.Memory };

/** Bytes of scratch memory in the module; every out-parameter of one call fits. */
const SCRATCH = 2048;
/** WebAssembly memory never shrinks: past this an idle module is dropped, and the next file gets a fresh one. */
const MAX_IDLE_BYTES = 256 * 1024 * 1024;

export class Pdfium {
  /** Views are replaced when the memory grows. */
  #f32: Float32Array;
  #f64: Float64Array;
  #u32: Uint32Array;
  #i32: Int32Array;
  #u8: Uint8Array;
  readonly scratch: number;
  /** The C string "ActualText". */
  readonly actualText: number;
  /** Set after a trap: the module's state is unknown, nothing may call it again. */
  poisoned = false;
  open = 0;

  constructor(readonly c: PdfiumExports) {
    c.PDFiumExt_Init();
    this.scratch = c.malloc(SCRATCH);
    const { buffer } = c.memory;
    this.#f32 = new Float32Array(buffer);
    this.#f64 = new Float64Array(buffer);
    this.#u32 = new Uint32Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#u8 = new Uint8Array(buffer);
    this.actualText = this.text('ActualText');
  }

  /** A C string, kept until the module goes. */
  text(ascii: string): number {
    const pointer = this.c.malloc(ascii.length + 1);
    this.bytes().set(Buffer.from(`${ascii}\0`, 'latin1'), pointer);
    return pointer;
  }

  /** Growing the memory detaches the old views, which then have no length. */
  #refresh(): void {
    if (this.#u8.length !== 0) return;
    const buffer = this.c.memory.buffer;
    this.#f32 = new Float32Array(buffer);
    this.#f64 = new Float64Array(buffer);
    this.#u32 = new Uint32Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#u8 = new Uint8Array(buffer);
  }

  f32(offset: number): number {
    if (this.#f32.length === 0) this.#refresh();
    return this.#f32[(this.scratch + offset) >> 2]!;
  }
  f64(offset: number): number {
    if (this.#f64.length === 0) this.#refresh();
    return this.#f64[(this.scratch + offset) >> 3]!;
  }
  u32(offset: number): number {
    if (this.#u32.length === 0) this.#refresh();
    return this.#u32[(this.scratch + offset) >>> 2]!;
  }
  i32(offset: number): number {
    if (this.#i32.length === 0) this.#refresh();
    return this.#i32[(this.scratch + offset) >> 2]!;
  }
  /** The word at an address of the module. */
  word(address: number): number {
    if (this.#u32.length === 0) this.#refresh();
    return this.#u32[address >>> 2]!;
  }
  bytes(): Uint8Array {
    this.#refresh();
    return this.#u8;
  }

  /** Calls `fill(pointer, capacity)`, which answers the bytes it needs or wrote, and returns those bytes. */
  blob(fill: (pointer: number, capacity: number) => number): Uint8Array {
    let wanted = fill(this.scratch + 64, SCRATCH - 64);
    if (wanted <= SCRATCH - 64) return this.bytes().slice(this.scratch + 64, this.scratch + 64 + wanted);
    const pointer = this.c.malloc(wanted);
    try {
      wanted = Math.min(wanted, fill(pointer, wanted));
      return this.bytes().slice(pointer, pointer + wanted);
    } finally {
      this.c.free(pointer);
    }
  }

  /** Runs native code; a trap inside it poisons this module and becomes a ReadError. */
  guard<T>(what: string, page: number | undefined, work: () => T): T {
    if (this.poisoned)
      throw new ReadError(
        'page_failed',
        `${what}: PDFium stopped on an earlier page of this file; read it with pdfjs`,
        { page },
      );
    try {
      return work();
    } catch (error) {
      if (error instanceof ReadError) throw error;
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError || isAbort(error)) {
        this.poisoned = true;
        if (loading && current === this) {
          loading = null;
          current = null;
        }
      }
      throw new ReadError(
        'page_failed',
        `${what}: PDFium failed (${error instanceof Error ? error.message : String(error)})`,
        { cause: error, page },
      );
    }
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && /abort|unreachable|memory access|stack/i.test(error.message);
}

let loading: Promise<Pdfium> | null = null;
let current: Pdfium | null = null;

/** The shared module; a fresh one after a trap, or when the idle one has grown too large. */
export async function pdfium(): Promise<Pdfium> {
  if (current && current.open === 0 && current.c.memory.buffer.byteLength > MAX_IDLE_BYTES) {
    loading = null;
    current = null;
  }
  loading ??= load();
  current = await loading;
  return current;
}

async function load(): Promise<Pdfium> {
  const require = createRequire(import.meta.url);
  const [{ init }, wasmBinary] = await Promise.all([
    import('@embedpdf/pdfium'),
    readFile(require.resolve('@embedpdf/pdfium/pdfium.wasm')),
  ]);
  // PDFium writes remarks about odd files to standard output and error; ours is for results.
  const silent = (): void => {};
  const module = await init({ wasmBinary, print: silent, printErr: silent } as unknown as Parameters<typeof init>[0]);
  return new Pdfium(module.pdfium.wasmExports as unknown as PdfiumExports);
}
