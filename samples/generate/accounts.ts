/** @module The figures of one final account, as decimal strings ("" where nothing is printed), free of any layout. */

/** A functional row: joined code ("" for 合计), name, one value a column of its table. */
export interface CodedRow {
  code: string;
  name: string;
  values: string[];
}

export interface Sides {
  /** Amounts of the income sources, in printed order. */
  sources: string[];
  /** Function code (208) to its amounts: one, or total / general / fund / state capital. */
  functions: Record<string, string[]>;
  /** Rows below the functions: label and amount left, label and amounts right. */
  tail: { left: string; leftValue: string; right: string; rightValues: string[]; bold?: boolean }[];
}

export interface ThreePublic {
  abroad: string;
  reception: string;
  vehicles: string;
  purchase: string;
  running: string;
  total: string;
  conference?: string;
  training?: string;
}

export interface FinalAccounts {
  entity: string;
  /** 部门 or 单位. */
  scope: '部门' | '单位';
  year: number;
  income: CodedRow[];
  expenditure: CodedRow[];
  general: CodedRow[];
  summary: Sides;
  appropriation: Sides;
  economic: Record<string, string>;
  personnel: string;
  publicUse: string;
  threePublicBudget: ThreePublic;
  threePublicActual: ThreePublic;
}

/** Lines "208 社会保障和就业支出 127.77 127.77 ..", "_" for an empty place, "合计 …" for the total. */
export function codedRows(text: string, width: number): CodedRow[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const parts = line.trim().split(/\s+/);
      const code = /^\d+$/.test(parts[0] ?? '') ? (parts.shift() ?? '') : '';
      const name = parts.shift() ?? '';
      const values = parts.map((v) => (v === '_' ? '' : v));
      while (values.length < width) values.push('');
      return { code, name, values };
    });
}

/** "30101 289.95 30102 134.19" into a record. */
export function pairs(text: string): Record<string, string> {
  const parts = text.trim().split(/\s+/);
  const out: Record<string, string> = {};
  for (let i = 0; i + 1 < parts.length; i += 2) out[parts[i] as string] = parts[i + 1] as string;
  return out;
}

export function row(rows: CodedRow[], code: string): CodedRow {
  const found = rows.find((r) => r.code === code);
  if (!found) throw new Error(`no row ${code || '合计'}`);
  return found;
}
