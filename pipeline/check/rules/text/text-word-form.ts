/** @module Fixed expressions with a character lost or a word doubled: 较上一度 for 较上一年度, 主要是主要包括. */
import { excerpt, fails, sure, words } from '../../narrative/say.js';
import { textRule } from '../../narrative/text-rule.js';

interface Form {
  pattern: RegExp;
  right: string;
  severity: 'error' | 'warning';
}

const FORMS: Form[] = [
  { pattern: /(?<=[较比与同])上一度(?=[增减下上相持基支决预降，])/g, right: '上一年度', severity: 'error' },
  { pattern: /(?<=[较比与同])上一(?=增加|减少|增长|下降|相比|持平)/g, right: '上一年', severity: 'error' },
  { pattern: /(?<=[较比与同]\d{4})度(?=[增减下上相持基支决预降])/g, right: '年度', severity: 'error' },
  { pattern: /完成年初预(?=的\d)|完成年初算(?=的\d)|完成预(?=的\d)/g, right: '完成年初预算', severity: 'error' },
  { pattern: /(?<=决算数)(?:小|大)(?=预算数)/g, right: '小于/大于', severity: 'error' },
  {
    pattern: /一般公共算财政拨款|一般公预算财政拨款|一般公共预财政拨款|一般公共预算财拨款|一般公共预算财政拨支出/g,
    right: '一般公共预算财政拨款',
    severity: 'error',
  },
  {
    pattern: /政府性基(?=预算)|国有资经营预算|国有资本经预算|国有资本营预算/g,
    right: '政府性基金预算/国有资本经营预算',
    severity: 'error',
  },
  { pattern: /机关运经费|机关行经费/g, right: '机关运行经费', severity: 'error' },
  {
    pattern:
      /主要是主要(?:包括|用于)|主要原因是主要原因|其中其中|万元万元|年度年度|(?<!的)的的(?!确)|支出支出(?!决算)|预算预算|决算决算|经费经费/g,
    right: '',
    severity: 'warning',
  },
  // A word of two to six characters twice in a row; names of places and lists repeat on purpose (社区社区事务).
  {
    pattern:
      /(?<double>[\u4e00-\u9fff]{2,6})(?<!社区|街道|中心|单位|人民|逐步|研究|讨论|天天|等等|委监|年年|人人|年度|支出|预算|决算|经费)\k<double>(?!款)/g,
    right: '',
    severity: 'warning',
  },
  { pattern: /医保保障(?=管理|局|事务|工作|基金)/g, right: '医疗保障', severity: 'warning' },
  { pattern: /公务车用车/g, right: '公务用车', severity: 'warning' },
  { pattern: /社区事物受理/g, right: '社区事务受理', severity: 'warning' },
];

/** One look tells most paragraphs clean. */
const ANY = new RegExp(FORMS.map(({ pattern }) => pattern.source).join('|'));

export const rule = textRule({
  id: 'text-word-form',
  severity: 'error',
  title: { zh: '固定表述漏字或重复', en: 'A fixed expression has lost a character or repeats a word' },
  merge: true,
  where: ANY,
  *look({ paragraph, text }) {
    if (!ANY.test(text)) return;
    for (const { pattern, right, severity } of FORMS) {
      for (const match of text.matchAll(pattern)) {
        const from = match.index,
          to = from + match[0].length;
        // Words of an undetected table run together; a sentence has marks around.
        if (match.groups?.double !== undefined && !/[，。；]/.test(text.slice(Math.max(0, from - 24), to + 24)))
          continue;
        // One character alone is hard to find in a sentence: show it with the one before.
        const wrong = paragraph.text.slice(to - from < 3 ? Math.max(0, from - 1) : from, to);
        yield fails({
          severity: sure(paragraph, from, to, severity),
          reported: paragraph.text.slice(from, to),
          computed: right || null,
          zh:
            `“${excerpt(paragraph.text, from, to)}”：` +
            `${right ? `“${wrong}”应为“${right}”，有漏字或误字` : `“${match[0]}”词语重复`}。`,
          en: right
            ? `“${wrong}” should read “${right}”: a character is missing or wrong.`
            : `“${match[0]}” repeats a word.`,
          evidence: [words(paragraph, from, to, 16)],
        });
      }
    }
  },
});
