/** @module Rows in the order of a column group in; the path of parent labels of each out. */
import { type NumberingStyle, labelKey, numbering } from '../domain/labels.js';

const RANK: Readonly<Record<NumberingStyle, number>> = { '': 0, A: 1, B: 2, C: 3, D: 4, E: 5 };
const TOTAL = /(?:合计|总计)$/;

interface Level {
  label: string;
  style: NumberingStyle;
  rank: number;
  partOf: boolean;
}

/** Follows numbering (一、（一）1.（1）①), 其中：, section rows and classification codes. */
export class RowHierarchy {
  private section: string[] = [];
  private stack: Level[] = [];
  private readonly byCode = new Map<string, string>();

  /** A row that names a section and has no values of its own. */
  enterSection(label: string): void {
    const { style } = numbering(label);
    this.section = [...(style === '' || style === 'A' ? [] : this.section.slice(0, 1)), label];
    this.stack = [];
  }

  /** Parents of a row with a classification code: the rows whose codes it extends. */
  coded(code: string, label: string): string[] {
    this.byCode.set(code, label);
    const path: string[] = [];
    for (let length = 3; length < code.length; length += 2) {
      const parent = this.byCode.get(code.slice(0, length));
      if (parent !== undefined) path.push(parent);
    }
    return path;
  }

  /** Parents of a row without a code. */
  labelled(label: string): string[] {
    const { style, partOf } = numbering(label);
    if (style === '' && !partOf && TOTAL.test(labelKey(label))) {
      this.stack = [];
      return [...this.section];
    }
    if (partOf) {
      if (this.stack.at(-1)?.partOf) this.stack.pop();
      this.stack.push({ label, style, rank: (this.stack.at(-1)?.rank ?? 0) + 0.5, partOf });
      return this.parents();
    }
    const sibling = this.stack.findIndex((level) => level.style === style);
    if (sibling >= 0) this.stack.length = sibling;
    else while (this.stack.length > 0 && this.stack.at(-1)!.rank >= RANK[style] && style !== '') this.stack.pop();
    if (style === '') this.stack = [];
    this.stack.push({ label, style, rank: RANK[style], partOf });
    return this.parents();
  }

  private parents(): string[] {
    return [...this.section, ...this.stack.slice(0, -1).map((level) => level.label)];
  }
}
