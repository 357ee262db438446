/** @module What stands above a table: its year is the document's, its entity the one that the other tables name. */
import type { TextLine } from '../../../model.js';
import { captionText } from '../../captions.js';
import type { IndexedTable } from '../../fact-index.js';
import { merged } from '../../narrative/text-rule.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** Titles (…表), unit lines (单位：…) and a year on a line of its own; other lines above a table are prose. */
const CAPTION = /表(?:[(（].*[)）])?$|单位[:：]|部门[:：]|^[(（]?20\d\d年度?[)）]?$/;
const YEAR = /20\d\d(?=年)/g;
/** Years further away name a plan or a law. */
const NEAR = 3;
const ENTITY =
  /(?:编制|填报|预算|公开|填表)?(?:单位|部门)(?:名称)?[:：](?!人民币|[百千万亿]*元)([^:：]{4,40}?)(?=20\d\d年|金额单位|单位[:：]|[(（]?单位|$)/;

export const rule: Rule = {
  id: 'table-caption',
  severity: 'error',
  title: { zh: '表头所列年度、单位与文件一致', en: 'The year and the entity above a table are the document’s' },
  evaluate: (ctx) => merged(all(ctx)),
};

function* all(ctx: CheckContext): Iterable<Outcome> {
  const tables = ctx.index.tables.filter((t) => t.table.kind !== null);
  const captions = tables.map((table) => ({
    table,
    lines: ctx.captions.above(table.table).filter((l) => CAPTION.test(captionText(l))),
  }));
  for (const { table, lines } of captions) for (const line of lines) yield* yearOf(ctx, table, line);
  yield* entities(ctx, captions);
}

function* yearOf(ctx: CheckContext, table: IndexedTable, line: TextLine): Iterable<Outcome> {
  const own = ctx.identity.fiscal_year,
    text = captionText(line);
  for (const [printed] of text.matchAll(YEAR)) {
    if (own === null) {
      yield { outcome: 'not_evaluable', why: 'the fiscal year is not known' };
      continue;
    }
    const year = Number(printed);
    if (year === own) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    if (Math.abs(year - own) > NEAR || /上年|年初|比|规划/.test(text)) {
      yield { outcome: 'not_applicable', why: `${year} is another year on purpose` };
      continue;
    }
    // Self-evaluations of an earlier year are attached now and then.
    const attached = table.table.kind?.endsWith('_performance') ?? false;
    yield finding(
      line,
      attached ? 'warning' : 'error',
      String(year),
      String(own),
      `${table.title}表头“${text}”为${year}年，而文件为${own}年度`,
      `The caption “${text}” of ${table.title} says ${year}; the document is of ${own}`,
    );
  }
}

/** The name that most tables print is the measure; the document's own name counts as one more. */
function* entities(ctx: CheckContext, captions: { table: IndexedTable; lines: TextLine[] }[]): Iterable<Outcome> {
  const named = captions.flatMap(({ table, lines }) =>
    lines.flatMap((line) => {
      const name = ENTITY.exec(captionText(line))?.[1]
        ?.replace(/^\d[\d-]*/, '')
        .replace(/\d+$/, '');
      return name ? [{ table, line, name }] : [];
    }),
  );
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (!usual || usual[1] < 2) {
    yield { outcome: 'not_applicable', why: 'tables do not name their entity' };
    return;
  }
  for (const { table, line, name } of named) {
    const own = ctx.identity.entity.name?.normalize('NFKC');
    if (name === usual[0] || name === own) {
      yield { outcome: 'pass', facts: [], confirms: false };
      continue;
    }
    // Units of a department print tables of their own: a name that is merely different is a warning.
    yield finding(
      line,
      'warning',
      name,
      usual[0],
      `${table.title}表头单位为“${name}”，其他表为“${usual[0]}”`,
      `${table.title} names “${name}”, the other tables “${usual[0]}”`,
    );
  }
}

function finding(
  line: TextLine,
  severity: 'error' | 'warning',
  reported: string,
  computed: string,
  zh: string,
  en: string,
): Outcome {
  const sure = line.glyphs.every((g) => g.source === 'text_layer');
  return {
    outcome: 'fail',
    facts: [],
    finding: {
      severity: sure ? severity : 'warning',
      message: `${zh}。`,
      message_en: `${en}.`,
      reported,
      computed,
      difference: null,
      tolerance: null,
      evidence: [{ quote: line.text, page: line.page, boxes: [line.box] }],
    },
  };
}
