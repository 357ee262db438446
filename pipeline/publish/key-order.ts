/**
 * @module The order in which document.json and the flat records print their keys. The schemas declare the same order
 * (a test holds the two together); written out here so that an extraction need not load zod.
 */
import type {
  Anomaly,
  AnomalyRecord,
  Cell,
  Dimensions,
  Evidence,
  Fact,
  FactRecord,
  GongkaiDocument,
  NarrativeFigure,
  Page,
  Repair,
  Table,
} from '../../schemas/index.js';

/** null: any JSON value as it is; an object: an object with these keys in this order; an array: a list of such. */
export type Order = null | readonly [Order] | { readonly [key: string]: Order };

/** Every key of T, none forgotten: the compiler checks it. */
const order = <T>(keys: { readonly [K in keyof Required<T>]: Order }): { readonly [key: string]: Order } => keys;

const CELL = order<Cell>({
  row: null,
  column: null,
  row_span: null,
  column_span: null,
  text: null,
  raw_text: null,
  page: null,
  boxes: null,
  role: null,
  source: null,
  confidence: null,
});

const TABLE = order<Table>({
  id: null,
  kind: null,
  title: null,
  printed_number: null,
  unit: null,
  unit_evidence: order<NonNullable<Table['unit_evidence']>>({ quote: null, page: null, boxes: null }),
  pages: null,
  row_count: null,
  column_count: null,
  header_row_count: null,
  grade: null,
  notes: null,
  cells: [CELL],
});

const DIMENSIONS = order<Dimensions>({
  measure: null,
  flow: null,
  fund: null,
  vintage: null,
  type: null,
  type_detail: null,
  function: null,
  economic: null,
  government_economic: null,
  institution: null,
  institution_code: null,
  project: null,
  item: null,
  phase: null,
  year: null,
});

const FACT_KEYS: { readonly [K in keyof Fact]: Order } = {
  id: null,
  table_id: null,
  table_kind: null,
  table_title: null,
  row_code: null,
  row_id: null,
  row_label: null,
  row_path: null,
  column_id: null,
  column_label: null,
  dimensions: DIMENSIONS,
  phase: null,
  value: null,
  raw_text: null,
  unit: null,
  amount_yuan: null,
  page: null,
  boxes: null,
  source: null,
  confidence: null,
  grade: null,
  repair: order<Repair>({ from: null, to: null, why: null, identities: null }),
};

const EVIDENCE = order<Evidence>({
  fact_id: null,
  cell: order<NonNullable<Evidence['cell']>>({ table_id: null, row: null, column: null }),
  quote: null,
  page: null,
  boxes: null,
});

const ANOMALY_KEYS: { readonly [K in keyof Anomaly]: Order } = {
  id: null,
  rule: null,
  severity: null,
  message: null,
  message_en: null,
  reported: null,
  computed: null,
  difference: null,
  tolerance: null,
  evidence: [EVIDENCE],
  equation: order<NonNullable<Anomaly['equation']>>({
    relation: null,
    terms: [
      order<NonNullable<Anomaly['equation']>['terms'][number]>({
        fact_id: null,
        sign: null,
        value: null,
        half: null,
      }),
    ],
  }),
  suspect: null,
  proposed: order<NonNullable<Anomaly['proposed']>>({ value: null, slip: null, closes: null, rules: null }),
  consequence_of: null,
  certainty: null,
  places: null,
};

const CONTEXT_KEYS = {
  document_id: null,
  document_kind: null,
  scope: null,
  entity_name: null,
  division_code: null,
  division_name: null,
  fiscal_year: null,
};

export const FACT_RECORD = order<FactRecord>({ ...FACT_KEYS, ...CONTEXT_KEYS });
export const ANOMALY_RECORD = order<AnomalyRecord>({ ...ANOMALY_KEYS, ...CONTEXT_KEYS });

export const DOCUMENT = order<GongkaiDocument>({
  schema_version: null,
  document: order<GongkaiDocument['document']>({
    id: null,
    kind: null,
    scope: null,
    entity: order<GongkaiDocument['document']['entity']>({ name: null, division_code: null, division_name: null }),
    fiscal_year: null,
    title: null,
    page_count: null,
    status: null,
  }),
  source: order<GongkaiDocument['source']>({ uri: null, file_name: null, sha256: null, bytes: null }),
  pipeline: order<GongkaiDocument['pipeline']>({
    name: null,
    version: null,
    options: order<GongkaiDocument['pipeline']['options']>({
      reader: null,
      ocr: null,
      ocr_engine: null,
      vocabulary: null,
    }),
    stages: null,
  }),
  pages: [
    order<Page>({
      number: null,
      width: null,
      height: null,
      rotation: null,
      text_source: null,
      reason: null,
      grade: null,
    }),
  ],
  tables: [TABLE],
  facts: [order<Fact>(FACT_KEYS)],
  narrative: [
    order<NarrativeFigure>({
      id: null,
      kind: null,
      subject: null,
      value: null,
      unit: null,
      quote: null,
      page: null,
      boxes: null,
    }),
  ],
  checks: order<GongkaiDocument['checks']>({
    rules_run: null,
    passed: null,
    failed: null,
    not_applicable: null,
    not_evaluable: null,
  }),
  anomalies: [order<Anomaly>(ANOMALY_KEYS)],
});
