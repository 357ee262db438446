/** What numbers, units, codes and classes look like is said in pipeline/domain alone. Files not converted yet are listed, so that the list can shrink. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FUNCTION_CLASSES, printedNames } from '../../pipeline/domain/classes.js';

const CLASS_NAMES = FUNCTION_CLASSES.filter(({ name }) => name !== '其他支出').flatMap(printedNames);

/** Tell-tales in the source of a regular expression or a list, each with an example. */
const SAYS: Record<string, (line: string) => boolean> = {
  // /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, /[\d,]+\.\d\d/
  number: (line) => /\[[^\]]*\\d[^\]]*[,，.][^\]]*\][+*]|\\d\{3\}\)[+*]|\\d\+?\)?\(?\??:?\\\.\\d/.test(line),
  // /(亿元|万元|元)/
  unit: (line) => /(?:亿元|万元|千元)['"]?[|,] ?['"]?(?:亿元|万元|千元|百元|元)/.test(line),
  // /^\d{3}(?:\d\d){0,2}$/, /^2\d\d/
  code: (line) =>
    /\\d\{3\}\((?:\?:)?\\d(?:\\d|\{2\})\)|\^\\d\{3(?:,7)?\}|\^\[?\d+(?:-\d)?\]?\\d(?:\\d|\{2\})(?!\\d)/.test(line),
  class: (line) => CLASS_NAMES.some((name) => name.endsWith('支出') && new RegExp(`['"|/]${name}`).test(line)),
};

/** Files that still say it themselves. */
const NOT_YET: Record<string, string[]> = {
  'pipeline/check/judge/blame.ts': ['number'],
  'pipeline/check/narrative/lookup.ts': ['code'],
  'pipeline/check/narrative/near-terms.ts': ['class'],
  'pipeline/check/rules/text/empty-fund-table.ts': ['number'],
  'pipeline/check/rules/text/tables-present.ts': ['class'],
  'pipeline/check/rules/text/text-entity.ts': ['code'],
  'pipeline/check/rules/text/text-missing-percent.ts': ['number'],
  'pipeline/check/rules/text/text-missing-unit.ts': ['number'],
  'pipeline/check/rules/text/text-placeholder.ts': ['unit'],
  'pipeline/check/solver/breakdowns.ts': ['code'],
  'pipeline/join/stitch.ts': ['number', 'code'],
  'pipeline/map/columns.ts': ['unit'],
  'pipeline/map/header.ts': ['number', 'code'],
  'pipeline/tables/aligned/columns.ts': ['code'],
  'pipeline/tables/aligned/words.ts': ['number'],
  'pipeline/tables/captions.ts': ['unit'],
  'pipeline/tables/cells.ts': ['number', 'code'],
  'pipeline/tables/headers.ts': ['number', 'code'],
};

test('number, unit, code and class patterns stand on the ground floor', () => {
  const found: Record<string, string[]> = {};
  const files = readdirSync('pipeline', { recursive: true, encoding: 'utf8' }).map(
    (path) => `pipeline/${path.replaceAll('\\', '/')}`,
  );
  for (const file of files.filter((path) => path.endsWith('.ts')).sort()) {
    if (file.startsWith('pipeline/domain/') || file.includes('.test.') || file.includes('testing')) continue;
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\*|\*|\/\/)/.test(line));
    const said = Object.keys(SAYS).filter((what) => lines.some(SAYS[what]!));
    if (said.length > 0) found[file] = said;
  }
  expect(found).toEqual(NOT_YET);
});
