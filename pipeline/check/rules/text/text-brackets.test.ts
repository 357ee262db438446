import { expect, test } from 'vitest';
import { findings } from '../../../../test/support/check/document.js';
import { said } from '../../../../test/support/check/prose.js';
import { rule } from './text-brackets.js';

const found = (text: string) => findings(rule, said(`十、预算绩效管理情况\n  ${text}`));

test('a bracket that is not closed', () => {
  const all = found('平均得分99.33分（其中，绩效评级为“优”的项目39个；绩效自评中共发现问题0个。');
  expect(all.map((f) => [f.severity, f.reported])).toEqual([['warning', '（']]);
  expect(all[0]?.evidence[0]?.quote).toMatch(/^（其中/);
});

test('a bracket or quote that closes nothing', () => {
  expect(found('平均得分99.33分），绩效良好。')).toHaveLength(1);
  expect(found('绩效评级为优”的项目39个。')).toHaveLength(1);
});

test('nested, mixed forms, and numbers with a bracket', () => {
  expect(found('绩效（其中，评级为“优”的项目（含子项)39个），良好。')).toEqual([]);
  expect(found('包括：1）办公费；2）印刷费。')).toEqual([]);
});

test('a paragraph that is cut off is not judged', () => {
  expect(found('平均得分99.33分（其中，绩效评级为“优”的项目')).toEqual([]);
});
