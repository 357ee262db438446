/** @module The summary's words in two languages. */
import type { Language } from '../terminal.js';

export interface Words {
  written(documents: number, place: string): string;
  pages(pages: number, seconds: string, rate: string): string;
  skipped(n: number): string;
  failed(n: number): string;
  next: string;
  partial(n: number): string;
  errors(n: number): string;
  warnings(n: number): string;
  rounding(n: number): string;
  doubtful(n: number): string;
  clean: string;
  more(n: number): string;
  page(n: number): string;
  record: string;
  explain: string;
}

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    written: (n, place) => `${plural(n, 'document')} written to ${place}`,
    pages: (n, seconds, rate) => `${plural(n, 'page')} in ${seconds} s, ${rate} pages/s`,
    skipped: (n) => `${n} already done`,
    failed: (n) => `${plural(n, 'input')} failed`,
    next: 'next',
    partial: (n) =>
      `${plural(n, 'page')} could not be read; the rest of ${n === 1 ? 'its document' : 'their documents'} is written`,
    errors: (n) => `${plural(n, 'error')} in the documents: figures that do not agree beyond rounding`,
    warnings: (n) => `${plural(n, 'warning')}: wording, form, or a reading in doubt`,
    rounding: (n) => `${plural(n, 'note')}: differences explained by rounding`,
    doubtful: (n) => `${plural(n, 'value')} graded doubtful: look at ${n === 1 ? 'it' : 'them'} before use`,
    clean: 'No errors, no warnings.',
    more: (n) => `… and ${n} more`,
    page: (n) => `p. ${n}`,
    record: 'run record',
    explain: 'gongkai explain RULE says what a check compares',
  },
  zh: {
    written: (n, place) => `已写出 ${n} 份文件至 ${place}`,
    pages: (n, seconds, rate) => `${n} 页，用时 ${seconds} 秒，每秒 ${rate} 页`,
    skipped: (n) => `${n} 份此前已完成`,
    failed: (n) => `${n} 个输入失败`,
    next: '下一步',
    partial: (n) => `${n} 页无法读取；所在文件的其余部分已写出`,
    errors: (n) => `文件中 ${n} 处错误：数字不符，且超出四舍五入`,
    warnings: (n) => `${n} 处警告：措辞、格式，或识别存疑`,
    rounding: (n) => `${n} 处提示：差异可由四舍五入解释`,
    doubtful: (n) => `${n} 个数值存疑，使用前请核对`,
    clean: '未发现错误或警告。',
    more: (n) => `……另有 ${n} 条`,
    page: (n) => `第 ${n} 页`,
    record: '运行记录',
    explain: 'gongkai explain 规则编号 可查看规则说明',
  },
};
