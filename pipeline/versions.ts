/**
 * @module What document.json says of the program that wrote it. `--resume` leaves alone what was written with the same
 * versions, so a stage's version is raised whenever its results may change. test/versions.test.ts holds us to it: it
 * fails when the samples' results change and no version did; `npm run versions` writes down the results of new
 * versions.
 */
export const PIPELINE_NAME = 'gongkai';
export const PIPELINE_VERSION = '0.1.0';
export const STAGE_VERSIONS: Readonly<Record<string, string>> = {
  /** With reading and recognising: all that happens to a page on its own. */
  tables: '5',
  join: '2',
  map: '5',
  narrative: '3',
  check: '5',
};
