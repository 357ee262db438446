/** @module A grid and its header in; the role of each column and the column groups that stand side by side out. */
import type { Cell } from '../../schemas/index.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';
import { type NameColumns, nameColumns } from './names.js';
import { isAmount, isBlank, parseNumber } from '../domain/numbers.js';
import { axisOf } from '../domain/lexicon/axes.js';
import { fold, labelKey } from '../domain/labels.js';
import { isUnitCell } from '../domain/units.js';

export type ColumnRole = 'code' | 'label' | 'ordinal' | 'unit' | 'value' | 'note';

/** Columns that belong together: codes and labels, then the values they name. */
export interface ColumnGroup {
  codes: number[];
  labels: number[];
  values: number[];
  /** Column that prints the unit of each row, or null. */
  unit: number | null;
  /** Texts of the header cells that stretch over labels and values alike (收入, 支出, 人员经费), outermost first. */
  headings: Cell[];
  /** What its rows carry names of: classification, institution, project. */
  names: NameColumns[];
}

interface Content {
  texts: number;
  units: number;
  numbers: number;
  amounts: number;
  codes: number;
  filled: number;
  sequence: boolean;
}

const CODE_HEADER = /(?:编码|代码|编号)$|^(?:类|款|项)$/;
const LABEL_HEADER =
  /^(?:项目|.*科目(?:名称)?|.*名称|(?:收入|支出)项目|项目\(.*\)|(?:支出)?(?:功能|经济)分类(?:科目)?.*|预算单位|单位|部门)$/;
const ORDINAL_HEADER = /^(?:行次?|次|序号)$/;
const YEAR_HEADER = /^(?:年度|年份)$/;
const NOTE_HEADER = /^(?:备注|说明|增减(?:变化)?原因.*|变动原因.*)$/;
const UNIT_HEADER = /^(?:计量)?单位$/;
/** Headers that a column of names may carry though it is no 项目 or 科目 column. */
const NAMING = /收入|支出|项目|科目|名称|类别|来源|用途|分类|内容/;
const CJK = /[\u3400-\u9fff]/;

function inspect(grid: Grid, header: Header, column: number): Content {
  const content: Content = { texts: 0, units: 0, numbers: 0, amounts: 0, codes: 0, filled: 0, sequence: true };
  let last: number | null = null;
  for (let r = header.mixedRow ?? header.count; r < grid.rows; r++) {
    const cell = grid.at(r, column);
    if (!cell || cell.row !== r || cell.column !== column || (r === header.mixedRow && column > 3)) continue;
    const text = fold(cell.text);
    if (isBlank(text) || text === '无') continue;
    content.filled++;
    if (isUnitCell(text)) content.units++;
    if (CJK.test(text) && (!/\d/.test(text) || parseNumber(text).value === null)) content.texts++;
    else {
      content.numbers++;
      if (isAmount(text)) content.amounts++;
    }
    if (/^\d{2,7}$/.test(text)) content.codes++;
    if (/^\d{1,3}$/.test(text)) {
      if (last !== null && Number(text) !== last + 1) content.sequence = false;
      last = Number(text);
    } else content.sequence = false;
  }
  return content;
}

function columnRole(header: Header, content: Content, column: number): ColumnRole {
  const path = header.paths[column]!;
  const leaf = labelKey(path.at(-1)?.text ?? '');
  if (ORDINAL_HEADER.test(leaf)) return 'ordinal';
  if (UNIT_HEADER.test(leaf) && content.units === content.filled) return 'unit';
  if (NOTE_HEADER.test(leaf)) return 'note';
  if (YEAR_HEADER.test(leaf)) return 'label';
  if (CODE_HEADER.test(leaf) && content.texts <= content.codes + 1) return 'code';
  if (LABEL_HEADER.test(leaf))
    return content.codes > content.texts && content.numbers > 0 && column < 6 ? 'code' : 'label';
  if (content.texts >= 2 && content.texts > content.numbers) {
    const wide = path.at(-1)?.column_span ?? 1;
    return column === 0 || leaf === '' || wide > 1 || NAMING.test(leaf) ? 'label' : 'note';
  }
  if (leaf === '' && content.filled >= 5 && content.sequence) return 'ordinal';
  if (axisOf(path.map((cell) => cell.text))?.axis === 'attribute' && content.amounts === 0) return 'note';
  return 'value';
}

/** The first column without any header above a column of labels is a label column however few they are. */
function firstIsLabel(header: Header, contents: Content[]): boolean {
  const first = contents[0];
  return first !== undefined && header.paths[0]!.length === 0 && first.texts > 0 && first.texts >= first.numbers;
}

function columnRoles(grid: Grid, header: Header): ColumnRole[] {
  const contents = Array.from({ length: grid.columns }, (_, c) => inspect(grid, header, c));
  const roles = contents.map((content, c) => columnRole(header, content, c));
  if (roles[0] === 'value' && firstIsLabel(header, contents)) roles[0] = 'label';
  // A first column whose only body texts are row names (预算数 / 决算数 below 项目 or 栏次).
  if (roles[0] === 'value' && contents[0]!.texts > 0 && contents[0]!.numbers === 0) roles[0] = 'label';
  return roles;
}

export function columnGroups(grid: Grid, header: Header): ColumnGroup[] {
  const roles = columnRoles(grid, header);
  const groups: ColumnGroup[] = [];
  let group: ColumnGroup = { codes: [], labels: [], values: [], unit: null, headings: [], names: [] };
  roles.forEach((role, c) => {
    if ((role === 'code' || role === 'label') && group.values.length > 0) {
      groups.push(group);
      group = { codes: [], labels: [], values: [], unit: null, headings: [], names: [] };
    }
    if (role === 'code') group.codes.push(c);
    else if (role === 'label') group.labels.push(c);
    else if (role === 'value') group.values.push(c);
    else if (role === 'unit') group.unit = c;
  });
  if (group.values.length > 0) groups.push(group);
  for (const each of groups) {
    each.names = nameColumns(header, each.codes, each.labels);
    each.headings = headings(header, each);
  }
  return groups;
}

function headings(header: Header, group: ColumnGroup): Cell[] {
  const label = group.labels[0] ?? group.codes[0];
  if (label === undefined || group.values.length === 0) return [];
  const shared = new Set(header.paths[label]!);
  return header.paths[group.values[0]!]!.filter((cell) => shared.has(cell));
}
