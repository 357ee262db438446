/** @module The rows of a table in; what varies down them out: functions, economic classes, institutions, projects, items, or halves. */
import { parseNumber } from '../domain/numbers.js';
import { fold, labelKey } from '../domain/labels.js';
import type { RowAxis } from '../domain/kinds.js';
import { looksLikeInstitution } from '../domain/lexicon/axes.js';
import type { Words } from '../domain/lexicon/phrase.js';
import { CODED, type Scheme, codeInLabel, codesNamed, schemeOf } from '../domain/schemes.js';
import type { ColumnGroup } from './columns.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';
import type { NameColumns } from './names.js';

export interface Rows {
  axis: RowAxis;
  /** How many rows carry a code or a name of each scheme. */
  counts: Readonly<Record<Scheme, number>>;
  /** The scheme that most codes of unnamed columns belong to. */
  scheme: Scheme | null;
}

/** The government's classes have the department's names: without codes they are not told apart. */
const NAMED: readonly Scheme[] = ['function', 'economic'];
const TOTALS = /^(?:合计|总计|小计)$/;

export function rowsOf(lexicon: Words, grid: Grid, header: Header, groups: readonly ColumnGroup[]): Rows {
  const counts: Record<Scheme, number> = { function: 0, economic: 0, government_economic: 0 };
  const named: Record<Scheme, number> = { function: 0, economic: 0, government_economic: 0 };
  let institutions = 0;
  let projects = 0;
  let items = 0;
  let labelled = 0;
  let headed = false;
  for (const { names, text, code } of nameCells(grid, header, groups)) {
    if (TOTALS.test(labelKey(text)) || TOTALS.test(labelKey(code))) continue;
    labelled++;
    if (names.axis === 'function' || names.axis === 'economic' || names.axis === 'government_economic') {
      counts[names.axis]++;
      continue;
    }
    if (names.axis === 'attribute') continue;
    if (names.axis === 'institution') {
      institutions++;
      continue;
    }
    headed ||= names.mixed;
    const scheme = schemeOf(fold(code)) ?? schemeOf(codeInLabel(text || code)?.code ?? '');
    const schemes = scheme === null ? NAMED.filter((each) => codesNamed(each, text).length > 0) : [];
    const phrase = lexicon.parse(text);
    if (scheme !== null) counts[scheme]++;
    else if (schemes.length > 0) for (const each of schemes) named[each]++;
    else if (phrase.means.item !== undefined) items++;
    else if (looksLikeInstitution(text)) institutions++;
    else if (names.axis === 'project' && phrase.unknown.length > 0) projects++;
  }
  // Names that several schemes share belong to the one that names most of the rows.
  const best = CODED.reduce((a, each) => (named[each] > named[a] ? each : a));
  counts[best] += named[best];
  const scheme = CODED.reduce<Scheme | null>(
    (best, each) => (counts[each] > (best === null ? 0 : counts[best]) ? each : best),
    null,
  );
  const across = groups.some((group) =>
    group.values.some((c) => header.paths[c]!.some((cell) => isThreePublic(lexicon, cell.text))),
  );
  return { axis: axis(), counts, scheme };

  function axis(): RowAxis {
    if (halves(lexicon, header, groups, grid)) return 'halves';
    if (items > 1 || across) return 'item';
    if (counts.economic > 0 && counts.government_economic > 0 && counts.function <= counts.economic / 2)
      return 'both_economic';
    if (counts.function > 0 && counts.function >= Math.max(counts.economic, counts.government_economic)) {
      return counts.economic > 0 && projects === 0 && counts.economic > counts.function ? 'economic' : 'function';
    }
    if (projects > 0) return 'project';
    if (institutions > 0 && ownInstitutions(groups) && (headed || institutions * 2 >= labelled)) return 'institution';
    if (counts.economic > 0) return 'economic';
    if (counts.government_economic > 0) return 'government_economic';
    if (institutions > 0) return 'institution';
    return labelled === 0 && grid.rows > header.count ? 'lone' : 'none';
  }
}

/** Institutions head the rows of the only label column (单位（科目）名称, 支出项目类别（资金使用单位）). */
function ownInstitutions(groups: readonly ColumnGroup[]): boolean {
  return groups.every((group) => group.names.filter((names) => names.label !== null).length <= 1);
}

function isThreePublic(lexicon: Words, text: string): boolean {
  const item = lexicon.parse(text).means.item;
  return item === 'abroad' || item === 'reception' || item === 'vehicles';
}

function* nameCells(
  grid: Grid,
  header: Header,
  groups: readonly ColumnGroup[],
): Iterable<{ names: NameColumns; text: string; code: string }> {
  for (const group of groups)
    for (const names of group.names)
      for (let r = header.mixedRow ?? header.count; r < grid.rows; r++) {
        const text = names.label === null ? '' : ownText(grid, r, names.label);
        const code = names.codes.map((c) => ownText(grid, r, c)).join('');
        if (text !== '' || code !== '') yield { names, text, code };
      }
}

function ownText(grid: Grid, row: number, column: number): string {
  const cell = grid.at(row, column);
  return cell && cell.row === row ? cell.text : '';
}

/** Sources in one column group, what they are spent on in another: 收入 and 支出 head them, or their rows say so. */
function halves(lexicon: Words, header: Header, groups: readonly ColumnGroup[], grid: Grid): boolean {
  if (groups.length < 2) return false;
  const flows = groups.map((group) => flowOfHalf(lexicon, header, group, grid));
  return flows.includes('income') && flows.includes('expenditure');
}

/** The half that a column group is: by its headings, else by what its rows are called. */
export function flowOfHalf(
  lexicon: Words,
  header: Header,
  group: ColumnGroup,
  grid: Grid,
): 'income' | 'expenditure' | null {
  for (const cell of group.headings) {
    const key = labelKey(cell.text);
    if (/收入|来源/.test(key) && !/支出/.test(key)) return 'income';
    if (/支出|运用/.test(key) && !/收入/.test(key)) return 'expenditure';
  }
  const label = group.labels.at(-1) ?? group.codes.at(-1);
  if (label === undefined) return null;
  const heads = header.paths[label]!.map((cell) => labelKey(cell.text)).join('/');
  if (/收入|来源/.test(heads) && !/支出/.test(heads)) return 'income';
  if (/支出|功能|经济/.test(heads) && !/收入/.test(heads)) return 'expenditure';
  let income = 0;
  let expenditure = 0;
  for (let r = header.count; r < grid.rows; r++) {
    const text = ownText(grid, r, label);
    if (text === '' || parseNumber(text).value !== null) continue;
    const { means } = lexicon.parse(text);
    if (codesNamed('function', text).some((code) => code.length === 3) || means.type !== undefined) expenditure++;
    else if (means.fund !== undefined || means.flow === 'income') income++;
    else if (means.flow === 'expenditure') expenditure++;
  }
  return income === expenditure ? null : income > expenditure ? 'income' : 'expenditure';
}
