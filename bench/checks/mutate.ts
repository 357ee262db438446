/**
 * @module Plants one error at a time. In: what the stages before the checks give for a document without errors. Out:
 * the same with one figure of a table, or one amount, share, direction word or year of the prose, changed; and
 * whether the checks see it.
 */
import { readFileSync } from 'node:fs';
import type { Fact } from '../../schemas/index.js';
import { checkDocument } from '../../pipeline/check/index.js';
import type { CheckInput } from '../../pipeline/check/types.js';
import { joinTables, separateFurniture } from '../../pipeline/join/index.js';
import { mapDocument } from '../../pipeline/map/index.js';
import type { PageLayout, TextLine } from '../../pipeline/model.js';
import { readProse } from '../../pipeline/narrative/index.js';
import { openPdf } from '../../pipeline/read/index.js';
import { layoutPage } from '../../pipeline/tables/index.js';

export function readInput(file: string): Promise<CheckInput> {
  return inputOf(readFileSync(file));
}

/** What the checks see of a PDF's bytes. */
export async function inputOf(bytes: Uint8Array): Promise<CheckInput> {
  const pdf = await openPdf(bytes, { reader: 'auto' });
  try {
    const layouts: PageLayout[] = [];
    for (let n = 1; n <= pdf.pageCount; n++) layouts.push(layoutPage(await pdf.readPage(n)));
    const placed = separateFurniture(layouts);
    const mapped = mapDocument({ tables: joinTables(placed), layouts: placed });
    return { ...mapped, prose: readProse(placed, mapped.identity), layouts: placed };
  } finally {
    await pdf.close();
  }
}

export interface Mutation {
  kind: 'total' | 'item' | 'amount' | 'share' | 'direction' | 'year';
  /** Where, for the report. */
  place: string;
  from: string;
  to: string;
  /** The changed fact; null for a change of the prose. */
  fact: string | null;
  apply(): CheckInput;
}

export type Sight = 'error' | 'warning' | 'rounding' | 'not seen';

/** What the checks say about a mutation that they did not say before it. */
export function sightOf(mutation: Mutation, before: ReadonlySet<string>): { sight: Sight; errors: number } {
  const input = mutation.apply();
  const found = checkDocument(input).anomalies.filter((a) => !before.has(a.id));
  const errors = found.filter((a) => a.severity === 'error').length;
  const about =
    mutation.fact === null ? found : found.filter((a) => a.evidence.some((e) => e.fact_id === mutation.fact));
  const worst = about.some((a) => a.severity === 'error')
    ? 'error'
    : about.some((a) => a.severity === 'warning')
      ? 'warning'
      : about.length > 0
        ? 'rounding'
        : 'not seen';
  return { sight: worst, errors };
}

/**
 * One figure changed by a usual slip: a digit off, two transposed, one lost; the kind goes round so that all of them
 * occur.
 */
export function tableMutations(input: CheckInput): Mutation[] {
  const mutations: Mutation[] = [];
  input.facts.forEach((fact, i) => {
    if (fact.value === null || !/[1-9]/.test(fact.value)) return;
    const to = slip(fact.value, i);
    mutations.push({
      kind: isTotal(fact) ? 'total' : 'item',
      place:
        `${fact.table_title ?? fact.table_kind} · ${fact.row_code ?? ''} ${fact.row_label} · ${fact.column_label}`.replace(
          /\s+/g,
          ' ',
        ),
      from: fact.value,
      to,
      fact: fact.id,
      apply: () => ({
        ...input,
        facts: input.facts.map((f) => (f === fact ? { ...f, value: to, raw_text: to } : f)),
      }),
    });
  });
  return mutations;
}

function isTotal(fact: Fact): boolean {
  return /total/.test(`${fact.row_id ?? ''}|${fact.column_id ?? ''}`);
}

/**
 * 113.20 -> 213.20 (a digit), 131.20 (transposed) or 13.20 (lost); whole digits only, so that no slip hides in
 * rounding.
 */
