/** @module In: a sum that does not close to the last digit. Out: the finding, in words, with evidence on both sides. */
import type { Severity } from '../../schemas/index.js';
import { Decimal } from '../domain/decimal.js';
import type { Part, SumIdentity } from './identity.js';
import type { Operand } from './operand.js';
import { isNonZero } from './operand.js';
import { close, decimal, decimalsOf } from './quantity.js';
import type { Closure } from './quantity.js';
import type { Finding, Outcome } from './types.js';
import { greatest } from '../domain/extremes.js';

/** Parts named in a message one by one up to this many; more make it unreadable. */
const MAX_LISTED = 6;
/** Evidence is for the eye: past this many boxes nobody looks. */
const MAX_EVIDENCE = 60;

function factsOf(total: Operand, printed: Part[]): string[] {
  return [total, ...printed.map((p) => p.operand)].flatMap((o) => (o.fact === null ? [] : [o.fact.id]));
}

function evidenceOf(total: Operand, parts: Part[]): Finding['evidence'] {
  return [total, ...parts.map((p) => p.operand)].slice(0, MAX_EVIDENCE).map((o) => o.evidence);
}

/** "基本支出 113.20 + 项目支出 0.50"; long lists leave zeros out, longer ones become their count. */
function listParts(identity: SumIdentity, printed: Part[]): { zh: string; en: string } {
  const telling = printed.length > MAX_LISTED ? printed.filter((p) => isNonZero(p.operand.q!)) : printed;
  if (telling.length > MAX_LISTED || telling.length === 0) {
    return {
      zh: identity.sumName ?? `所列 ${printed.length} 项之和`,
      en: `the sum of ${printed.length} printed parts`,
    };
  }
  const text = telling
    .map((p, i) => `${p.sign === -1 ? '− ' : i > 0 ? '+ ' : ''}${p.operand.name} ${p.operand.printed}`)
    .join(' ');
  return { zh: text, en: text };
}

export function findingOf(identity: SumIdentity, printed: Part[], closure: Closure, severity: Severity): Finding {
  const { total } = identity;
  const digits = Math.max(decimalsOf(total.printed), decimalsOf(decimal(closure.difference)));
  const computed = decimal(closure.computed, digits),
    difference = decimal(closure.difference, digits),
    unit = total.q!.unit ?? '';
  const parts = listParts(identity, printed);
  const single = printed.length === 1;
  const rounding = severity === 'info';
  const sum = single ? '' : ` = ${computed}`;
  const zh =
    `${identity.at.where}：${total.name} ${total.printed} 与 ${parts.zh}${sum} 相差 ${difference.replace('-', '')}${unit}` +
    (rounding ? '，在四舍五入范围内' : '，超出四舍五入所能解释的范围') +
    (identity.remark ? `；${identity.remark.zh}` : '') +
    '。';
  const en =
    `${identity.at.where_en}: ${total.name} ${total.printed} differs from ${parts.en}${sum} by ${difference.replace('-', '')} ${unit}`.trimEnd() +
    (rounding ? ', which rounding explains' : ', more than rounding explains') +
    (identity.remark ? `; ${identity.remark.en}` : '') +
    '.';
  return {
    severity,
    message: zh,
    message_en: en,
    reported: total.printed,
    computed,
    difference,
    tolerance: decimal(closure.tolerance),
    evidence: evidenceOf(total, printed),
  };
}

export function emptyTotal(identity: SumIdentity, printed: Part[]): Outcome {
  const unit = printed[0]!.operand.q!.unit;
  const closure = close(
    { value: Decimal.ZERO, half: printed[0]!.operand.q!.half, unit },
    printed.map((p) => ({ q: p.operand.q!, sign: p.sign ?? 1 })),
  );
  const computed = decimal(closure.computed, greatest(printed.map((p) => decimalsOf(p.operand.printed))));
  return {
    outcome: 'fail',
    facts: factsOf(identity.total, printed),
    finding: {
      severity: 'warning',
      reported: null,
      computed,
      difference: null,
      tolerance: decimal(closure.tolerance),
      message: `${identity.at.where}：${identity.total.name}为空，而${listParts(identity, printed).zh} = ${computed}${unit ?? ''}。`,
      message_en: `${identity.at.where_en}: ${identity.total.name} is empty, while ${listParts(identity, printed).en} = ${computed}${unit ? ` ${unit}` : ''}.`,
      evidence: evidenceOf(identity.total, printed),
    },
  };
}

export function emptyParts(identity: SumIdentity): Outcome {
  const { total } = identity;
  return {
    outcome: 'fail',
    facts: factsOf(total, []),
    finding: {
      severity: 'warning',
      reported: total.printed,
      computed: null,
      difference: null,
      tolerance: null,
      message: `${identity.at.where}：${total.name} ${total.printed}，而其各组成部分（${names(identity.parts)}）均为空。`,
      message_en: `${identity.at.where_en}: ${total.name} is ${total.printed}, while all its parts (${names(identity.parts)}) are empty.`,
      evidence: evidenceOf(total, identity.parts),
    },
  };
}

function names(parts: Part[]): string {
  const list = parts
    .slice(0, MAX_LISTED)
    .map((p) => p.operand.name)
    .join('、');
  return parts.length > MAX_LISTED ? `${list}…` : list;
}
