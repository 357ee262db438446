/**
 * @module Characters confused with one of nearly the same shape, inside words of the statutory vocabulary: 士地 for 土地.
 */
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { nearTerms } from '../../narrative/near-terms.js';
import { offsetsOf, textRule } from '../../narrative/text-rule.js';

/**
 * Right word, wrong form, and what must not stand around it for the form to be wrong. Only pairs where the wrong form
 * is no word of its own in these documents.
 */
const CONFUSED: [right: string, wrong: string, unless?: { before?: string; after?: string }][] = [
  ['土地', '士地', { before: '人女男博硕护战卫院学烈居', after: '位址点方区带' }],
  ['国土', '国士', { after: '兵官大绅' }],
  ['拨款', '拔款'],
  ['拨付', '拔付'],
  ['划拨', '划拔'],
  ['核拨', '核拔'],
  ['已经', '己经', { before: '自' }],
  ['已完成', '己完成', { before: '自' }],
  ['已公开', '己公开', { before: '自' }],
  ['拨款收入', '拨款收人'],
  ['事业收入', '事业收人'],
  ['经营收入', '经营收人'],
  ['其他收入', '其他收人'],
  ['补助收入', '补助收人'],
  ['上缴收入', '上缴收人'],
  ['收入支出', '收人支出'],
  ['收入决算', '收人决算'],
  ['收入预算', '收人预算'],
  ['收入总计', '收人总计'],
  ['收入合计', '收人合计'],
  ['纳入预算', '纳人预算'],
  ['纳入部门', '纳人部门'],
  ['纳入本', '纳人本'],
  ['人员经费', '入员经费'],
  ['人员支出', '入员支出'],
  ['未完成', '末完成', { before: '年月期周岁' }],
  ['年末结转和结余', '年未结转和结余'],
  ['治理', '冶理'],
  ['政治', '政冶'],
  ['法治', '法冶', { after: '炼金' }],
  ['部署', '部暑', { before: '全干', after: '期假' }],
  ['公署', '公暑'],
  ['气候', '气侯'],
  ['时候', '时侯'],
  ['情况', '晴况'],
  ['情况', '情祝'],
  ['货物', '贷物'],
  ['干部', '千部', { before: '几若数一二三四五六七八九十两' }],
  ['用于', '用干', { after: '部警净粮燥预' }],
  ['大于预算', '大干预算'],
  ['小于预算', '小干预算'],
  ['大于年初', '大干年初'],
  ['小于年初', '小干年初'],
  ['由于', '由干', { after: '部' }],
  ['项目', '项日', { after: '常期益' }],
  ['项目', '顶目'],
  ['津贴', '津帖'],
  ['补贴', '补帖'],
  ['缴费', '徼费'],
  ['缴纳', '徼纳'],
  ['培训', '培洲'],
  ['待遇', '侍遇'],
  ['接待', '接侍'],
  ['采购', '釆购'],
  ['采购', '采构'],
  ['预算', '预箕'],
  ['预算', '顸算'],
  ['财政', '财攻'],
  ['截至', '载至', { before: '下装运' }],
  ['截止', '载止'],
  ['贯彻', '惯彻'],
  ['贯彻', '贯砌'],
  ['竞争', '竟争', { before: '毕究' }],
  ['协调', '协凋'],
  ['厉行节约', '历行节约'],
  ['厉行节约', '励行节约'],
  ['压减', '压碱'],
  ['按规定', '按归定'],
];

interface Confusion {
  right: string;
  wrong: string;
  pattern: RegExp;
}

const COMPILED: Confusion[] = CONFUSED.map(([right, wrong, unless]) => ({
  right,
  wrong,
  pattern: new RegExp(
    `${unless?.before ? `(?<![${unless.before}])` : ''}${wrong}${unless?.after ? `(?![${unless.after}])` : ''}`,
    'g',
  ),
}));
const ANY = new RegExp(CONFUSED.map(([, wrong]) => wrong).join('|'));

export const rule = textRule({
  id: 'text-typo',
  severity: 'error',
  title: { zh: '形近字误用', en: 'A character is confused with one of nearly the same shape' },
  merge: true,
  *where({ matching }) {
    for (const { from } of nearTerms(matching)) yield from;
    yield* offsetsOf(matching, ANY);
  },
  *look({ paragraph, text }) {
    for (const { from, to, term } of nearTerms(text)) {
      const printed = paragraph.text.slice(from, to);
      // A known confusion is certain and says more.
      if (ANY.test(printed)) continue;
      yield fails({
        severity: 'warning',
        reported: printed,
        computed: term,
        zh: `“${excerpt(paragraph.text, from, to, 10)}”：“${printed}”疑为“${term}”之误。`,
        en: `“${printed}” is “${term}” but for one character.`,
        evidence: [words(paragraph, from, to, 8)],
      });
    }
    if (!ANY.test(text)) return;
    for (const { right, wrong, pattern } of COMPILED) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index,
          to = from + wrong.length;
        yield fails({
          severity: sure(paragraph, from, to),
          reported: wrong,
          computed: right,
          zh: `“${excerpt(paragraph.text, from, to, 12)}”：“${wrong}”应为“${right}”。`,
          en: `“${wrong}” should read “${right}”.`,
          evidence: [words(paragraph, from, to, 12)],
        });
      }
    }
  },
});
