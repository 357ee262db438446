/** @module Printed lines and rules of a page -> the stretches of it that may be tables without a grid, and what says so. */
import type { PageTable, Ruling } from '../../model.js';
import type { FormWords } from '../port.js';
import { TOLERANCES as T } from '../tolerances.js';
import { bandsOf } from './bands.js';
import type { Stretch } from './division.js';
import { type Line, median, phrases, type Word } from './words.js';

export interface Found extends Stretch {
  evidence: string;
  score: number;
}

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
      const [x0, x1] = [Math.min(...rules.map((r) => r.from)), Math.max(...rules.map((r) => r.to))];
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
      chain.lines.push(...between);
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

/** Every row a title and a page number that never falls. */
function isContents(rows: readonly (readonly Word[])[]): boolean {
  let last = -1;
  let count = 0;
  for (const words of rows) {
    const end = words[words.length - 1]!;
    if (!/^\d{1,3}$/.test(end.text) || words.slice(0, -1).some((w) => w.figure && w !== words[0])) continue;
    const n = Number(end.text);
    if (n < last) return false;
    last = n;
    count++;
  }
  return count >= 3 && count >= 0.7 * rows.length;
}

/** A statutory form without rulings: lines of its header words, then rows till something else is printed. */
function underFormHeaders(lines: readonly Line[], forms: FormWords): Found[] {
  const found: Found[] = [];
  const headers = (l: Line): number => l.words.filter((w) => forms.isHeader(w.text)).length;
  for (let i = 0; i < lines.length; i++) {
    if (headers(lines[i]!) < 2) continue;
    const start = headerTop(lines, i, forms);
    let end = i + 1;
    while (end < lines.length && goesOnBelow(lines, start, end, forms)) end++;
    const part = lines.slice(start, end);
    const x0 = Math.min(...part.map((l) => l.words[0]!.x0));
    const x1 = Math.max(...part.map((l) => Math.max(...l.words.map((w) => w.x1))));
    if (part.length >= 2)
      found.push({
        lines: part,
        rules: [],
        partial: [],
        x0: x0 - 1,
        x1: x1 + 1,
        evidence: 'header words of a form',
        score: 0.75,
      });
    i = end - 1;
  }
  return found;
}

const near = (a: Line, b: Line, most: number): boolean => b.baseline - a.baseline <= most * Math.max(a.size, b.size);

/** The first line of a header of which one line is known: what stands directly above in its size, in short phrases, and is no caption. */
function headerTop(lines: readonly Line[], known: number, forms: FormWords): number {
  let start = known;
  while (start > 0) {
    const above = lines[start - 1]!;
    const below = lines[start]!;
    const text = above.words.map((w) => w.text).join('');
    if (!near(above, below, 2.6) || above.size > 1.1 * lines[known]!.size || above.size < 0.85 * lines[known]!.size)
      break;
    if (forms.isCaption(text) || forms.isNote(text) || above.words.some((w) => forms.isCaption(w.text))) break;
    const short = above.parts.every((p) => p.x1 - p.x0 < 14 * p.size && !/[。；：:，,]$/.test(p.text));
    if (!short && !above.words.every((w) => forms.isHeader(w.text))) break;
    start--;
  }
  return start;
}

function goesOnBelow(lines: readonly Line[], start: number, i: number, forms: FormWords): boolean {
  const line = lines[i]!;
  const above = lines[i - 1]!;
  const usual = median(lines.slice(start, i).map((l) => l.size));
  if (line.size > 1.18 * usual) return false;
  if (!near(above, line, 3.4)) return false;
  const text = line.words.map((w) => w.text).join('');
  if (forms.isNote(text) || line.words.some((w) => forms.isCaption(w.text))) return false;
  return !isProse(line, lines.slice(start, i));
}

/** One long phrase over most of the width. */
function isProse(line: Line, above: readonly Line[]): boolean {
  const [only, ...others] = line.parts;
  if (others.length > 0) return false;
  const x0 = Math.min(...above.flatMap((l) => l.words.map((w) => w.x0)));
  const x1 = Math.max(...above.flatMap((l) => l.words.map((w) => w.x1)));
  return only!.x1 - only!.x0 > 0.55 * (x1 - x0);
}

/** Rows at the top of a page that keep to the columns of the table before. */
function goingOn(lines: readonly Line[], before: PageTable, forms: FormWords): Found | null {
  const { xs } = before;
  const keeps = (l: Line): boolean =>
    l.words.every((w) => w.x0 > xs[0]! - 6 && w.x1 < xs[xs.length - 1]! + 6) &&
    l.parts.every((p) => {
      const over = xs.slice(1, -1).filter((x) => p.x0 < x - 0.5 * p.size && p.x1 > x + 0.5 * p.size).length;
      return over === 0 || (over <= 1 && !p.figure && p.x1 - p.x0 < 12 * p.size);
    });
  let start = 0;
  while (
    start < lines.length &&
    start < 3 &&
    !(keeps(lines[start]!) && lines[start]!.words.some((w) => w.figure) && lines[start]!.words.length > 1)
  )
    start++;
  if (start >= Math.min(3, lines.length)) return null;
  // A wrapped label may stand a little above its figures.
  while (start > 0 && near(lines[start - 1]!, lines[start]!, T.overlapping) && keeps(lines[start - 1]!)) start--;
  let end = start;
  while (end < lines.length && keeps(lines[end]!) && (end === start || goesOnBelow(lines, start, end, forms))) end++;
  const part = lines.slice(start, end);
  const rows = part.filter((l) => l.words.length > 1 && l.words.some((w) => w.figure));
  if (rows.length === 0 || rows.length < 0.4 * part.length || isContents(part.map((l) => l.words))) return null;
  return {
    lines: part,
    rules: [],
    partial: [],
    x0: xs[0]!,
    x1: xs[xs.length - 1]!,
    xs,
    evidence: 'columns of the page before',
    score: 0.7,
  };
}

