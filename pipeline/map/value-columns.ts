/**
 * @module The value columns of one column group in; what each column's header path means out: coordinates,
 * phase, year, unit.
 */
import type { Cell } from '../../schemas/index.js';
import { fold, labelKey } from '../domain/labels.js';
import { type Coordinates, type Words, type Phrase, merge } from '../domain/lexicon/phrase.js';
import type { Mark } from '../domain/lexicon/term.js';
import { labelUnit } from '../domain/units.js';
import type { ColumnGroup } from './columns.js';
import type { Header } from './header.js';
import { append } from '../domain/extremes.js';

export interface ValueColumn {
  column: number;
  /** The header path as printed, joined with "/". */
  label: string;
  path: Cell[];
  means: Coordinates;
  /** What the cells below the headings of the whole group say: these name the column within it. */
  own: Coordinates;
  unknown: string[];
  marks: ReadonlySet<Mark>;
  year: number | null;
  /** 上年: a year before the document's, not said which. */
  lastYear: boolean;
  /** 其中 somewhere in the path: a part that need not add up. */
  part: boolean;
  unit: string | null;
}

const DETAIL_FRAME = /^(?:其中|另)[:：]?|(?:年初)?(?:预算|决算)?(?:数|金额|资金)$/g;

/** @param unit of the table */
export function valueColumns(
  lexicon: Words,
  header: Header,
  group: ColumnGroup,
  unit: string | null,
): Map<number, ValueColumn> {
  const columns = new Map<number, ValueColumn>();
  for (const c of group.values) columns.set(c, readColumn(lexicon, header.paths[c]!, group.headings, c, unit));
  for (const column of columns.values()) subdivide(column, columns);
  return columns;
}

function readColumn(
  lexicon: Words,
  path: Cell[],
  headings: readonly Cell[],
  column: number,
  unit: string | null,
): ValueColumn {
  const means: Coordinates = {};
  const own: Coordinates = {};
  const marks = new Set<Mark>();
  const unknown: string[] = [];
  let year: number | null = null;
  let part = false;
  path.forEach((cell, depth) => {
    const phrase = lexicon.parse(cell.text);
    const heading = headings.includes(cell);
    year = phrase.year ?? year;
    part ||= phrase.marks.has('part') || /^其中/.test(fold(cell.text));
    for (const mark of phrase.marks) if (!heading) marks.add(mark);
    if (phrase.unknown.length > 0 && depth > 0 && isDetail(cell, depth, path, means)) {
      own.type_detail = means.type_detail = detailOf(cell.text, part ? path[depth - 1]!.text : '');
      return;
    }
    append(unknown, phrase.unknown);
    if (phrase.conflict !== null) unknown.push(phrase.conflict);
    const clash = merge(means, heading ? withoutVintage(phrase) : phrase.means);
    if (clash !== null) unknown.push(clash);
    if (!heading) merge(own, phrase.means);
  });
  if (means.measure === 'change' && (marks.has('percent') || /%/.test(path.at(-1)?.text ?? '')))
    means.measure = 'change_rate';
  const texts = path.map((cell) => cell.text);
  const printedUnit = [...texts]
    .reverse()
    .map(labelUnit)
    .find((found) => found !== null);
  return {
    column,
    label: texts.join('/'),
    path,
    means,
    own,
    unknown,
    marks,
    year,
    lastYear: marks.has('last_year'),
    part,
    unit: printedUnit ?? (/%/.test(texts.at(-1) ?? '') || isRate(means) ? '%' : unit),
  };
}

function isRate(means: Coordinates): boolean {
  return means.measure === 'change_rate' || means.measure === 'share' || means.measure === 'completion_rate';
}

/** 本年收入 over a whole half says the half, not that carry-over is left out. */
function withoutVintage(phrase: Phrase): Coordinates {
  const { vintage: _, ...rest } = phrase.means;
  return rest;
}

/** Words that are not known below a header that is: a subdivision of it, named as printed. */
function isDetail(cell: Cell, depth: number, path: readonly Cell[], means: Coordinates): boolean {
  if (depth !== path.length - 1 || means.type_detail !== undefined) return false;
  const above = means.type ?? means.fund ?? means.item;
  return above !== undefined && above !== null && !/[一二三四五六七八九十]级/.test(cell.text);
}

/** What a subdivision says beside the words of the header above it: 政府采购项目中预留给中小企业的项目资金规模 -> 预留给中小企业. */
function detailOf(text: string, above: string): string {
  const key = labelKey(text);
  const parent = labelKey(above);
  if (parent !== '' && key.includes(parent))
    return (
      key
        .replace(parent, '')
        .replace(/^中/, '')
        .replace(/的?(?:项目)?(?:资金|金额)?(?:规模|金额|总额)$/, '') || key
    );
  return key.replace(DETAIL_FRAME, '') || key;
}

/** 因公出国（境）费 below 因公出国（境）费, beside its 小计: a part of it that has no other name. */
function subdivide(column: ValueColumn, all: ReadonlyMap<number, ValueColumn>): void {
  const parent = column.path.at(-2);
  if (parent === undefined || column.means.type_detail !== undefined || column.marks.has('total')) return;
  const same = labelKey(parent.text) === labelKey(column.path.at(-1)!.text);
  if (!same) return;
  for (const other of all.values())
    if (other !== column && other.path.at(-2) === parent && /^(?:小计|合计)$/.test(labelKey(other.path.at(-1)!.text)))
      column.own.type_detail = column.means.type_detail = column.path.at(-1)!.text;
}
