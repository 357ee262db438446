/** @module What a caller may choose for one document. */
import type { Vocabulary } from './domain/vocabulary.js';

export interface ExtractOptions {
  /** auto reads with pdfium and asks pdfjs for a second opinion where a page gives cause. @default "auto" */
  reader: 'auto' | 'pdfium' | 'pdfjs';
  /** auto: pages that need it; never; always: every page. @default "auto" */
  ocr: 'auto' | 'never' | 'always';
  /** auto: ppocr where onnxruntime-node is installed, else tesseract. @default "auto" */
  ocrEngine: 'auto' | 'ppocr' | 'tesseract';
  /** More pages than this: the document fails with too_many_pages. @default 3000 */
  maxPages: number;
  /** Words, kinds and names of codes beside ours (parseVocabulary). @default null */
  vocabulary: Vocabulary | null;
}

/**
 * Those of the options that shape a document, as document.json names them. maxPages only decides whether there is
 * one.
 */
export function shapingOptions({ reader, ocr, ocrEngine, vocabulary }: ExtractOptions): ShapingOptions {
  return { reader, ocr, ocr_engine: ocrEngine, vocabulary: vocabulary?.sha256 ?? null };
}

/** A type, not an interface: it is compared and joined as a record. */
export type ShapingOptions = {
  reader: string;
  ocr: string;
  ocr_engine: string;
  /** SHA-256 of what the vocabulary says; null: ours alone. */
  vocabulary: string | null;
};

export const DEFAULT_OPTIONS: ExtractOptions = {
  reader: 'auto',
  ocr: 'auto',
  ocrEngine: 'auto',
  maxPages: 3000,
  vocabulary: null,
};