/** Without any ruling only figures in columns are convincing: prose in two columns aligns as well. */
function figureRuns(lines: readonly Line[], taken: ReadonlySet<Line>, forms: FormWords): Found[] {
  const found: Found[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const multi = (l: Line): boolean => l.parts.length >= 2;
    while (run.length > 0 && !multi(run[run.length - 1]!)) run.pop();
    if (convincing(run)) {
      run = [...headingsOf(run, lines, taken, forms), ...run, ...tailOf(run, lines, taken)];
      found.push({
        lines: run,
        rules: [],
        partial: [],
        x0: Math.min(...run.flatMap((l) => l.words.map((w) => w.x0))) - 1,
        x1: Math.max(...run.flatMap((l) => l.words.map((w) => w.x1))) + 1,
        evidence: 'figures in columns',
        score: 0.6,
      });
    }
    run = [];
  };
  for (const line of lines) {
    const last = run[run.length - 1];
    if (taken.has(line)) {
      close();
      continue;
    }
    if (
      last &&
      line.y0 - last.y1 >= (figures(last) >= 3 && figures(line) >= 3 ? 2.6 : 1.6) * Math.max(last.size, line.size)
    )
      close();
    const several = line.parts.length >= 2;
    if (several) run.push(line);
    else if (run.length > 0) {
      const alone = run.slice(-2).every((l) => l.parts.length < 2);
      if (
        alone ||
        isProse(line, run) ||
        line.size > 1.3 * last!.size ||
        forms.isNote(line.words.map((w) => w.text).join(''))
      )
        close();
      else run.push(line);
    }
  }
  close();
  return found;
}

const figures = (line: Line): number => line.words.filter((w) => w.figure).length;

/** Lines directly above a run that stand over its columns: headers over several of them, or beside an empty corner. */
function headingsOf(
  run: readonly Line[],
  lines: readonly Line[],
  taken: ReadonlySet<Line>,
  forms: FormWords,
): Line[] {
  const x0 = Math.min(...run.flatMap((l) => l.words.map((w) => w.x0)));
  const x1 = Math.max(...run.flatMap((l) => l.words.map((w) => w.x1)));
  const above: Line[] = [];
  let next = run[0]!;
  for (let i = lines.indexOf(next) - 1; i >= 0 && above.length < 3; i--) {
    const line = lines[i]!;
    const parts = line.parts;
    const over = parts.length >= 2 || parts[0]!.x0 > x0 + 3 * line.size;
    const inside = parts.every(
      (p) => p.x0 > x0 - line.size && p.x1 < x1 + line.size && p.x1 - p.x0 < 0.5 * (x1 - x0),
    );
    if (taken.has(line) || !over || !inside || next.y0 - line.y1 > 1.3 * line.size || line.size > 1.15 * next.size)
      break;
    if (line.words.some((w) => forms.isCaption(w.text))) break;
    above.unshift(line);
    next = line;
  }
  return above;
}

/** The second line of the last row's label. */
function tailOf(run: readonly Line[], lines: readonly Line[], taken: ReadonlySet<Line>): Line[] {
  const last = run[run.length - 1]!;
  const next = lines[lines.indexOf(last) + 1];
  const [only, ...others] = next ? next.parts : [];
  if (!next || !only || others.length > 0 || taken.has(next) || next.y0 - last.y1 > 0.5 * last.size) return [];
  const label = last.parts[0]!;
  return /^(\p{Ll}|[（(]\p{L})/u.test(only.text) &&
    only.x0 > label.x0 - last.size &&
    only.x1 < (last.words.find((w) => w.figure)?.x0 ?? 0)
    ? [next]
    : [];
}

function convincing(run: readonly Line[]): boolean {
  const rows = run.map((l) => l.parts);
  const multi = rows.filter((r) => r.length >= 3);
  if (isContents(run.map((l) => l.words))) return false;
  if (multi.length >= 4 && multi.length >= 0.6 * run.length) {
    const others = multi.flatMap((r) => r.slice(1));
    if (others.filter((s) => s.figure).length < 0.6 * others.length) return false;
    const counts = multi.map((r) => r.length);
    const usual = median(counts);
    return counts.filter((c) => Math.abs(c - usual) <= 1).length >= 0.7 * counts.length;
  }
  return labelsAndFigures(rows);
}

/** Rows of one label and one figure, whose edges agree. */
function labelsAndFigures(rows: readonly (readonly Word[])[]): boolean {
  const pairs = rows.filter((r) => r.length === 2 && r[1]!.figure && !/^(19|20)\d\d$/.test(r[1]!.text));
  if (pairs.length < 4 || pairs.length < 0.7 * rows.length) return false;
  const spread = (edge: (w: Word) => number): number => {
    const at = pairs.map((r) => edge(r[1]!));
    return Math.max(...at) - Math.min(...at);
  };
  const size = median(pairs.map((r) => r[1]!.size));
  return (
    Math.min(
      spread((w) => w.x0),
      spread((w) => w.x1),
    ) <
      0.4 * size &&
    pairs.every((r) => !/^\d{1,2}[.)、]?$/.test(r[0]!.text)) &&
    pairs.some((r) => /[.,%]/.test(r[1]!.text))
  );
}
