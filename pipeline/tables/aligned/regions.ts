/**
 * @module Printed lines and rules of a page -> the stretches of it that may be tables without a grid, and what
 * says so.
 */
import type { PageTable, Ruling } from '../../model.js';
import type { FormWords } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { bandsOf } from './bands.js';
import { figureRuns } from './figure-runs.js';
import { goingOn, underFormHeaders } from './form-runs.js';
import { type Found, isContents } from './found.js';
import { type Line, phrases } from './words.js';
import { append, greatest, least } from '../../domain/extremes.js';

export function stretchesOf(
  lines: readonly Line[],
  horizontals: readonly Ruling[],
  forms: FormWords,
  before: PageTable | null,
): Found[] {
  const taken = new Set<Line>();
  const found: Found[] = [];
  const take = (f: Found): void => {
    found.push(f);
    for (const l of f.lines) taken.add(l);
  };
  const free = (): Line[] => lines.filter((l) => !taken.has(l));
  for (const family of ruleFamilies(horizontals))
    for (const f of betweenRules(family, horizontals, free(), forms)) take(f);
  for (const f of underFormHeaders(free(), forms)) take(f);
  const top = found.reduce<Found | null>(
    (a, b) => (a === null || b.lines[0]!.baseline < a.lines[0]!.baseline ? b : a),
    null,
  );
  if (top && before && mayGoOn(top, before, lines, forms)) top.xs = before.xs;

  if (before) {
    const f = goingOn(free(), before, forms);
    if (f) take(f);
  }
  for (const f of figureRuns(lines, taken, forms)) take(f);
  return found;
}

/** The first table of a page has the last one's outer edges, and no caption of its own. */
function mayGoOn(top: Found, before: PageTable, lines: readonly Line[], forms: FormWords): boolean {
  const { xs } = before;
  const slack = top.rules.length > 0 ? T.sameEnds : 3 * top.lines[0]!.size;
  if (top.x0 < xs[0]! - slack || top.x1 > xs[xs.length - 1]! + slack) return false;
  if (
    top.rules.length > 0 &&
    (Math.abs(top.x0 - xs[0]!) > T.sameEnds || Math.abs(top.x1 - xs[xs.length - 1]!) > T.sameEnds)
  )
    return false;
  const until = top.lines[Math.min(2, top.lines.length - 1)]!.baseline;
  return !lines.some((l) => l.baseline <= until && l.words.some((w) => forms.isCaption(w.text)));
}

/** Horizontal rulings with the same ends, top to bottom. */
function ruleFamilies(horizontals: readonly Ruling[]): Ruling[][] {
  const families: Ruling[][] = [];
  for (const h of horizontals) {
    if (h.to - h.from < T.shortestRule) continue;
    const family = families.find(
      (f) => Math.abs(f[0]!.from - h.from) <= T.sameEnds && Math.abs(f[0]!.to - h.to) <= T.sameEnds,
    );
    if (family) family.push(h);
    else families.push([h]);
  }
  return families.filter((f) => f.length >= 2);
}

/** Chains of rules with rows between them; what is prose between two rules ends the chain. */
function betweenRules(
  family: Ruling[],
  horizontals: readonly Ruling[],
  lines: readonly Line[],
  forms: FormWords,
): Found[] {
  const found: Found[] = [];
  let chain: { rules: Ruling[]; lines: Line[] } | null = null;
  const close = (): void => {
    if (
      chain &&
      chain.rules.length >= 2 &&
      tabular(chain.lines, forms, 2, chain.rules[0]!.to - chain.rules[0]!.from)
    ) {
      const { rules } = chain;
      const [x0, x1] = [least(rules.map((r) => r.from)), greatest(rules.map((r) => r.to))];
      const [top, bottom] = [rules[0]!.at, rules[rules.length - 1]!.at];
      const partial = horizontals.filter(
        (h) =>
          !rules.includes(h) &&
          h.at > top &&
          h.at < bottom &&
          h.from > x0 - T.sameEnds &&
          h.to < x1 + T.sameEnds &&
          h.to - h.from > 8,
      );
      found.push({
        lines: chain.lines,
        rules,
        partial,
        x0,
        x1,
        evidence: `family of ${rules.length} rules`,
        score: 0.9,
      });
    }
    chain = null;
  };
  for (const rule of family) {
    const last = chain?.rules[chain.rules.length - 1];
    if (!chain || !last) {
      chain = { rules: [rule], lines: [] };
      continue;
    }
    const between = lines.filter((l) => {
      const y = (l.y0 + l.y1) / 2;
      return y > last.at && y < rule.at && l.words.some((w) => w.x1 > rule.from - 2 && w.x0 < rule.to + 2);
    });
    const inside = between.every((l) =>
      l.words.every((w) => w.x0 > rule.from - T.sameEnds * 2 && w.x1 < rule.to + T.sameEnds * 2),
    );
    // What is printed above another table ends this one; a caption within the grid stands at its top.
    const caption =
      chain.lines.length > 0 &&
      between.some(
        (l) => l.words.some((w) => forms.isCaption(w.text)) || forms.isNote(l.words.map((w) => w.text).join('')),
      );
    if (inside && !caption && (between.length <= 1 || tabular(between, forms, 1, rule.to - rule.from))) {
      chain.rules.push(rule);
      append(chain.lines, between);
    } else {
      close();
      chain = { rules: [rule], lines: [] };
    }
  }
  close();
  return found;
}

/** Half of the rows at least fall into several phrases, and it is no table of contents. */
function tabular(lines: readonly Line[], forms: FormWords, least: number, width: number): boolean {
  if (lines.some((l) => l.words.filter((w) => forms.isHeader(w.text)).length >= 2)) return true;
  const bands = bandsOf(lines);
  const prose = lines.filter((l) => {
    const [only, ...others] = l.parts;
    return others.length === 0 && only!.x1 - only!.x0 > 0.6 * width;
  }).length;
  if (prose >= 2 && prose > 0.15 * lines.length) return false;
  const several = bands.filter((b) => phrases(b.words, T.columnGap).length >= 2);
  // Without figures, bands may be joined from lines of prose: every line is asked.
  const lined = lines.filter((l) => l.parts.length >= 2).length;
  if (
    lined < 0.5 * lines.length &&
    several.filter((b) => b.words.some((w) => w.figure)).length < 0.6 * several.length
  )
    return false;
  return several.length >= least && several.length >= 0.5 * bands.length && !isContents(several.map((b) => b.words));
}
