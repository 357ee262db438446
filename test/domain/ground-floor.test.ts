/** What numbers, units, codes and classes look like is said in pipeline/domain alone. */
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
  // /^\d{3}(?:\d\d){0,2}$/, /^2\d\d/; a year is none: /^20\d\d年/
  code: (line) =>
    /\\d\{3\}\((?:\?:)?\\d(?:\\d|\{2\})\)|\^\\d\{3(?:,7)?\}|\^\[?\d+(?:-\d)?\]?\\d(?:\\d|\{2\})(?!\\d|年)/.test(line),
  // '社会保障和就业支出'; the title of a table is none: 国有资本经营预算支出表
  class: (line) => CLASS_NAMES.some((name) => name.endsWith('支出') && new RegExp(`['"|/]${name}(?!表)`).test(line)),
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
  expect(found).toEqual({});
});

test('the layout knows no Chinese: tables/ and join/ ask the ground floor', () => {
  for (const room of ['pipeline/tables', 'pipeline/join'])
    for (const path of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.ts') || path.includes('.test.')) continue;
      const code = readFileSync(`${room}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/ .*$/gm, '');
      expect.soft(code, `${room}/${path}`).not.toMatch(/\p{Script=Han}/u);
    }
});
