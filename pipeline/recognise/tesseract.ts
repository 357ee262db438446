/**
 * @module Tesseract (WebAssembly, in a worker thread) -> characters with probabilities. Runs everywhere; its data
 * come from npm packages,
 * nothing is fetched when it runs. Chinese with Latin reads text, Latin alone with only the signs of numbers reads
 * numbers.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Worker } from 'tesseract.js';
import type { Bitmap } from '../read/reader.js';
import type { OcrEngine, Recognition, RecogniseOptions, RecognisedCharacter } from './engine.js';

/** The integer models: a tenth the size of the others, as exact on print. */
const DATA = '4.0.0_best_int';
/** The WebAssembly heap grows and never shrinks; a fresh worker starts small. */
const CROPS_A_WORKER = 2500;
/** Treat the picture as a single line of text. */
const SINGLE_LINE = '7';
/** Tesseract wants paper around the letters. */
const BORDER = 12;

type Language = RecogniseOptions['expect'];
/** With the integer models eng must come first, or it silently fails to load beside Chinese. */
const LANGUAGES: Record<Language, string[]> = { text: ['chi_sim'], numeric: ['eng'] };

export async function createTesseract(): Promise<OcrEngine> {
  const require = createRequire(import.meta.url);
  const { version } = require('tesseract.js/package.json') as { version: string };
  return new TesseractEngine(version, { eng: dataFile(require, 'eng'), chi_sim: dataFile(require, 'chi_sim') });
}

function dataFile(require: NodeJS.Require, code: string): string {
  return path.join(
    path.dirname(require.resolve(`@tesseract.js-data/${code}/package.json`)),
    DATA,
    `${code}.traineddata.gz`,
  );
}

interface Symbol {
  text: string;
  confidence: number;
  bbox: { x0: number; x1: number };
}
interface Block {
  paragraphs: { lines: { words: { symbols: Symbol[] }[] }[] }[];
}

class TesseractEngine implements OcrEngine {
  readonly name = 'tesseract';
  readonly #workers = new Map<Language, { worker: Worker; crops: number }>();

  constructor(
    readonly version: string,
    private readonly data: Record<string, string>,
  ) {}

  async recognise(crop: Bitmap, options: RecogniseOptions): Promise<Recognition> {
    const worker = await this.#worker(options.expect);
    const { data } = await worker.recognize(pgm(crop), {}, { blocks: true, text: false });
    const characters: RecognisedCharacter[] = [];
    const share = (x: number): number => Math.min(1, Math.max(0, (x - BORDER) / crop.width));
    for (const block of (data.blocks ?? []) as unknown as Block[])
      for (const paragraph of block.paragraphs)
        for (const line of paragraph.lines) {
          for (const word of line.words)
            for (const symbol of word.symbols) {
              // One symbol may be several characters (ligatures); they share its box.
              const parts = [...symbol.text.trim()],
                width = (symbol.bbox.x1 - symbol.bbox.x0) / Math.max(1, parts.length);
              parts.forEach((text, i) => {
                const from = symbol.bbox.x0 + i * width;
                characters.push({
                  text,
                  probability: Math.min(1, Math.max(0, symbol.confidence / 100)),
                  from: share(from),
                  to: share(from + width),
                });
              });
            }
        }
    const text = characters.map((c) => c.text).join('');
    if (options.expect === 'text') return { text, characters };
    const probability = characters.reduce(
      (least, c) => Math.min(least, c.probability),
      characters.length > 0 ? 1 : 0,
    );
    return { text, characters, readings: text === '' ? [] : [{ text, probability }] };
  }

  async #worker(language: Language): Promise<Worker> {
    const existing = this.#workers.get(language);
    if (existing && existing.crops < CROPS_A_WORKER) {
      existing.crops++;
      return existing.worker;
    }
    if (existing) {
      this.#workers.delete(language);
      await existing.worker.terminate();
    }
    const worker = await this.#create(language);
    this.#workers.set(language, { worker, crops: 1 });
    return worker;
  }

  async #create(language: Language): Promise<Worker> {
    const { createWorker, OEM } = await import('tesseract.js');
    // The library reads all languages from one folder; each comes in a package of its own.
    const folder = await mkdtemp(path.join(tmpdir(), 'gongkai-ocr-'));
    try {
      for (const code of LANGUAGES[language])
        await copyFile(this.data[code]!, path.join(folder, `${code}.traineddata.gz`));
      const worker = await createWorker(LANGUAGES[language], OEM.LSTM_ONLY, {
        langPath: folder,
        gzip: true,
        cacheMethod: 'none',
        errorHandler: () => {},
      });
      await worker.setParameters({
        tessedit_pageseg_mode: SINGLE_LINE as never,
        user_defined_dpi: '300',
        preserve_interword_spaces: '0',
        // Words seen earlier must not change what is read later.
        tessedit_enable_doc_dict: '0',
        classify_enable_learning: '0',
        ...(language === 'numeric' ? { tessedit_char_whitelist: '0123456789.,-%()' } : {}),
      } as never);
      return worker;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    const workers = [...this.#workers.values()];
    this.#workers.clear();
    await Promise.all(workers.map((w) => w.worker.terminate()));
  }
}

/** Portable grey map with paper around the crop: needs no compression, and Tesseract's image library reads it. */
function pgm(crop: Bitmap): Buffer {
  if (crop.channels !== 1) throw new TypeError('the recogniser takes grey crops');
  const width = crop.width + 2 * BORDER,
    height = crop.height + 2 * BORDER;
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const out = Buffer.alloc(header.length + width * height, 255);
  header.copy(out);
  for (let y = 0; y < crop.height; y++)
    out.set(crop.data.subarray(y * crop.width, (y + 1) * crop.width), header.length + (y + BORDER) * width + BORDER);
  return out;
}
