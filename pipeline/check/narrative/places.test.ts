import { expect, test } from 'vitest';
import { isColumnId, isRowId } from '../../domain/ids.js';
import { namedSubjects } from '../../domain/subjects.js';
import { meaningOf } from './coordinates.js';
import { STATISTICS, WITHOUT_PLACE } from './places.js';

/** The reason stated for a subject, or for all that begin alike. */
const reason = (path: string): string | undefined =>
  Object.entries(WITHOUT_PLACE).find(
    ([start]) => start === path || (/[._]$/.test(start) && path.startsWith(start)),
  )?.[1];

const isPlaced = (path: string): boolean => STATISTICS[path] !== undefined || meaningOf(path, 'all') !== null;

test('every subject has coordinates, a place in a table of statistics, or a reason for neither', () => {
  expect(namedSubjects().filter((path) => !isPlaced(path) && reason(path) === undefined)).toEqual([]);
});

test('every statistic is that of a subject, in a row and a column that tables have', () => {
  const subjects = new Set<string>(namedSubjects());
  expect(Object.keys(STATISTICS).filter((path) => !subjects.has(path))).toEqual([]);
  const places = Object.values(STATISTICS).flat(2);
  expect(places.filter(({ row, column }) => !isRowId(row) || !isColumnId(column))).toEqual([]);
});

test('no reason is left over', () => {
  const unplaced = namedSubjects().filter((path) => !isPlaced(path));
  const used = new Set(unplaced.map(reason));
  expect(Object.values(WITHOUT_PLACE).filter((why) => !used.has(why))).toEqual([]);
});
