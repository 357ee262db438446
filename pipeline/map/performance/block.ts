/** @module What a block of a performance table is: its columns with canonical ids, and where the names of its rows stand. */
import type { Cell, Phase } from '../../../schemas/index.js';

export interface BlockColumn {
  id: string | null;
  label: string;
  /** The header cells above the column, outermost first. */
  path: readonly Cell[];
  phase: Phase;
  unit: string | null;
}

export interface Block {
  type: 'indicators' | 'funds' | 'goals';
  /** Rows of the header; data begins below. */
  height: number;
  /** The merged cell left of the block that names it (绩效指标, 年度主要任务, 项目资金（万元）), or null. */
  heading: Cell | null;
  /** Columns of 一级, 二级, 三级指标, outermost first. */
  levels: number[];
  /** Columns of the names of tasks and sources. */
  names: number[];
  /** Columns of projects and institutions beside the levels: many projects in one table. */
  projects: number[];
  institutions: number[];
  /** Header cells of the block. */
  headers: Cell[];
  /** A figure printed left of the columns (项目资金（万元） | 500 | 年初预算数), or null. */
  corner: Cell | null;
  /** Projects stand below their institutions in one column: 项目名称（资金使用单位）. */
  mixed: boolean;
  /** Rows are tasks of a department (年度主要任务). */
  tasks: boolean;
  columns: Map<number, BlockColumn>;
}

const PHASES: Readonly<Record<string, Phase>> = {
  operator: 'target',
  target: 'target',
  target_adjusted: 'target',
  target_period: 'target',
  target_unit: 'target',
  goal: 'target',
  actual: 'actual',
  completion: 'completion',
  weight: 'weight',
  score: 'score',
  budget: 'budget',
  budget_initial: 'budget',
  budget_approved: 'budget',
  budget_period: 'budget',
  executed: 'actual',
  execution_rate: 'completion',
};

export function phaseOf(id: string | null): Phase {
  return PHASES[id?.split('.')[0] ?? ''] ?? 'statistic';
}

const MONEY_COLUMNS =
  /^(?:budget|budget_initial|budget_approved|budget_period|adjustment|executed|execution_rate|remaining|remaining_rate)(?:\.|$)/;
export const isMoneyColumn = (id: string | null): boolean =>
  id !== null && MONEY_COLUMNS.test(id) && !id.includes('rate');
