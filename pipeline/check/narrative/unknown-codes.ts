/** @module In: items that the prose gives with their codes (行政运行（2013201）), rows of the tables. Out: codes that no table has beside a name that it has. */
import type { Statement } from '../../narrative/types.js';
import type { CheckContext } from '../context.js';
import type { Row } from '../fact-index.js';
import type { Outcome } from '../types.js';
import { isDoubtful } from './groups.js';
import { fails, PASS, stated } from './say.js';

/** Codes that are found, before one that is not is an exception; and how many may be missing. */
const FOUND = 3;
const MOST_MISSING = 2;

export function* unknownCodes(ctx: CheckContext, rows: readonly { row: Row }[]): Iterable<Outcome> {
  const codes = new Set(rows.map(({ row }) => row.code));
  const said = new Map<string, Statement[]>();
  for (const statement of ctx.prose.statements) {
    const code = /^(?:function|fund|capital)\.(\d{7})\./.exec(statement.subject)?.[1];
    if (code === undefined || statement.kind !== 'amount' || statement.names.length !== 1) continue;
    if (Number(statement.value) === 0) continue;
    const list = said.get(code);
    if (list) list.push(statement);
    else said.set(code, [statement]);
  }
  const missing = [...said].filter(([code]) => !codes.has(code));
  if (said.size - missing.length < FOUND || missing.length > MOST_MISSING) return;
  for (const [code, statements] of missing) {
    const name = statements[0]!.names[0]!;
    const named = rows.filter(({ row }) => row.code !== null && ctx.names.loose(row.label) === ctx.names.loose(name));
    const others = [...new Set(named.map(({ row }) => row.code!))];
    // The name alone must say which code is meant; a code that differs by more than its group is another item.
    if (others.length !== 1) continue;
    const [right] = others;
    yield fails({
      severity: statements.some((s) => isDoubtful(ctx, s)) ? 'warning' : 'error',
      reported: code,
      computed: right!,
      zh: `“${statements[0]!.quote}”：表中没有科目${code}，“${name}”为${right}。`,
      en: `No table has the code ${code}; ${name} is ${right}.`,
      evidence: statements.map(stated),
    });
  }
  if (missing.length === 0 && said.size > 0) yield PASS;
}