export function slip(value: string, turn: number): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const sign = value.startsWith('-') ? '-' : '';
  const done = (digits: string): string => `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
  // Grouped digits stay grouped: only the first one changes.
  if (/[,，]/.test(whole)) return done(String((Number(whole[0]) % 9) + 1) + whole.slice(1));
  const at = [...whole].findIndex((c, i) => i + 1 < whole.length && c !== whole[i + 1]);
  if (turn % 3 === 1 && at >= 0 && !(at === 0 && whole[1] === '0'))
    return done(whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2));
  if (turn % 3 === 2 && whole.length > 1 && whole[1] !== '0') return done(whole.slice(1));
  return done(String((Number(whole[0]) % 9) + 1) + whole.slice(1));
}

interface Pattern {
  kind: Mutation['kind'];
  pattern: RegExp;
  change(text: string, turn: number): string;
}

const DIRECTIONS: Record<string, string> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  大于: '小于',
  小于: '大于',
  降低: '增长',
};
const PATTERNS: Pattern[] = [
  { kind: 'amount', pattern: /\d[\d,，]*\.\d+(?=万元|元)/g, change: slip },
  {
    kind: 'share',
    pattern: /(?<=占[^，。；%]{0,30}|完成[^，。；%]{0,12}|(?:增长|下降|降低|减少|增加))\d+\.\d+(?=%)/g,
    change: slip,
  },
  {
    kind: 'direction',
    pattern: /(?:增加|减少)(?=\d)|(?:增长|下降|降低)(?=\d)|(?<=决算数)(?:大于|小于)(?=年初预算数|预算数)/g,
    change: (t) => DIRECTIONS[t]!,
  },
  {
    kind: 'year',
    pattern: /20\d\d(?=年度?(?:收入|支出|财政|一般|政府|机关|本年|“三公”|"三公"))/g,
    change: (t) => String(Number(t) - 1),
  },
];

/**
 * One figure or word of a line of prose changed, glyph by glyph, and the prose read again. Zeros are left: they state
 * that nothing was spent.
 */
export function proseMutations(input: CheckInput): Mutation[] {
  const mutations: Mutation[] = [];
  for (const [p, layout] of input.layouts.entries())
    for (const [l, line] of layout.lines.entries()) {
      const text = line.glyphs.map((g) => g.text).join('');
      if ([...text].length !== line.glyphs.length) continue; // a glyph of several characters: no one-to-one change
      for (const { kind, pattern, change } of PATTERNS)
        for (const match of text.matchAll(pattern)) {
          if (kind !== 'direction' && kind !== 'year' && !/[1-9]/.test(match[0].split('.')[0]!)) continue;
          const to = change(match[0], mutations.length);
          if (to.length > match[0].length || to === match[0]) continue;
          mutations.push({
            kind,
            place:
              `p${layout.content.number}:` +
              ` …${text.slice(Math.max(0, match.index - 14), match.index + match[0].length + 6)}…`,
            from: match[0],
            to,
            fact: null,
            apply: () => withLine(input, p, l, changed(line, match.index, match[0].length, to)),
          });
        }
    }
  return mutations;
}

function changed(line: TextLine, at: number, length: number, to: string): TextLine {
  const glyphs = line.glyphs.flatMap((g, i) => {
    if (i < at || i >= at + length) return [g];
    const c = to[i - at];
    return c === undefined ? [] : [{ ...g, text: c, raw: c }];
  });
  return { ...line, glyphs, text: glyphs.map((g) => g.text).join('') };
}

function withLine(input: CheckInput, page: number, line: number, to: TextLine): CheckInput {
  const layouts = input.layouts.map((layout, p) =>
    p === page ? { ...layout, lines: layout.lines.map((x, l) => (l === line ? to : x)) } : layout,
  );
  return { ...input, layouts, prose: readProse(layouts, input.identity) };
}
