/** @module In: a text. Out: words that are a term of the statutory vocabulary but for one character. */
import { type ClassCode, className } from '../../domain/classes.js';

/** Classes whose names are long enough. */
const CLASSES: readonly ClassCode[] = [
  '208',
  '207',
  '220',
  '215',
  '216',
  '224',
  '222',
  '201',
  '206',
  '210',
  '211',
  '212',
  '214',
  '221',
];

/** Terms long enough that one other character in them is a slip, not another term. */
const TERMS = [
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款',
  '财政拨款收入支出',
  '机关事业单位基本养老保险缴费',
  '机关事业单位职业年金缴费',
  '行政事业单位养老支出',
  '行政事业单位医疗',
  ...CLASSES.map(className),
  '住房改革支出',
  '公务用车购置及运行维护费',
  '公务用车运行维护费',
  '机关运行经费',
  '对个人和家庭的补助',
  '对附属单位补助支出',
  '附属单位上缴收入',
  '使用非财政拨款结余',
  '年初结转和结余',
  '年末结转和结余',
  '其他工资福利支出',
  '其他商品和服务支出',
  '职工基本医疗保险缴费',
  '其他社会保障缴费',
  '公务员医疗补助缴费',
  '主要领导干部用车',
  '特种专业技术用车',
  '离退休干部用车',
  '中央八项规定',
  '完成年初预算的',
  '决算数小于预算数',
  '决算数大于预算数',
  '主要原因',
].filter((term) => term.length >= 6);

/** What may stand in a term's place of a joining word, and characters that make another term of it. */
const LEGITIMATE = /[和与及、的或\d一二三四五六七八九十大小高低等年月（）()“”"'，。；：]/;

export interface NearTerm {
  from: number;
  to: number;
  term: string;
}

/** One character substituted, or one missing, inside a term; its ends must stand as they are. */
export function* nearTerms(text: string): Iterable<NearTerm> {
  for (const term of TERMS) {
    const head = term.slice(0, 2),
      tail = term.slice(-2);
    for (let from = text.indexOf(head); from >= 0; from = text.indexOf(head, from + 1)) {
      let i = 2;
      while (i < term.length && text[from + i] === term[i]) i++;
      if (i >= term.length - 1) continue;
      const said = text[from + i] ?? '',
        meant = term[i]!;
      if (text.startsWith(term.slice(i + 1), from + i + 1)) {
        if (said !== '' && !LEGITIMATE.test(said) && !LEGITIMATE.test(meant))
          yield { from, to: from + term.length, term };
      } else if (
        term.length >= 8 &&
        i >= 2 &&
        text.startsWith(term.slice(i + 1), from + i) &&
        text.startsWith(tail, from + term.length - 3) &&
        !LEGITIMATE.test(meant) &&
        meant !== term[i - 1]
      ) {
        yield { from, to: from + term.length - 1, term };
      }
    }
  }
}
