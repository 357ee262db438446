/** @module Layouts and tables in; what the document is (kind, scope, institution, year, title, division) out. */
import type { Table } from '../../../schemas/index.js';
import { findDivision } from '../../domain/divisions.js';
import type { PageLayout } from '../../model.js';
import type { Identity, MapInput } from '../types.js';
import { type CellNames, cellNames } from './cells.js';
import { cleanName, withPlainYears } from './clean.js';
import { type NameSource, type NameVote, elect } from './elect.js';
import { governmentKind } from './government.js';
import { documentKind } from './kind.js';
import { sentenceNames, tableTitleName, titleName, unitLineNames } from './names.js';
import { scopeOf } from './scope.js';
import { findTitle, frontLines } from './title.js';
import { fiscalYear } from './year.js';

/** Pages whose sentences are asked for the institution; what follows speaks of projects and others. */
const SENTENCE_PAGES = 8;

export function identify(input: MapInput): Identity {
  const title = findTitle(input.layouts);
  const lines = input.layouts.flatMap((layout) => [...layout.lines, ...layout.furniture].map((line) => line.text));
  const cells = cellNames(input.tables);
  const votes = nameVotes(input, title, lines, cells);
  const named = elect(votes);
  const government = governmentKind(title, input.tables, lines, named);
  const kind = government ?? documentKind(title, input.tables, lines);
  if (kind === 'other' && title === null) return nothing();
  const name = government === null ? named : placeIn([title, ...titles(input.tables)]);
  const division = findDivision(
    [name, title, ...(government === null ? [] : titles(input.tables))].filter((text) => text !== null),
    votes.map((vote) => vote.name),
  );
  return {
    kind,
    scope: kind === 'other' || government !== null ? null : scopeOf(title, lines, input.tables, cells),
    entity: { name, division_code: division?.code ?? null, division_name: division?.name ?? null },
    fiscal_year: fiscalYear(kind, title, lines, input.tables),
    title: isTablesOwn(title, input.tables) ? null : title,
  };
}

function nothing(): Identity {
  return {
    kind: 'other',
    scope: null,
    entity: { name: null, division_code: null, division_name: null },
    fiscal_year: null,
    title: null,
  };
}

function nameVotes(
  { layouts, tables }: MapInput,
  title: string | null,
  lines: readonly string[],
  cells: CellNames,
): NameVote[] {
  const votes: NameVote[] = [];
  const add = (source: NameSource, names: readonly (string | null)[]) => {
    for (const name of names) if (name !== null) votes.push({ name, source });
  };
  const front = frontLines(layouts);
  const titled = title === null ? null : titleName(title);
  add('cover', titled === null ? front.map((line) => cleanName(line)) : [titled]);
  const quotes = tables.map((table) => table.unit_evidence?.quote ?? '');
  add('unit_line', [...lines, ...quotes].flatMap(unitLineNames));
  add('cell', cells.own.length > 0 ? cells.own : projectOwner(cells));
  if (cells.listed.size === 1) add('column', [...cells.listed]);
  add('table_title', titles(tables).map(tableTitleName));
  add(
    'sentence',
    layouts.slice(0, SENTENCE_PAGES).flatMap((layout) => sentenceNames(textOf(layout))),
  );
  return votes;
}

/** Whose projects a file of project forms holds: of the one department, or of the one unit where both are the same. */
function projectOwner({ superior, acting }: CellNames): string[] {
  const departments = new Set(superior);
  const units = new Set(acting);
  if (departments.size === 1 && (units.size !== 1 || acting[0]!.startsWith(superior[0]!))) return [superior[0]!];
  return departments.size === 0 && units.size === 1 ? [acting[0]!] : [];
}

const titles = (tables: readonly Table[]): string[] =>
  tables.map((table) => table.title ?? '').filter((text) => text !== '');

const textOf = (layout: PageLayout): string => layout.lines.map((line) => line.text.replace(/\s+/g, '')).join('');

/** A file that begins with its first table prints that table's title, not its own. */
function isTablesOwn(title: string | null, tables: readonly Table[]): boolean {
  const own = titles(tables);
  if (title === null || tables.length < 2) return false;
  return own[0]?.replace(/\s+/g, '') === title || (/^\D*表$/.test(title) && titleName(title) === null);
}

/** 苏州市吴江区七都镇2024年…: the places before the year. */
const PLACES_BEFORE_YEAR = /^([\u3400-\u9fff]{2,20}(?:省|市|自治区|自治州|区|县|盟|旗|镇|乡))(?:19|20)\d\d年/;

/** A government's name is its place's: 保定市, as the titles print it first. */
function placeIn(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const plain = withPlainYears(text ?? '').replace(/^(?:[^\u3400-\u9fff]+|关于)+/, '');
    const place = findDivision([plain]);
    if (place !== null) return PLACES_BEFORE_YEAR.exec(plain)?.[1] ?? place.name;
  }
  return null;
}
