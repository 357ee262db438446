/** @module Decides whether the words between a name and its figure leave no doubt that the one belongs to the other. */

/**
 * Words that may stand between what a figure is about and the figure, without naming anything else. Matched longest
 * first and never backwards, so that a hostile text costs no more than its length.
 */
const WORDS = [
  '，', '、', '：', '；', '"', "'", ' ', '其中', '包括',
  '财政拨款', '一般公共预算', '安排的', '安排', '支出', '收入', '费用', '费', '经费', '决算', '预算', '总额', '金额', '数额', '总计', '合计', '资金',
  '年初', '全年', '本年度', '本年', '今年', '当年', '年度', '全', '实际', '累计', '共计', '共', '计', '约', '达到', '达', '为', '是', '均', '各', '分别', '了', '数', '额',
  '与上年度相比', '与上一年度相比', '与上年相比', '与去年相比', '较上年度', '较上年', '比上年度', '比上年', '比去年', '较去年', '上一年度', '上一年', '上一度', '上年度', '上年', '去年',
  '无年初预算数', '无年初预算', '年初未安排预算', '年初没有预算', '未安排年初预算', '未列入年初预算', '与年初预算相比', '与预算相比', '相比', '相较', '比较', '比', '较', '与', '同', '同比', '和', '基本持平', '持平', '总体', '情况', '执行数', '完成数', '预计执行', '部门', '单位', '所属各预算', '开支', '使用', '用于',
  '的', '科目', '完成', '增减', '变动', '变化', '总', '大', '辆', '量', '保有', '截至', '年末', '人民币', '面向', '政府采购', '项目', '参加', '因公', '组织', '团组', '数量',
].sort((a, b) => b.length - a.length);

const STEP = new RegExp(`(?:${WORDS.join('|')}|\\d{4}年(?:度|末)?|（[^（）]{0,60}）)`, 'y');

/** True when the text is made of such words only. */
export function isGlue(text: string): boolean {
  if (text.length > 160) return false;
  let at = 0;
  while (at < text.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (!match) return false;
    at += match[0].length;
  }
  return true;
}
