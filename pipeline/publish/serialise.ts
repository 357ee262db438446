/**
 * @module Records -> JSON text with keys in their fixed order. document.json prints one page, cell, fact, figure or
 * finding a line: a person can read it, a diff shows what changed, and a reader of the head finds it in the first
 * lines.
 */
import type { GongkaiDocument } from '../../schemas/index.js';
import { DOCUMENT, type Order } from './key-order.js';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** @returns the text of document.json, "\n" at its end */
export function serialiseDocument(document: GongkaiDocument): string {
  return `${print(ordered(document, DOCUMENT, 'document.json'), 0)}\n`;
}

/** @returns one record as one line, without the line end */
export function serialiseRecord(record: object, order: Order): string {
  return JSON.stringify(ordered(record, order, 'record'));
}

/** A key that the order does not know would be lost or stand in the wrong place: refused, as a fault of the program. */
function ordered(value: unknown, order: Order, where: string): Json {
  if (order === null || value === null || typeof value !== 'object') return sorted(value);
  if (isList(order)) return (value as unknown[]).map((item) => ordered(item, order[0], where));
  const source = value as Record<string, unknown>;
  const result: { [key: string]: Json } = {};
  for (const key in order) {
    const item = source[key];
    if (item !== undefined) result[key] = ordered(item, order[key] ?? null, key);
  }
  for (const key in source) {
    if (!(key in order) && source[key] !== undefined)
      throw new Error(`${where} has the key "${key}", for which pipeline/publish/key-order.ts has no place`);
  }
  return result;
}

/** Free-form objects (versions by stage) have no order of their own: sorted by key. */
function sorted(value: unknown): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

function isList(order: Order): order is readonly [Order] {
  return Array.isArray(order);
}

/** Objects that hold lists of objects are opened, everything else stands on one line. */
function print(value: Json, depth: number): string {
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (Array.isArray(value) && value.some(isObject)) {
    return `[\n${value.map((item) => inner + print(item, depth + 1)).join(',\n')}\n${outer}]`;
  }
  if (isObject(value) && (depth === 0 || holdsRecords(value))) {
    return `{\n${Object.entries(value)
      .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, depth + 1)}`)
      .join(',\n')}\n${outer}}`;
  }
  return JSON.stringify(value);
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tables are opened to show their cells; findings stay on one line with their evidence. */
function holdsRecords(value: { [key: string]: Json }): boolean {
  return Array.isArray(value.cells) && value.cells.length > 0;
}
