/** @module Segment lines and horizontal rulings -> stretches of a page that are tables without vertical rulings. */
import type { Ruling } from '../../model.js';
import { isFigure, median, type SegmentLine } from './segments.js';

export interface AlignedRegion {
  lines: SegmentLine[];
  /** y of the horizontal rulings across the region. */
  rules: number[];
  x0: number;
  x1: number;
}

const SAME_X = 8;
/** Rulings shorter than this (pt) are underlines and fraction bars. */
const SHORTEST_RULE = 90;
/** Two neighbouring rules of one table stand at most this far apart (pt). */
const FARTHEST = 420;
const LEADERS = /[.．·…]{4,}|(…){2,}/;

/** Regions between horizontal rulings of one width first, then those that alignment alone shows. */
export function alignedRegions(lines: SegmentLine[], horizontals: Ruling[]): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  const taken = new Set<SegmentLine>();
  for (const rules of ruleFamilies(horizontals)) {
    for (const region of betweenRules(
      rules,
      lines.filter((l) => !taken.has(l)),
    )) {
      regions.push(region);
      for (const line of region.lines) taken.add(line);
    }
  }
  for (const region of byAlignment(lines, taken)) regions.push(region);
  return regions;
}

/** Horizontal rulings with the same ends, top to bottom. */
function ruleFamilies(horizontals: Ruling[]): Ruling[][] {
  const families: Ruling[][] = [];
  for (const h of horizontals) {
    if (h.to - h.from < SHORTEST_RULE) continue;
    const family = families.find(
      (f) => Math.abs(f[0]!.from - h.from) <= SAME_X && Math.abs(f[0]!.to - h.to) <= SAME_X,
    );
    if (family) family.push(h);
    else families.push([h]);
  }
  return families.filter((f) => f.length >= 2);
}

/** Chains of rules with tabular text between them; what is prose between two rules ends the chain. */
function betweenRules(rules: Ruling[], lines: SegmentLine[]): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  let chain: { rules: Ruling[]; lines: SegmentLine[] } | null = null;
  const close = (): void => {
    if (chain && chain.rules.length >= 2) {
      const multi = chain.lines.filter((l) => l.segments.length >= 2);
      if (
        multi.length >= 2 &&
        multi.length >= 0.5 * chain.lines.length &&
        !chain.lines.some((l) => l.segments.some((s) => LEADERS.test(s.text)))
      ) {
        regions.push({
          lines: chain.lines,
          rules: chain.rules.map((r) => r.at),
          x0: Math.min(...chain.rules.map((r) => r.from)),
          x1: Math.max(...chain.rules.map((r) => r.to)),
        });
      }
    }
    chain = null;
  };
  for (const rule of rules) {
    const last = chain?.rules[chain.rules.length - 1];
    if (!chain || !last || rule.at - last.at > FARTHEST) {
      close();
      chain = { rules: [rule], lines: [] };
      continue;
    }
    const between = lines.filter(
      (l) =>
        (l.y0 + l.y1) / 2 > last.at &&
        (l.y0 + l.y1) / 2 < rule.at &&
        l.segments.some((s) => s.x1 > rule.from - 2 && s.x0 < rule.to + 2),
    );
    const inside = between.every((l) =>
      l.segments.every((s) => s.x0 > rule.from - SAME_X * 2 && s.x1 < rule.to + SAME_X * 2),
    );
    const tabular = between.filter((l) => l.segments.length >= 2).length >= 0.5 * between.length;
    if (inside && (tabular || between.length <= 1)) {
      chain.rules.push(rule);
      chain.lines.push(...between);
    } else {
      close();
      chain = { rules: [rule], lines: [] };
    }
  }
  close();
  return regions;
}

/** Without any ruling only figures in columns are convincing: prose in two columns aligns as well. */
function byAlignment(lines: SegmentLine[], taken: Set<SegmentLine>): AlignedRegion[] {
  const regions: AlignedRegion[] = [];
  let run: SegmentLine[] = [];
  const close = (): void => {
    while (run.length > 0 && run[run.length - 1]!.segments.length < 2) run.pop();
    if (convincing(run)) {
      regions.push({
        lines: run,
        rules: [],
        x0: Math.min(...run.flatMap((l) => l.segments.map((s) => s.x0))),
        x1: Math.max(...run.flatMap((l) => l.segments.map((s) => s.x1))),
      });
    }
    run = [];
  };
  for (const line of lines) {
    const last = run[run.length - 1];
    const near = !last || line.y0 - last.y1 < 1.6 * Math.max(last.size, line.size);
    if (taken.has(line) || !near) close();
    if (taken.has(line)) continue;
    if (line.segments.length >= 2) run.push(line);
    else if (run.length > 0 && run.slice(-2).every((l) => l.segments.length < 2)) {
      run.push(line);
      close();
    } else if (run.length > 0) run.push(line);
  }
  close();
  return regions;
}

function convincing(run: SegmentLine[]): boolean {
  const multi = run.filter((l) => l.segments.length >= 3);
  if (multi.length < 4 || multi.length < 0.6 * run.length) return false;
  if (run.some((l) => l.segments.some((s) => LEADERS.test(s.text)))) return false;
  const others = multi.flatMap((l) => l.segments.slice(1));
  if (others.filter((s) => isFigure(s.text)).length < 0.6 * others.length) return false;
  const counts = multi.map((l) => l.segments.length);
  const usual = median(counts);
  return counts.filter((c) => Math.abs(c - usual) <= 1).length >= 0.7 * counts.length;
}
