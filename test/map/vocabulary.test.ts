import { describe, expect, it } from 'vitest';
import { understandingOf } from '../../pipeline/domain/vocabulary.js';
import { mapDocument } from '../../pipeline/map/index.js';
import { parseVocabulary } from '../../pipeline/vocabulary.js';
import { draw, rowsOf } from './draw.js';
import { pageOf } from './truth.js';

const TABLE = rowsOf('科目编码|科目名称|合计|阳光资金\n2010301|行政运行|3.00|1.00');
const layouts = [pageOf(1, ['某市某局2025年度部门预算'])];

describe("a user's vocabulary", () => {
  it('gives coordinates to a column that we do not understand, and a kind to a title', async () => {
    const table = draw({ title: '阳光支出一览表' }, TABLE);
    const ours = mapDocument({ tables: [table], layouts });
    expect(ours.tables[0]!.kind).toBeNull();
    const vocabulary = await parseVocabulary(
      `
words:
  - { words: [阳光资金], means: { fund: other } }
  - { words: [阳光支出], means: { flow: expenditure } }
  - { words: [一览表], marks: [table] }
kinds:
  - { id: expenditure, means: { flow: expenditure }, axes: [function] }
`,
      'words.yaml',
    );
    const { tables, facts } = mapDocument({ tables: [table], layouts }, understandingOf(vocabulary));
    expect(tables[0]!.kind).toBe('expenditure');
    expect(facts.find(({ column_label }) => column_label === '阳光资金')?.dimensions).toMatchObject({
      flow: 'expenditure',
      fund: 'other',
      function: '2010301',
    });
  });
});
