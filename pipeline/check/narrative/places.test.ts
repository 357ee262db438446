import { expect, test } from 'vitest';
import { isColumnId, isRowId } from '../../domain/ids.js';
import { namedSubjects } from '../../domain/subjects.js';
import { PLACES, WITHOUT_PLACE } from './places.js';

/** The reason stated for a subject, or for all that begin alike. */
const reason = (path: string): string | undefined =>
  Object.entries(WITHOUT_PLACE).find(
    ([start]) => start === path || (/[._]$/.test(start) && path.startsWith(start)),
  )?.[1];

test('every subject has a place in a table or a reason for none', () => {
  expect(namedSubjects().filter((path) => !PLACES[path] && reason(path) === undefined)).toEqual([]);
});

test('every place is that of a subject, in a row and a column that tables have', () => {
  const subjects = new Set<string>(namedSubjects());
  expect(Object.keys(PLACES).filter((path) => !subjects.has(path))).toEqual([]);
  const places = Object.values(PLACES).flat(2);
  expect(places.filter(({ row, column }) => !isRowId(row) || !isColumnId(column))).toEqual([]);
});

test('no reason is left over', () => {
  const unplaced = namedSubjects().filter((path) => !PLACES[path]);
  const used = new Set(unplaced.map(reason));
  expect(Object.values(WITHOUT_PLACE).filter((why) => !used.has(why))).toEqual([]);
});
