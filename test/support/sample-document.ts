/** @module A small document with every optional part filled, keys deliberately out of order. */
import type { GongkaiDocument } from '../../schemas/index.js';

export const SAMPLE_BYTES = new TextEncoder().encode('%PDF-1.7 stands for a file');
export const SAMPLE_SHA = 'ab'.repeat(32);

export function sampleDocument(change: Partial<GongkaiDocument['document']> = {}): GongkaiDocument {
  return {
    anomalies: [
      {
        evidence: [
          { boxes: [[1, 2, 3, 4]], page: 1, fact_id: 'f1' },
          { quote: '合计100.00', page: 2, boxes: [], cell: { column: 1, row: 2, table_id: 't1' } },
        ],
        tolerance: '0.015',
        difference: '1.00',
        computed: '101.00',
        reported: '100.00',
        message_en: 'sum',
        message: '合计不符',
        severity: 'error',
        rule: 'row-sum',
        id: 'a1',
      },
    ],
    checks: { not_evaluable: 0, not_applicable: 1, failed: 1, passed: 2, rules_run: 4 },
    narrative: [
      {
        boxes: [],
        page: 2,
        quote: '合计100.00',
        unit: '万元',
        value: '100.00',
        subject: 'income.total',
        kind: 'amount',
        id: 'n1',
      },
    ],
    facts: [
      {
        repair: { identities: ['row-sum'], why: 'sum', to: '1', from: '7' },
        grade: 'doubtful',
        confidence: 0.5,
        source: 'ocr',
        boxes: [[1, 2, 3, 4]],
        page: 1,
        amount_yuan: '1000000',
        unit: '万元',
        raw_text: '100.00',
        value: '100.00',
        dimensions: { flow: 'expenditure', phase: 'actual', year: 2024 },
        phase: 'actual',
        column_label: '决算数',
        column_id: 'amount',
        row_path: ['收入'],
        row_label: '本年收入合计',
        row_id: 'income.total',
        row_code: null,
        table_title: '收入支出决算总表',
        table_kind: 'income_expenditure_summary',
        table_id: 't1',
        id: 'f1',
      },
    ],
    tables: [
      {
        cells: [
          {
            confidence: 1,
            source: 'text_layer',
            role: 'total',
            boxes: [[1, 2, 3, 4]],
            page: 1,
            raw_text: '100.\n00',
            text: '100.00',
            column_span: 1,
            row_span: 1,
            column: 1,
            row: 2,
          },
        ],
        notes: ['注：'],
        grade: 'doubtful',
        header_row_count: 1,
        column_count: 2,
        row_count: 3,
        pages: [1],
        unit_evidence: { boxes: [], page: 1, quote: '单位：万元' },
        unit: '万元',
        printed_number: '公开01表',
        title: '收入支出决算总表',
        kind: 'income_expenditure_summary',
        id: 't1',
      },
    ],
    pages: [
      { grade: 'doubtful', reason: null, text_source: 'text_layer', rotation: 0, height: 842, width: 595, number: 1 },
      {
        grade: 'unchecked',
        reason: 'page_failed: broken stream',
        text_source: 'none',
        rotation: 0,
        height: 0,
        width: 0,
        number: 2,
      },
    ],
    pipeline: {
      stages: { read: 'pdfium', check: '1' },
      options: { vocabulary: null, ocr_engine: 'auto', ocr: 'auto', reader: 'auto' },
      version: '0.1.0',
      name: 'gongkai',
    },
    source: { bytes: SAMPLE_BYTES.length, sha256: SAMPLE_SHA, file_name: 'a.pdf', uri: 'file:a.pdf' },
    document: {
      status: 'partial',
      page_count: 2,
      title: '某局2024年度部门决算',
      fiscal_year: 2024,
      entity: { division_name: '普陀区', division_code: '310107', name: '某局' },
      scope: 'department',
      kind: 'final_accounts',
      id: SAMPLE_SHA,
      ...change,
    },
    schema_version: '1.1.0',
  };
}
