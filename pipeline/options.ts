/** @module What a caller may choose for one document. */
export interface ExtractOptions {
  /** auto reads with pdfium and asks pdfjs for a second opinion where a page gives cause. @default "auto" */
  reader: 'auto' | 'pdfium' | 'pdfjs';
  /** auto: pages that need it; never; always: every page. @default "auto" */
  ocr: 'auto' | 'never' | 'always';
  /** auto: ppocr where onnxruntime-node is installed, else tesseract. @default "auto" */
  ocrEngine: 'auto' | 'ppocr' | 'tesseract';
  /** More pages than this: the document fails with too_many_pages. @default 3000 */
  maxPages: number;
}

/**
 * Those of the options that shape a document, as document.json names them. maxPages only decides whether there is
 * one.
 */
export function shapingOptions({ reader, ocr, ocrEngine }: ExtractOptions): {
  reader: string;
  ocr: string;
  ocr_engine: string;
} {
  return { reader, ocr, ocr_engine: ocrEngine };
}

export const DEFAULT_OPTIONS: ExtractOptions = { reader: 'auto', ocr: 'auto', ocrEngine: 'auto', maxPages: 3000 };
