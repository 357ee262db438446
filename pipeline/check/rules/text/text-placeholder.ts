/**
 * @module Words of the template that nobody filled in or struck out: XX, {单位}, 下降（增长）, 列明, a unit without its number.
 */
import { PROSE_WAN_OR_YUAN } from '../../../domain/prose-figures.js';
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';
import type { CheckContext } from '../../context.js';
import { anyOf } from '../../words.js';

interface Leftover {
  pattern: RegExp;
  severity: 'error' | 'warning';
  zh: string;
  en: string;
}

/** 增加（减少） */
const MOVES = anyOf('增加', '增长', '上升', '减少', '下降', '降低');
/** 大于（小于） */
const SIDES = anyOf('大于', '小于', '高于', '低于');
/** 增加/减少 */
const CHOICES = anyOf('增加', '增长', '减少', '下降', '大于', '小于');

const LEFTOVERS: Leftover[] = [
  {
    pattern: /(?<![A-Za-z\d])[XＸx×]{2,}(?![A-Za-z\d])|某某(?=局|委|部门|单位|中心|万元)/g,
    severity: 'error',
    zh: '占位符未替换',
    en: 'a placeholder was not filled in',
  },
  {
    pattern: /[{｛][^{}｛｝]{1,12}[}｝]|【(?:单位|部门|金额|年份|年度|名称|填写)[^【】]{0,8}】/g,
    severity: 'error',
    zh: '占位符未替换',
    en: 'a placeholder was not filled in',
  },
  {
    pattern: new RegExp(
      [
        `${MOVES}（${MOVES}）`,
        `${SIDES}（${anyOf('大于', '小于', '高于', '低于', '等于')}）`,
        `${CHOICES}[/／]${CHOICES}(?=\\d|预算)`,
      ].join('|'),
      'g',
    ),
    severity: 'error',
    zh: '模板选择项未删',
    en: 'a choice of the template was left in',
  },
  {
    pattern: new RegExp(
      [
        '列明(?=公务|购置|出国|车辆|接待)',
        `（${anyOf(
          ...['不涉及的不列', '如持平[^（）]{0,12}', '如有[^（）]{0,12}请[^（）]{0,12}'],
          ...['此处填写[^（）]{0,12}', '请填写[^（）]{0,12}', '请说明[^（）]{0,12}'],
        )}）`,
        '按上述格式依次说明',
        ...['仍保留该表格式', '在本表下方作下述说明', '（(?:增加|补充|填写|插入|此处)(?:内容|说明|文字|数据)）'],
      ].join('|'),
      'g',
    ),
    severity: 'error',
    zh: '模板提示语未删',
    en: 'an instruction of the template was left in',
  },
  {
    pattern: /^填报说明$|各(?:部门|单位)(?:（单位）)?请按.{0,10}口径/g,
    severity: 'error',
    zh: '填报说明混入正文',
    en: 'instructions to those who fill in the form stand in the text',
  },
  // Right before the unit there must be a number; 增长% and 为万元 have lost theirs.
  {
    pattern: new RegExp(
      [
        String.raw`(?:增长|下降|降低|完成(?:年初|全年)?预算的|(?<!\d)=|占比?为?) ?%`,
        `(?:决算为|预算为|支出为|收入为|增加|减少|金额为)${PROSE_WAN_OR_YUAN}(?=[，。；、]|$)`,
      ].join('|'),
      'g',
    ),
    severity: 'error',
    zh: '单位前缺少数字',
    en: 'the number before the unit is missing',
  },
  // 执法执勤用车  辆, among uses that have their numbers.
  {
    pattern:
      /(?<=用车\d{1,4}辆[^。]{0,80}[\u4e00-\u9fff]用车)辆(?=[、，。；])|[\u4e00-\u9fff]用车辆(?=[、，；][^。]{0,80}用车\d{1,4}辆)/g,
    severity: 'error',
    zh: '数量未填',
    en: 'a number was not filled in',
  },
  {
    pattern: /主要原因(?:是|为|：|是：)(?=[。；]|$)/g,
    severity: 'error',
    zh: '“主要原因”之后没有内容',
    en: 'no reason follows “主要原因”',
  },
  // 根据《…机构改革方案》，制定本规定: a regulation copied whole, with its own first and last article.
  {
    pattern: /制定本(?:规定|办法|方案)(?=。)|本(?:规定|办法)(?:由[^。，]{2,30}负责解释|自[^。，]{2,20}起施行)/g,
    severity: 'warning',
    zh: '照抄规定原文',
    en: 'the wording of a regulation was copied',
  },
  {
    pattern: /(?<=[局委办院所心处会厅府队])部门（单位）(?!整体|名称|预算|决算)/g,
    severity: 'warning',
    zh: '“部门（单位）”为模板占位文字',
    en: 'the template’s “部门（单位）” was left in behind the name',
  },
];

/** One look tells most paragraphs clean. */
const ANY = new RegExp(LEFTOVERS.map(({ pattern }) => pattern.source).join('|'));

export const rule = textRule({
  id: 'text-placeholder',
  severity: 'error',
  title: {
    zh: '模板占位、选择项或提示语未清理',
    en: 'Placeholders, choices or instructions of the template were left in',
  },
  contents: true,
  merge: true,
  where: ANY,
  *look({ paragraph, index, text }, ctx) {
    if (!ANY.test(text)) return;
    for (const { pattern, severity, zh, en } of LEFTOVERS) {
      // One finding a paragraph and kind: a template left whole would bury everything else.
      const all = [...text.matchAll(pattern)];
      const match = all[0];
      // A stray line of a table's header (占比%) is no sentence.
      if (!match || (en.startsWith('the number') && !/[，。；]/.test(text))) continue;
      const from = match.index,
        to = from + match[0].length;
      if (to === text.length && text.endsWith('：') && goesOn(ctx, index)) continue;
      const printed = paragraph.text.slice(from, to);
      const more = all.length > 1 ? `（本段共${all.length}处）` : '';
      yield fails({
        // What stands below 填报说明 is all one leftover.
        severity: sure(paragraph, from, to, severity),
        reported: isInstruction(ctx, index) ? INSTRUCTIONS : printed,
        zh: `${zh}：“${excerpt(paragraph.text, from, to)}”${more}。`,
        en: `${en}: “${printed}”${all.length > 1 ? ` (${all.length} times in this paragraph)` : ''}.`,
        evidence: [words(paragraph, from, to, 24)],
      });
    }
  },
});

/** Reasons listed below the colon, a paragraph each. */
function goesOn(ctx: CheckContext, index: number): boolean {
  const next = ctx.prose.paragraphs[index + 1];
  return (
    next !== undefined &&
    !ctx.structure.outline.body.some((heading) => heading.paragraph === index + 1 && heading.level <= 2)
  );
}

const INSTRUCTIONS = '填报说明';
/** Instructions to those who fill in the form take up a page at the most. */
const INSTRUCTION_PARAGRAPHS = 15;

function isInstruction(ctx: CheckContext, index: number): boolean {
  return ctx.prose.paragraphs
    .slice(Math.max(0, index - INSTRUCTION_PARAGRAPHS), index + 1)
    .some(({ text }) => text === INSTRUCTIONS);
}
