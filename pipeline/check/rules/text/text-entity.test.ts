import { expect, test } from 'vitest';
import { findings, tally } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-entity.js';

const identity = { entity: { name: '上海市普陀区规划和自然资源局', division_code: null, division_name: null } };
const found = (text: string) => findings(rule, said(text, undefined, { identity }));

test('a joining word in place of another, however often, is one error', () => {
  const all = found(
    '八、政府性基金情况说明\n  上海市普陀区规划与自然资源局2024年度无政府性基金。\n  上海市普陀区规划与自然资源局所属单位。',
  );
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({
    severity: 'error',
    reported: '上海市普陀区规划与自然资源局',
    computed: '上海市普陀区规划和自然资源局',
  });
  expect(all[0]!.evidence).toHaveLength(2);
});

test('the district missing in a title', () => {
  expect(found('  上海市规划和自然资源局2024年度部门决算表')[0]).toMatchObject({
    severity: 'error',
    reported: '上海市规划和自然资源局',
  });
});

test('a character missing', () => {
  expect(found('  上海市普陀区规划和自资源局共有车辆0辆。')).toHaveLength(1);
});

test('another unit’s year', () => {
  expect(
    found('一、收入支出决算总体情况说明\n  上海市普陀区民政局2024年度收入支出总计100.00万元。')[0],
  ).toMatchObject({ severity: 'error', reported: '上海市普陀区民政局' });
});

test('the name itself, its own units, the city’s office, and listed units', () => {
  expect(
    found(
      '  上海市普陀区规划和自然资源局2024年度部门决算，上海市普陀区规划和自然资源局执法大队，按照上海市规划和自然资源局要求。',
    ),
  ).toEqual([]);
  expect(
    found(
      '二、部门决算单位构成\n    1.上海市普陀区土地发展中心\n一、收入支出决算总体情况说明\n    上海市普陀区土地发展中心2024年度收入100.00万元。',
    ),
  ).toEqual([]);
});

test('without an entity nothing can be said', () => {
  expect(
    tally(
      rule,
      said('  说明。', undefined, { identity: { entity: { name: null, division_code: null, division_name: null } } }),
    ),
  ).toEqual({ not_evaluable: 1 });
});

test('another unit in the line over a table', () => {
  expect(found('收入决算表\n  编制单位：上海市普陀区民政局2024年度金额单位：万元')).toHaveLength(1);
  expect(found('收入决算表\n  编制单位：上海市普陀区规划和自然资源局（汇总）2024年度金额单位：万元')).toEqual([]);
});

test('a document compiled for another unit, and one that has no funds', () => {
  expect(
    found(
      '二、部门决算单位构成\n  纳入上海市普陀区民政局2024年部门决算编制范围的预算单位包括：上海市普陀区规划和自然资源局（本级）、上海市普陀区土地发展中心和其他各所属单位。',
    )[0],
  ).toMatchObject({ severity: 'error', reported: '上海市普陀区民政局' });
  expect(
    found('八、国有资本经营预算情况说明\n  上海市普陀区民政局没有国有资本经营预算财政拨款支出。')[0],
  ).toMatchObject({ severity: 'error' });
});

test('what a sentence goes by is not whose figures it gives', () => {
  expect(found('一、收入支出决算总体情况说明\n  根据上海市财政局2024年度预算批复，调整项目预算320万元。')).toEqual(
    [],
  );
});
