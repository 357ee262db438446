/** @module What document.json says of the program that wrote it. A stage's version changes when its results may. */
export const PIPELINE_NAME = 'gongkai';
export const PIPELINE_VERSION = '0.1.0';
export const STAGE_VERSIONS: Readonly<Record<string, string>> = {
  tables: '1',
  join: '1',
  map: '1',
  narrative: '1',
  check: '1',
};
