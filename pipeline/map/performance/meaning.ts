/**
 * @module A figure of money in a performance table, by its row and column, in; its coordinates out, or null where a word has none.
 * Indicators, weights and scores are no money and have none.
 */
import { type Dimensions, inOrder } from '../../domain/dimensions.js';
import { fold } from '../../domain/labels.js';
import type { BlockColumn } from './block.js';

interface MoneyPlace {
  column: Pick<BlockColumn, 'id' | 'label'>;
  /** Canonical row: funds.fiscal, task.3, project.2. */
  row: string | null;
  project: string | null;
  institution: string | null;
  /** What holds for the whole block: a list of projects is their expenditure. */
  base: Dimensions;
  year: number | null;
}

/** Sources of money; null: the vocabulary of dimensions has no word for it. */
const SOURCES: Readonly<Record<string, Partial<Dimensions> | null>> = {
  total: {},
  fiscal: { fund: 'fiscal_appropriation' },
  carryover: { vintage: 'carryover' },
  general_public_budget: { fund: 'general_public_budget' },
  government_fund: { fund: 'government_fund' },
  state_capital: { fund: 'state_capital' },
  fiscal_special_account: { fund: 'fiscal_special_account' },
  entity_funds: { fund: 'entity_funds' },
  business: { fund: 'business' },
  basic: { type: 'basic' },
  project: { type: 'project' },
};

export function meaningOf({ column, row, project, institution, base, year }: MoneyPlace): Dimensions | null {
  const [name, ...parts] = (column.id ?? '').split('.');
  const phase = phaseOf(name!, fold(column.label));
  if (phase === null) return null;
  const meaning: Dimensions = { ...base, phase };
  if (name === 'execution_rate') meaning.measure = 'completion_rate';
  for (const part of [...parts, ...rowParts(row)]) {
    const said = SOURCES[part];
    if (said === undefined || said === null) return null;
    Object.assign(meaning, said);
  }
  if (project !== null) meaning.project = project;
  if (institution !== null) meaning.institution = institution;
  if (year !== null) meaning.year = year;
  return inOrder(meaning);
}

/** funds.fiscal -> fiscal; tasks of a department have no coordinate. */
function rowParts(row: string | null): string[] {
  if (row === null || row.startsWith('task.')) return ['unknown'];
  if (row === 'institution') return [];
  if (row.startsWith('funds.') || row.startsWith('expenditure.')) return [row.slice(row.indexOf('.') + 1)];
  return [];
}

/** 全年预算数 and what was adjusted stand beside the budget of the beginning of the year. */
function phaseOf(name: string, label: string): Dimensions['phase'] | null {
  if (name === 'executed' || name === 'execution_rate') return 'actual';
  if (name === 'budget_initial' || name === 'budget_approved') return 'budget';
  if (name !== 'budget') return null;
  if (/下达/.test(label)) return null;
  return /全年|调整/.test(label) ? 'adjusted' : 'budget';
}
