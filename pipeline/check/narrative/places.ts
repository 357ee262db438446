/** @module In: what a statement is about. Out: the rows and columns of the statutory tables that print it. */
import {
  type ColumnId,
  EQUIPMENT_CLASSES,
  type Phase,
  PROCUREMENT_ITEMS,
  type RowId,
  type TableKind,
  VEHICLE_USES,
} from '../../domain/ids.js';

export interface TablePlace {
  kind: TableKind;
  row: RowId;
  column: ColumnId;
}

const at = (kind: TableKind, row: RowId, column: ColumnId): TablePlace => ({ kind, row, column });

/** What tables of statistics print; their rows have no coordinates but ids. Places in one inner list are added up. */
export const STATISTICS: Readonly<Record<string, TablePlace[][]>> = {
  operating_expenses: [
    [at('disclosure_statistics', 'operating_expenses', 'statistic')],
    [at('three_public_expenses', 'operating', 'amount')],
  ],
  ...Object.fromEntries(
    PROCUREMENT_ITEMS.map((part) => [
      `procurement.${part}`,
      [[at('disclosure_statistics', `procurement.${part}`, 'statistic')]],
    ]),
  ),
  ...Object.fromEntries(
    (['total', ...VEHICLE_USES] as const).map((use) => [
      `vehicles.${use}`,
      [[at('disclosure_statistics', `vehicles.${use}`, 'statistic')]],
    ]),
  ),
  ...Object.fromEntries(
    EQUIPMENT_CLASSES.map((one) => [
      `equipment.${one}`,
      [[at('disclosure_statistics', `equipment.${one}`, 'statistic')]],
    ]),
  ),
};

/** Subjects that prose states and no place is looked up for, and why. A last point stands for all that begin so. */
export const WITHOUT_PLACE: Readonly<Record<string, string>> = {
  'three_public.operating': 'prose calls it operating_expenses',
  'three_public.reception.': 'tables print receptions in one sum',
  'three_public.abroad.groups': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'three_public.vehicle_purchase.count': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'three_public.vehicle_running.count': 'counts.… of 机构运行信息表 print it for few publishers; not compared yet',
  'procurement.reserved_': 'no table prints what is reserved',
  'procurement.sme_of_kind': 'a share of one kind of procurement, which no table divides',
  'vehicles_to_buy.': 'no table prints vehicles to be bought by use',
  'performance.': 'many tables, one for a project: rule narrative-performance finds the one that is meant',
};

const PHASE = /\.(actual|budget|prior_year)$/;

/** Path without phase. */
export function pathOf(subject: string): string {
  return subject.replace(PHASE, '');
}

export function phaseOf(subject: string): Phase {
  return (PHASE.exec(subject)?.[1] ?? 'actual') as Phase;
}
