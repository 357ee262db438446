/** @module A table in; its canonical kind out, by title and header together, or null where they do not surely name one. */
import type { Table } from '../../schemas/index.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';
import { KINDS } from './kinds/index.js';
import { parseNumber } from '../domain/numbers.js';
import { editDistance, fold, labelKey } from '../domain/labels.js';
import type { Evidence, KindDefinition } from './types.js';

interface Texts {
  header: string;
  rows: string;
  all: string;
  functional: number;
  economic: number;
}

/** A title without what differs between publishers: white space, quotation marks, year, 部门/单位, 续表 marks. */
export function titleKey(title: string): string {
  return fold(title)
    .replace(/["'“”„‟‘’「」『』。.,，·|`~^*_]/g, '')
    .replace(/\(?(?:19|20)\d\d年?度?\)?/g, '')
    .replace(/\((?:续表?|[一二三四五六七八九十\d]+)\)/g, '')
    .replace(/续表/g, '')
    .replace(/部门|单位/g, '')
    .replace(/\(\)/g, '');
}

function texts(grid: Grid, header: Header): Texts {
  const head: string[] = [];
  const rows: string[] = [];
  let functional = 0;
  let economic = 0;
  for (const cell of grid.table.cells) {
    if (cell.text === '') continue;
    if (cell.row < header.count) {
      head.push(labelKey(cell.text));
      continue;
    }
    const text = fold(cell.text);
    if (cell.column < 4 && /^2\d\d(?:\d\d){0,2}$/.test(text)) functional++;
    if (/^[35]\d\d(?:\d\d)?$/.test(text)) economic++;
    if (text.length <= 40 && (!/\d/.test(text) || parseNumber(cell.text).value === null))
      rows.push(labelKey(cell.text));
  }
  const joined = { header: `|${head.join('|')}|`, rows: `|${rows.join('|')}|` };
  return { ...joined, all: joined.header + joined.rows, functional, economic };
}

function holds(evidence: Evidence, found: Texts): boolean {
  return (
    (evidence.header ?? []).every((pattern) => pattern.test(found.header)) &&
    (evidence.rows ?? []).every((pattern) => pattern.test(found.rows)) &&
    (evidence.any ?? []).every((pattern) => pattern.test(found.all)) &&
    (evidence.codes === undefined || found[evidence.codes] >= 2) &&
    !(evidence.none ?? []).some((pattern) => pattern.test(found.all))
  );
}

interface Named {
  kinds: KindDefinition[];
  exact: boolean;
}

function byTitle(title: string): Named {
  const exact = KINDS.filter(
    (kind) => kind.titles.some((pattern) => pattern.test(title)) && !kind.notTitles?.test(title),
  );
  if (exact.length > 0) return { kinds: exact, exact: true };
  let best = 4;
  let near: KindDefinition[] = [];
  for (const kind of KINDS) {
    if (kind.notTitles?.test(title)) continue;
    for (const name of kind.names) {
      const limit = Math.min(3, Math.floor(name.length / 5));
      const distance = editDistance(title, name, limit);
      if (distance > limit || distance > best) continue;
      if (distance < best) {
        best = distance;
        near = [];
      }
      if (!near.includes(kind)) near.push(kind);
    }
  }
  return { kinds: near, exact: false };
}

export function classify(table: Table, grid: Grid, header: Header): KindDefinition | null {
  const found = texts(grid, header);
  const title = titleKey(table.title ?? header.spanning?.text ?? '');
  const credible = (kind: KindDefinition) => !(kind.contradictions ?? []).some((evidence) => holds(evidence, found));
  const { kinds: named, exact } = byTitle(title);
  const believed = named.filter(credible);
  const shown = believed.find((kind) => kind.evidence.some((evidence) => holds(evidence, found)));
  // Of several kinds that a garbled title is as near to, only what the table shows decides.
  if (shown || believed.length === 1 || (exact && believed.length > 0)) return shown ?? believed[0]!;
  // A title of some other table ("…表") rules out what the header says, unless the header says it beyond doubt.
  const foreign =
    named.length === 0 && /(?:总表|决算表|预算表|明细表|情况表|一览表|支出表|目录)(?:\([^()]*\))?$/.test(title);
  const evident = KINDS.filter(
    (kind) =>
      credible(kind) &&
      !named.includes(kind) &&
      kind.evidence.some((evidence) => (!foreign || evidence.strong) && holds(evidence, found)),
  );
  return evident.length === 1 ? evident[0]! : null;
}
