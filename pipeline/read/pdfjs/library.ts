/** @module pdf.js (legacy build), loaded once and lazily, its worker code run in this very thread: a child process is our isolation. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

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
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const log = console.log;
  const warn = console.warn;
  // While loading, pdf.js remarks on drawing classes that Node lacks and reading does not need.
  console.log = console.warn = () => {};
  try {
    const [module, worker] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      // @ts-expect-error the worker ships without types; it only has to be there
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]);
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= worker;
    const folder = (name: string): string => join(root, name) + sep;
    return { module, cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts'), wasmUrl: folder('wasm') };
  } finally {
    console.log = log;
    console.warn = warn;
  }
}
