/** @module Characters confused with one of nearly the same shape, inside words of the statutory vocabulary: 士地 for 土地. */
import { excerpt, fails, sure, words } from '../narrative/say.js';
import { textRule } from '../narrative/text-rule.js';

/**
 * Right word, wrong form, and what must not stand around it for the form to be wrong. Only pairs where the wrong form is
 * no word of its own in these documents.
 */
const CONFUSED: [right: string, wrong: string, unless?: { before?: string; after?: string }][] = [
  ['土地', '士地'], ['国土', '国士'], ['本土', '本士'], ['土石', '士石'], ['水土', '水士'],
  ['拨款', '拔款'], ['拨付', '拔付'], ['划拨', '划拔'], ['核拨', '核拔'], ['拨入', '拔入'],
  ['已经', '己经'], ['已完成', '己完成'], ['已公开', '己公开'], ['自己', '自已'],
  ['收入', '收人', { after: '民士' }], ['投入', '投人', { after: '民员' }], ['纳入', '纳人', { before: '缴', after: '员' }], ['人员经费', '入员经费'], ['人员', '入员', { before: '加纳进录准引列投收并选转' }],
  ['未完成', '末完成', { before: '年月期' }], ['年末结转', '年未结转'], ['年末', '年未', { after: '完达能实有出列按安发进使及支付下到办编执形产设开' }],
  ['治理', '冶理'], ['政治', '政冶'], ['法治', '法冶'], ['综治', '综冶'],
  ['部署', '部暑'], ['公署', '公暑'], ['气候', '气侯'], ['时候', '时侯'],
  ['情况', '晴况'], ['情况', '情祝'], ['货物', '贷物'], ['干部', '千部', { before: '若几' }], ['干部', '于部', { before: '由位属在低高大小关对' }],
  ['用于', '用干', { after: '部警' }], ['大于', '大干'], ['小于', '小干'], ['由于', '由干', { after: '部' }], ['低于', '低干'], ['高于', '高干', { after: '部' }],
  ['项目', '项日'], ['项目', '顶目'],
  ['津贴', '津帖'], ['补贴', '补帖'], ['缴费', '徼费'], ['缴纳', '徼纳'], ['培训', '培洲'], ['待遇', '侍遇'], ['接待', '接侍'],
  ['采购', '釆购'], ['采购', '采构'], ['预算', '预箕'], ['预算', '顸算'], ['决算', '決箕'], ['事业', '亊业'], ['经费', '经赀'], ['财政', '财改', { after: '革' }], ['财政', '财攻'],
  ['截至', '载至'], ['截止', '载止'], ['贯彻', '惯彻'], ['贯彻', '贯砌'], ['健全', '建全'], ['竞争', '竟争'], ['协调', '协凋'],
  ['厉行节约', '历行节约'], ['厉行节约', '励行节约'], ['压减', '压碱'], ['按规定', '按归定'],
];

interface Confusion { right: string; wrong: string; pattern: RegExp; }

const COMPILED: Confusion[] = CONFUSED.map(([right, wrong, unless]) => ({
  right, wrong,
  pattern: new RegExp(`${unless?.before ? `(?<![${unless.before}])` : ''}${wrong}${unless?.after ? `(?![${unless.after}])` : ''}`, 'g'),
}));
const ANY = new RegExp(CONFUSED.map(([, wrong]) => wrong).join('|'));

export const rule = textRule({
  id: 'text-typo',
  severity: 'error',
  title: { zh: '形近字误用', en: 'A character is confused with one of nearly the same shape' },
  *look({ paragraph, text }) {
    if (!ANY.test(text)) return;
    for (const { right, wrong, pattern } of COMPILED) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index, to = from + wrong.length;
        yield fails({
          severity: sure(paragraph, from, to), reported: wrong, computed: right,
          zh: `“${excerpt(paragraph.text, from, to, 12)}”：“${wrong}”应为“${right}”。`, en: `“${wrong}” should read “${right}”.`,
          evidence: [words(paragraph, from, to, 12)],
        });
      }
    }
  },
});
