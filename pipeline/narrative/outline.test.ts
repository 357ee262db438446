import { expect, test } from 'vitest';
import { hanNumber, outlineOf } from './outline.js';
import { paragraphsOf } from './paragraphs.js';
import { scopesOf } from './scope.js';
import { layoutsOf } from '../../test/support/layouts.js';

const outline = (text: string) => outlineOf(paragraphsOf(layoutsOf(text)));

test('numbers as printed', () => {
  expect(['一', '十', '十一', '二十', '二十六', '7'].map(hanNumber)).toEqual([1, 10, 11, 20, 26, 7]);
  expect(hanNumber('一一')).toBeNull();
});

test('the table of contents ends where its first entry comes again', () => {
  const { contents, body, contentsRange } = outline(
    '示例局2024年度部门决算\n目录\n第一部分概况................3\n一、' +
      '主要职责................3\n第二部分决算表................4\f第一部分概况\n一、主要职责\n    （一）贯彻执行政策，负责各项工作。',
  );
  expect(contentsRange).toEqual([1, 5]);
  expect(contents.map((h) => h.title)).toEqual(['概况', '主要职责', '决算表']);
  expect(body.map((h) => `${h.level} ${h.label}${h.title}`)).toEqual(['0 第一部分概况', '1 一、主要职责']);
});

test('a figure or a sentence is no heading', () => {
  expect(outline('一、收入总计100.00万元，包括：\n二、本单位无此项支出。主要是厉行节约。').body).toEqual([]);
});

test('scopes follow the headings', () => {
  const paragraphs = paragraphsOf(
    layoutsOf(
      '一、收入决算情况说明\n    文。\n十、其他重要事项的情况说明\n（一）机关运行经费支出情况\n    文。\n（二）政府采购支出情况。文字在后面。\n第四部分名词解释\n一、财政拨款收入\n    文。',
    ),
  );
  expect(scopesOf(paragraphs, outlineOf(paragraphs))).toEqual([
    'all',
    'all',
    'other',
    'operating',
    'operating',
    'procurement',
    'none',
    'none',
    'none',
  ]);
});
