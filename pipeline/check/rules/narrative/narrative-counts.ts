/**
 * @module Counts beside amounts: vehicles held here against there, groups and visits against the money spent on them.
 */
import type { Statement } from '../../../narrative/types.js';
import { fails, PASS, stated } from '../../narrative/say.js';
import type { CheckContext } from '../../context.js';
import type { Outcome, Rule } from '../../types.js';

/** Money without a count, or a count without money. */
const PAIRS: { count: string; amount: string; zh: string; en: string }[] = [
  { count: 'three_public.abroad.groups', amount: 'three_public.abroad', zh: '出国团组、人次', en: 'groups abroad' },
  { count: 'three_public.reception', amount: 'three_public.reception', zh: '接待批次、人次', en: 'receptions' },
  {
    count: 'three_public.vehicle_purchase.count',
    amount: 'three_public.vehicle_purchase',
    zh: '购置公务用车数量',
    en: 'vehicles bought',
  },
];

export const rule: Rule = {
  id: 'narrative-counts',
  severity: 'warning',
  title: { zh: '数量与金额、前后数量相互印证', en: 'Counts agree with amounts and with one another' },
  *evaluate(ctx) {
    yield* vehicles(ctx);
    for (const { count, amount, zh, en } of PAIRS) {
      const amounts = find(ctx, 'amount', `${amount}.actual`),
        counts = find(ctx, 'count', count);
      if (amounts.length === 0 || counts.length === 0) {
        yield { outcome: 'not_evaluable', why: `${count} or its amount is not stated` };
        continue;
      }
      const money = amounts.every((s) => Number(s.value) !== 0),
        none = amounts.every((s) => Number(s.value) === 0);
      for (const stated of counts) yield beside(stated, amounts[0]!, money, none, zh, en);
    }
  },
};

function find(ctx: CheckContext, kind: string, subject: string): Statement[] {
  return ctx.prose.statements.filter((s) => s.kind === kind && s.subject === subject && s.value !== null);
}

function beside(count: Statement, amount: Statement, money: boolean, none: boolean, zh: string, en: string): Outcome {
  const zero = Number(count.value) === 0;
  if (zero ? !money : !none) return PASS;
  return fails({
    severity: 'warning',
    reported: `${count.value}${count.unit ?? ''}`,
    zh: `“${count.quote}”与“${amount.quote}”不相印证：${zero ? `有支出而${zh}为0` : `${zh}不为0而无支出`}。`,
    en: `${amount.value} ${amount.unit ?? ''} were spent and ${count.value} ${en} are counted.`,
    evidence: [stated(count), stated(amount)],
  });
}

/** What the appropriation keeps on the road cannot be more than all vehicles there are. */
function* vehicles(ctx: CheckContext): Iterable<Outcome> {
  const held = find(ctx, 'count', 'three_public.vehicle_running.count')[0],
    all = find(ctx, 'count', 'vehicles.total')[0];
  if (!held || !all) {
    yield { outcome: 'not_evaluable', why: 'one of the two vehicle counts is not stated' };
    return;
  }
  if (Number(held.value) <= Number(all.value)) {
    yield PASS;
    return;
  }
  yield fails({
    severity: 'warning',
    reported: held.value,
    computed: all.value,
    difference: String(Number(held.value) - Number(all.value)),
    zh: `“${held.quote}”，而“${all.quote}”：财政拨款开支运行费的公务用车多于全部车辆。`,
    en: `${held.value} vehicles run on appropriations, ${all.value} vehicles are held in all.`,
    evidence: [stated(held), stated(all)],
  });
}
