import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.js';
import { layoutsOf } from '../../test/support/layouts.js';

const texts = (text: string): string[] => paragraphsOf(layoutsOf(text)).map((p) => p.text);

test('full lines go on, indented lines begin', () => {
  expect(
    texts(
      '    本年收入合计9746.50万元，其中财政拨款\n收入9746.50万元。\n    本年支出合计9759.38万元，其中基本支出。',
    ),
  ).toEqual(['本年收入合计9746.50万元，其中财政拨款收入9746.50万元。', '本年支出合计9759.38万元，其中基本支出。']);
});

test('a number that did not fit wraps whole', () => {
  expect(texts('    公用经费四百八十万元主要包括办公费支出合计\n10210.34万元，完成年初预算。\n')).toHaveLength(1);
});

test('a line that starts with a closing mark never begins a paragraph', () => {
  expect(texts('    行政单位医疗（项）\n    。主要用于：行政单位医疗保险支出和其他各项支出。')).toHaveLength(1);
});

test('a short line ends its paragraph', () => {
  expect(texts('收入合计如下\n本年支出合计一万元，其中基本支出五千元，其他支出五千元')).toHaveLength(2);
});

test('numbered headings below one another', () => {
  expect(texts('一、收入支出决算总表\n二、收入决算表\n三、支出决算表')).toHaveLength(3);
});

test('a page break in mid-sentence, and one between paragraphs', () => {
  expect(texts('    医疗保障筹资和待遇政策，统筹城乡医疗保\f障待遇标准。\n    第二段。')).toEqual([
    '医疗保障筹资和待遇政策，统筹城乡医疗保障待遇标准。',
    '第二段。',
  ]);
});

test('spaces are kept between Latin words and numbers only', () => {
  expect(texts('    2024 年度 DRG 2.0 版')).toEqual(['2024年度DRG 2.0版']);
});

test('every character leads back to its glyph and page', () => {
  const [paragraph] = paragraphsOf(layoutsOf('    医疗保障筹资和待遇政策统筹城乡\f医疗。'));
  expect(paragraph!.glyphs).toHaveLength(paragraph!.text.length);
  expect(paragraph!.glyphs.map((g) => g?.text).join('')).toBe(paragraph!.text);
  expect(paragraph!.pages.at(-1)).toBe(2);
});

test('numbers of a list run into a sentence do not begin paragraphs', () => {
  expect(texts('    主要原因：1.人员经费调标；2.新增专项业务。\n3.部分项目延期支付。\n    第二段在此。')).toEqual([
    '主要原因：1.人员经费调标；2.新增专项业务。3.部分项目延期支付。',
    '第二段在此。',
  ]);
});

test('a page of short paragraphs still shows its left edge', () => {
  expect(
    texts(
      '    一句。\n    两句。\n    三句。\n    四句话。\n    本年收入合计九千余万元，其中财政拨款收入\n一项。\n    又一句。\n    五句。\n    六句。',
    ),
  ).toHaveLength(8);
});

test('an entry of the table of contents ends with its page', () => {
  expect(
    texts(
      '    附：名词解释..............................9\n示例市示例区示例局概况..........................10\n第一部分概况',
    ),
  ).toHaveLength(3);
});

test('a unit cut by the line or the page goes on', () => {
  expect(texts('    环境监测管理工作959.38万\n元，主要用于交流。')).toEqual([
    '环境监测管理工作959.38万元，主要用于交流。',
  ]);
  expect(texts('    资本性支出464.64万\f元，主要用于设备。')).toHaveLength(1);
});
