/** @module Is what is published already what this program would write? */
import { PIPELINE_NAME, PIPELINE_VERSION, STAGE_VERSIONS } from '../versions.js';
import type { PublishedHead } from './published.js';

/** True when name, version and every stage's version are this program's; reader and OCR engine are not compared. */
export function isCurrent({ pipeline }: Pick<PublishedHead, 'pipeline'>): boolean {
  return pipeline.name === PIPELINE_NAME && pipeline.version === PIPELINE_VERSION
    && Object.entries(STAGE_VERSIONS).every(([stage, version]) => pipeline.stages[stage] === version);
}
