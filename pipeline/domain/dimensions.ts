/**
 * @module The coordinates of a figure: their keys, their values, and the trees in which they stand. Imports nothing.
 * Source: ../shared/dimensions.md of the project; published as facts[].dimensions.
 */

export const FLOWS = ['income', 'expenditure', 'opening', 'closing', 'financing', 'distribution'] as const;
export const FUNDS = [
  'fiscal_appropriation',
  'general_public_budget',
  'government_fund',
  'state_capital',
  'fiscal_special_account',
  'entity_funds',
  'superior_subsidy',
  'business',
  'operating',
  'affiliated_remittance',
  'other',
] as const;
export const VINTAGES = ['current', 'carryover'] as const;
export const TYPES = [
  'basic',
  'basic.personnel',
  'basic.public',
  'project',
  'superior_remittance',
  'operating',
  'affiliated_subsidy',
  'reserve',
  'procurement',
  'purchased_services',
  'operating_expenses',
] as const;
export const MEASURES = [
  'change',
  'change_rate',
  'share',
  'completion_rate',
  'count',
  'persons',
  'vehicles',
] as const;
export const PHASES_OF_MONEY = ['budget', 'adjusted', 'actual'] as const;

export type Flow = (typeof FLOWS)[number];
export type Fund = (typeof FUNDS)[number];
export type Vintage = (typeof VINTAGES)[number];
export type ExpenditureType = (typeof TYPES)[number];
export type Measure = (typeof MEASURES)[number];
export type MoneyPhase = (typeof PHASES_OF_MONEY)[number];

/** What a figure means. A key that is not there: not broken down by it. */
export interface Dimensions {
  measure?: Measure;
  flow?: Flow;
  fund?: Fund;
  vintage?: Vintage;
  type?: ExpenditureType;
  /** A printed subdivision that has no name above, as printed. */
  type_detail?: string;
  /** 3, 5 or 7 digits. */
  function?: string;
  economic?: string;
  government_economic?: string;
  institution?: string;
  institution_code?: string;
  project?: string;
  item?: string;
  phase?: MoneyPhase;
  year?: number;
}

export type DimensionKey = keyof Dimensions;

/** The order in which they are published. */
export const DIMENSION_KEYS = [
  'measure',
  'flow',
  'fund',
  'vintage',
  'type',
  'type_detail',
  'function',
  'economic',
  'government_economic',
  'institution',
  'institution_code',
  'project',
  'item',
  'phase',
  'year',
] as const satisfies readonly DimensionKey[];

const FUND_PARENT: Partial<Record<Fund, Fund>> = {
  general_public_budget: 'fiscal_appropriation',
  government_fund: 'fiscal_appropriation',
  state_capital: 'fiscal_appropriation',
  superior_subsidy: 'entity_funds',
  business: 'entity_funds',
  operating: 'entity_funds',
  affiliated_remittance: 'entity_funds',
  other: 'entity_funds',
};

const ITEM_PARENT: Readonly<Record<string, string>> = {
  abroad: 'three_public',
  reception: 'three_public',
  vehicles: 'three_public',
  'vehicles.purchase': 'vehicles',
  'vehicles.running': 'vehicles',
};

/** vehicles.law_enforcement: the statistics count vehicles by their use. */
function isVehicleCount(item: string): boolean {
  return item.startsWith('vehicles.') && item !== 'vehicles.total';
}

const CODES: ReadonlySet<DimensionKey> = new Set(['function', 'economic', 'government_economic']);

/** The value one level up in the tree of a coordinate; null at the top: not broken down. */
export function parentOf(key: DimensionKey, value: string): string | null {
  if (key === 'fund') return FUND_PARENT[value as Fund] ?? null;
  if (key === 'type') return value.includes('.') ? value.slice(0, value.indexOf('.')) : null;
  if (key === 'item') return ITEM_PARENT[value] ?? (isVehicleCount(value) ? 'vehicles.total' : null);
  if (CODES.has(key)) return value.length > 3 ? value.slice(0, value.length - 2) : null;
  return null;
}

/** Whether `finer` lies below `coarser` in the tree of a coordinate (or is the same). */
export function isWithin(key: DimensionKey, finer: string, coarser: string): boolean {
  for (let at: string | null = finer; at !== null; at = parentOf(key, at)) if (at === coarser) return true;
  return false;
}

/** The same meaning, keys in the published order. */
export function inOrder(dimensions: Dimensions): Dimensions {
  const out: Record<string, unknown> = {};
  for (const key of DIMENSION_KEYS) if (dimensions[key] !== undefined) out[key] = dimensions[key];
  return out as Dimensions;
}
