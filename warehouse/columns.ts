/** @module The published flat records (zod) -> declared columns that every export format shares. */
import { DIMENSION_KEYS } from '../pipeline/domain/dimensions.js';
import { AnomalyRecord, Dimensions, FactRecord } from '../schemas/index.js';
import { z } from 'zod';
import { documentKey, type RecordKind } from '../stores/layout.js';

export type { RecordKind };

/** decimal: exact, DECIMAL(38, 6) in Parquet; json: a nested value, kept as JSON text. */
export type ColumnType = 'string' | 'integer' | 'number' | 'decimal' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
  description: string;
  /** Column type of the Fiscal Data Package taxonomy, where one fits. */
  fiscalType?: string;
}

/** What a reader of the warehouse needs to know beyond the schema's own descriptions. */
const DESCRIPTIONS: Record<string, string> = {
  document_id: `SHA-256 of the source PDF; ${documentKey('<document_id>')} holds everything read from it`,
  document_kind:
    'final_accounts, budget, performance_evaluation, government_budget, government_accounts (a whole government: no facts) or other',
  scope: 'department or unit',
  entity_name: 'the publishing department or unit, as printed',
  division_code: 'administrative division (GB/T 2260)',
  division_name: 'name of the administrative division',
  fiscal_year: 'the year the figures are for',
  id: 'stable within the document',
  table_id: 'the table in document.json',
  table_kind: 'canonical id of the statutory table',
  table_title: 'as printed',
  row_label: 'as printed',
  row_path: 'labels of the parent rows, outermost first (JSON array)',
  phase: 'actual, budget, prior_year, target, completion, weight, score or statistic',
  dimensions:
    'what the figure means, as JSON; null: a word of its title, header or row is not understood, so use it for no sum. Its keys are the columns dim_…',
  value: 'exact; null: a labelled place with nothing printed',
  raw_text: 'as printed',
  unit: 'the unit the value is printed in',
  page: 'page of the PDF, from 1',
  boxes: 'where on the page, [x0, y0, x1, y1] in points from the top left (JSON array)',
  source: 'text_layer or ocr',
  confidence: '0 to 1; of the reading, not of the figure',
  repair: 'null, or what was changed, from what, and why (JSON)',
  rule: 'id of the check: gongkai explain <rule>',
  severity: 'error, warning or info',
  message: 'Chinese',
  message_en: 'English',
  reported: 'what the document says',
  computed: 'what follows from its other figures',
  difference: 'reported less computed',
  tolerance: 'what rounding explains',
  evidence: 'facts, cells and quotes on both sides, with pages and boxes (JSON array)',
  equation: 'null, or the terms of the sum or comparison that does not hold (JSON)',
  suspect: 'id of the fact that, changed, closes most',
  proposed: 'null, or the value that would close what fails, and how much (JSON)',
  consequence_of: 'id of the finding that has the same cause and speaks for it',
  certainty: 'figure, tie, identity or reading: how far the fault is placed',
  places: 'equal findings that this one stands for',
};

const FISCAL_TYPES: Record<string, string> = {
  amount_yuan: 'value',
  value: 'value',
  fiscal_year: 'date:fiscal-year',
  entity_name: 'administrative-classification:generic:level1:label',
  division_code: 'geo:source:code',
  division_name: 'geo:source:title',
  row_code: 'functional-classification:generic:code',
  row_label: 'functional-classification:generic:label',
  phase: 'phase:label',
  document_kind: 'phase:id',
};

const DECIMALS = new Set(['value', 'amount_yuan', 'difference', 'tolerance']);

interface JsonProperty {
  type?: string | string[];
  anyOf?: JsonProperty[];
  description?: string;
  enum?: string[];
}

/** In the order of the schema, the document's context first. */
export function columnsOf(kind: RecordKind): Column[] {
  const schema = z.toJSONSchema(kind === 'facts' ? FactRecord : AnomalyRecord, {
    target: 'draft-2020-12',
    reused: 'inline',
  }) as { properties: Record<string, JsonProperty> };
  const columns = columnsFrom(schema.properties);
  const context = columns.findIndex((c) => c.name === 'document_id');
  const own = columns.slice(0, context);
  return [...columns.slice(context), ...own, ...(kind === 'facts' ? dimensionColumns() : [])];
}

/** A coordinate a column: null where the figure is not broken down by it, and where its meaning is not known. */
function dimensionColumns(): Column[] {
  const { properties } = z.toJSONSchema(Dimensions, { target: 'draft-2020-12' }) as {
    properties: Record<string, JsonProperty>;
  };
  return DIMENSION_KEYS.map((key) => {
    const { type, description = '', enum: values = [] } = properties[key]!;
    return {
      name: `${DIMENSION_PREFIX}${key}`,
      type: typeOf(key, [type ?? 'string'].flat()),
      nullable: true,
      description: values.length === 0 ? description : `${description}; one of ${values.join(', ')}`,
    };
  });
}

const DIMENSION_PREFIX = 'dim_';

/** A published record with its coordinates as columns beside the others. */
export function withDimensions<T extends Readonly<Record<string, unknown>>>(record: T): T {
  const dimensions = record.dimensions as Readonly<Record<string, unknown>> | null | undefined;
  if (dimensions === undefined || dimensions === null) return record;
  const columns = Object.entries(dimensions).map(([key, value]) => [`${DIMENSION_PREFIX}${key}`, value]);
  return { ...record, ...Object.fromEntries(columns) };
}

function columnsFrom(properties: Readonly<Record<string, JsonProperty>>): Column[] {
  const kind = 'evidence' in properties ? 'anomalies' : 'facts';
  return Object.entries(properties).map(([name, property]): Column => {
    const types = (property.anyOf ?? [property]).flatMap((v) => v.type ?? []);
    const described = property.description ?? property.anyOf?.find((v) => v.description)?.description;
    return {
      name,
      type: typeOf(name, types),
      nullable: types.includes('null'),
      description: DESCRIPTIONS[name] ?? described ?? '',
      ...(FISCAL_TYPES[name] === undefined || (kind === 'anomalies' && name === 'row_code')
        ? {}
        : { fiscalType: FISCAL_TYPES[name] }),
    };
  });
}

function typeOf(name: string, types: string[]): ColumnType {
  if (DECIMALS.has(name)) return 'decimal';
  const type = types.find((t) => t !== 'null');
  if (type === 'array' || type === 'object') return 'json';
  return type === 'integer' || type === 'number' ? type : 'string';
}
