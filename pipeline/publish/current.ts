/** @module Is what is published already what this program would write with these options? */
import { type ExtractOptions, shapingOptions } from '../options.js';
import { PIPELINE_NAME, PIPELINE_VERSION, STAGE_VERSIONS } from '../versions.js';
import type { PublishedHead } from './published.js';

/**
 * True when name, version, every stage's version and the options asked for are the same. What "auto" led to (reader,
 * OCR engine) is not compared: another machine may have other engines. A document of a time before options were
 * written down is not current.
 */
export function isCurrent({ pipeline }: Pick<PublishedHead, 'pipeline'>, options: ExtractOptions): boolean {
  const written: Readonly<Record<string, string | null>> = (pipeline as Partial<typeof pipeline>).options ?? {};
  return (
    pipeline.name === PIPELINE_NAME &&
    pipeline.version === PIPELINE_VERSION &&
    Object.entries(STAGE_VERSIONS).every(([stage, version]) => pipeline.stages[stage] === version) &&
    Object.entries(shapingOptions(options)).every(([name, value]) => written[name] === value)
  );
}
