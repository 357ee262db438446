/**
 * @module pdf.js (legacy build), loaded once and lazily, its worker code run in this very thread: a child process is
 * our isolation.
 */
import { createRequire, Module } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { keepingNatives } from './natives.js';

type PdfjsModule = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type PdfjsDocument = Awaited<ReturnType<PdfjsModule['getDocument']>['promise']>;
export type PdfjsPage = Awaited<ReturnType<PdfjsDocument['getPage']>>;

export interface Pdfjs {
  module: PdfjsModule;
  /** Folders shipped with the package: nothing is ever fetched. */
  cMapUrl: string;
  standardFontDataUrl: string;
  wasmUrl: string;
}

let loading: Promise<Pdfjs> | null = null;

export function pdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Pdfjs> {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('pdfjs-dist/package.json'));
  const [module, worker] = await withoutCanvas(createRequire(join(root, 'package.json')), () =>
    keepingNatives(() =>
      Promise.all([
        // The minified files are half as long: they load in half the time. They ship without types.
        // @ts-expect-error as pdf.mjs
        import('pdfjs-dist/legacy/build/pdf.min.mjs') as Promise<PdfjsModule>,
        // @ts-expect-error only has to be there
        import('pdfjs-dist/legacy/build/pdf.worker.min.mjs') as Promise<unknown>,
      ]),
    ),
  );
  const global = globalThis as { pdfjsWorker?: unknown; FontFace?: unknown };
  global.pdfjsWorker ??= worker;
  // Never drawn with: see openDocument in file.ts.
  global.FontFace ??= class FontFace {
    readonly loaded = Promise.resolve();
  };
  const folder = (name: string): string => join(root, name) + sep;
  return { module, cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts'), wasmUrl: folder('wasm') };
}

/** Classes that pdf.js wants to see when it starts, and uses only to draw. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

/**
 * On its start pdf.js loads a native drawing library of 30 MB, where it is installed, for classes that reading never
 * uses. An empty stand-in in the module cache saves the time and the memory; afterwards neither it nor its classes
 * are left.
 */
async function withoutCanvas<T>(require: NodeJS.Require, load: () => Promise<T>): Promise<T> {
  const global = globalThis as Record<string, unknown>;
  const own = DRAWING.filter((name) => global[name] === undefined);
  for (const name of own) global[name] = class {};
  const path = resolved(require, '@napi-rs/canvas');
  const standIn = path !== null && require.cache[path] === undefined ? path : null;
  if (standIn !== null) require.cache[standIn] = Object.assign(new Module(standIn), { loaded: true, exports: {} });
  // Where the library is not installed, pdf.js remarks on it.
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    return await load();
  } finally {
    Object.assign(console, { log, warn });
    if (standIn !== null) delete require.cache[standIn];
    for (const name of own) delete global[name];
  }
}

function resolved(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null; // an optional dependency of pdf.js
  }
}
