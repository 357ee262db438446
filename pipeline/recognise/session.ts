/**
 * @module The recogniser of one document: decides page by page, loads an engine for the first page that needs it, keeps it for the repair
 * after the checks, gives back boxes on the pages as displayed. Light: the engines and their images are imported only when needed.
 */
import type { Fact } from '../../schemas/index.js';
import type { CheckInput, Suspect } from '../check/types.js';
import type { PageContent } from '../model.js';
import type { ExtractOptions } from '../options.js';
import type { PdfFile } from '../read/reader.js';
import type { OcrEngine } from './engine.js';
import { recognitionReason } from './reason.js';

export class Recogniser {
  /** Name and version of the engine, once a page was recognised. */
  used: string | null = null;
  #engine: Promise<OcrEngine> | null = null;

  constructor(readonly file: PdfFile, readonly options: Pick<ExtractOptions, 'ocr' | 'ocrEngine'>) {}

  /** The page as read, or, where its text cannot be trusted, as recognised. */
  async improve(content: PageContent): Promise<PageContent> {
    if (this.options.ocr === 'never') return content;
    const reason = this.options.ocr === 'always' ? 'recognition asked for' : recognitionReason(content);
    if (reason === null) return content;
    const { recognisePage } = await import('./page.js');
    return recognisePage(this.file, content, await this.#load(), reason);
  }

  /** Facts repaired by arithmetic, or null when nothing was repaired (always so without recognised pages). */
  async repair(input: CheckInput, suspects: readonly Suspect[]): Promise<Fact[] | null> {
    if (this.used === null) return null;
    const { repairScans } = await import('../repair/scans.js');
    return repairScans(this.file, input, suspects, () => this.#load());
  }

  async close(): Promise<void> {
    await (await this.#engine?.catch(() => null))?.close();
  }

  async #load(): Promise<OcrEngine> {
    this.#engine ??= import('./engines.js').then(({ createOcrEngine }) => createOcrEngine(this.options.ocrEngine));
    const engine = await this.#engine;
    this.used = `${engine.name} ${engine.version}`;
    return engine;
  }
}
