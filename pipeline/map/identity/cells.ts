/** @module Tables in; the institutions that their cells name (部门名称 | 北京市信访办公室, a column 预算单位) out. */
import type { Cell, Table } from '../../../schemas/index.js';
import { fold } from '../../domain/labels.js';
import { cleanName } from './clean.js';
import { unitLineNames } from './names.js';
import { append } from '../../domain/extremes.js';

/** Labels of the institution that the document is of. */
const OWN =
  /^(?:(?:编制|填报|申报|公开|报送)(?:单位|部门)(?:名称)?|(?:单位|部门)(?:[(/](?:单位|部门)\)?)?名称|预算部门(?:名称)?|一级预算(?:单位|部门))$/;
/** Labels of a project's head: whoever it answers to, and whoever carries it out. */
const SUPERIOR = /^(?:国家|省级|市级|区级|县级)?(?:业务|预算|项目)?主管(?:部门|单位)(?:名称|及代码|\(单位\))?$/;
const ACTING =
  /^(?:项目|预算|用款|资金使用|基层预算)(?:单位|部门)(?:名称)?$|^(?:项目)?(?:实施|承担|执行|负责)(?:单位|部门)$/;
const COLUMN = /^(?:预算|所属|项目|基层预算)?(?:单位|部门)(?:名称)?$/;
/** A project's form has its head in its first rows. */
const HEAD_ROWS = 12;

export interface CellNames {
  own: string[];
  superior: string[];
  acting: string[];
  /** Distinct institutions that columns 预算单位 list, over all tables. */
  listed: Set<string>;
}

export function cellNames(tables: readonly Table[]): CellNames {
  const found: CellNames = { own: [], superior: [], acting: [], listed: new Set() };
  for (const table of tables) {
    const rows = byRow(table.cells);
    for (const cell of table.cells) {
      if (cell.text === '') continue;
      if (/[:：]/.test(cell.text)) {
        if (cell.row < HEAD_ROWS) append(found.own, unitLineNames(cell.text));
        continue;
      }
      const label = labelOf(cell);
      const list = OWN.test(label)
        ? found.own
        : SUPERIOR.test(label)
          ? found.superior
          : ACTING.test(label)
            ? found.acting
            : null;
      if (list !== null) {
        const value = besides(rows, cell);
        if (value !== null) list.push(value);
      }
      if (COLUMN.test(label) && cell.row < 4) for (const name of below(table, cell)) found.listed.add(name);
    }
  }
  return found;
}

const labelOf = (cell: Cell): string => fold(cell.text).replace(/\((?:公章|盖章|签章|全称)\)/g, '');

function byRow(cells: readonly Cell[]): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** The first printed cell right of a label; a name, or the label names a column. */
function besides(rows: ReadonlyMap<number, Cell[]>, label: Cell): string | null {
  const value = rows.get(label.row)?.find((cell) => cell.column > label.column && cell.text !== '');
  return value === undefined ? null : cleanName(value.text);
}

function below(table: Table, header: Cell): string[] {
  return table.cells
    .filter((cell) => cell.column === header.column && cell.row >= header.row + header.row_span)
    .map((cell) => cleanName(cell.text))
    .filter((name) => name !== null);
}
