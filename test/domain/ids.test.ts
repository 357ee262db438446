/** The ids that table kinds declare, those that prose states, and the lists of the ground floor are one vocabulary. */
import { describe, expect, it } from 'vitest';
import { TABLE_KINDS, isRowId } from '../../pipeline/domain/ids.js';
import { KINDS } from '../../pipeline/domain/kinds.js';
import { STATISTIC_TERMS } from '../../pipeline/domain/lexicon/words/statistics.js';
import { layoutsOf } from '../support/layouts.js';
import { readProse } from '../../pipeline/narrative/index.js';

describe('table kinds', () => {
  it('are those of the list; lists of targets are known by their form', () => {
    const declared = new Set([...KINDS.map(({ id }) => id), 'project_targets']);
    expect([...declared].sort()).toEqual([...TABLE_KINDS].sort());
  });
});

describe('state-owned assets', () => {
  const USES = [
    '副部（省）级及以上领导',
    '主要负责人',
    '机要通信',
    '应急保障',
    '执法执勤',
    '特种专业技术',
    '离退休干部服务',
    '其他',
  ];
  const prose = readProse(
    layoutsOf(
      `九、国有资产占用情况说明\n    截至2024年12月31日，共有车辆36辆，其中：${USES.map((use, i) => `${use}用车${i + 1}辆`).join('、')}；` +
        '单价50万元（含）以上通用设备3台（套），单价100万元（含）以上设备（不含车辆）2台（套）。',
    ),
    {
      kind: 'final_accounts',
      scope: 'department',
      entity: { name: null, division_code: null, division_name: null },
      fiscal_year: 2024,
      title: null,
    },
  );

  it('are named in prose as in the table of statistics', () => {
    const rows = new Set(STATISTIC_TERMS.map(({ means }) => means?.item));
    const stated = prose.statements.map(({ subject }) => subject);
    expect(stated).toHaveLength(11);
    expect(stated.filter((subject) => !rows.has(subject) || !isRowId(subject))).toEqual([]);
    expect(stated).toContain('vehicles.principal');
    expect(stated).toContain('vehicles.retired_cadres');
    expect(stated).toContain('equipment.unit_price_1m');
  });
});
