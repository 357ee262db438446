/**
 * @module Rulings of a work page and the places of its lines -> the rulings without underlines. An underline is as
 * long as the letters that stand on
 * it and stops short of its cell's edge; a row's rule runs from edge to edge, whatever stands on it.
 */
import type { PixelRuling } from './rulings.js';
import type { Segment } from './segments.js';
import { greatest, least } from '../../domain/extremes.js';

/**
 * Shares of a letter's height: how far above its underline a line of letters ends at most, and how far it may reach
 * below it.
 */
const ABOVE = 0.45,
  BELOW = 0.2;
/** How far an underline reaches past its letters at most, in letters. */
const PAST = 0.9;
/** Share of an underline that letters stand on. */
const COVERED = 0.7;
/** An end within this many inches of a crossing ruling meets it. */
const MEETS = 0.03;

/**
 * With so many underlines on a page, a rule from edge to edge of one cell that letters fill and stand on just as high
 * is one more.
 */
const SEVERAL = 3;
const FILLED = 0.85,
  AS_HIGH = 0.12;

/** Letters that stand on a ruling. */
interface Stand {
  ruling: PixelRuling;
  /** From edge to edge between two standing rulings, or short of one. */
  tied: boolean;
  /** Share of the ruling that they cover. */
  covered: number;
  /** How far past them it reaches, in letters. */
  past: number;
  /** Paper between them and the ruling, in letters. */
  gap: number;
}

export function withoutUnderlines(
  rulings: readonly PixelRuling[],
  segments: readonly Segment[],
  dpi: number,
): PixelRuling[] {
  const near = MEETS * dpi,
    standing = rulings.filter((r) => r.orientation === 'vertical'),
    lying = rulings.filter((r) => r.orientation === 'horizontal');
  const meets = (r: PixelRuling, end: number): boolean =>
    standing.some((v) => Math.abs(v.at - end) <= near + v.width / 2 && r.at >= v.from - near && r.at <= v.to + near);
  const goesOn = (r: PixelRuling): boolean =>
    lying.some(
      (o) =>
        o !== r &&
        Math.abs(o.at - r.at) <= near &&
        (Math.abs(o.from - r.to) <= near || Math.abs(o.to - r.from) <= near),
    );
  const stands = lying.flatMap((ruling) => {
    const stand = standOn(ruling, segments);
    return stand ? [{ ...stand, tied: meets(ruling, ruling.from) && meets(ruling, ruling.to) }] : [];
  });
  const short = stands.filter((s) => !s.tied && s.covered >= COVERED && s.past <= PAST);
  const gaps = short.map((s) => s.gap).sort((a, b) => a - b),
    usual = gaps[gaps.length >> 1] ?? 0;
  const edgeToEdge = stands.filter(
    (s) => s.tied && s.covered >= FILLED && Math.abs(s.gap - usual) <= AS_HIGH && !goesOn(s.ruling),
  );
  const dropped = new Set([...short, ...(short.length >= SEVERAL ? edgeToEdge : [])].map((s) => s.ruling));
  return rulings.filter((r) => !dropped.has(r));
}

function standOn(ruling: PixelRuling, segments: readonly Segment[]): Omit<Stand, 'tied'> | null {
  const on = segments.filter((s) => {
    const tall = Math.max(s.y1 - s.y0, s.em * 0.8);
    return (
      s.x1 > ruling.from && s.x0 < ruling.to && ruling.at - s.y1 <= tall * ABOVE && s.y1 - ruling.at <= tall * BELOW
    );
  });
  if (on.length === 0) return null;
  const em = greatest(on.map((s) => s.em));
  const covered = on.reduce((sum, s) => sum + Math.min(s.x1, ruling.to) - Math.max(s.x0, ruling.from), 0);
  return {
    ruling,
    covered: covered / (ruling.to - ruling.from),
    past: Math.max(least(on.map((s) => s.x0)) - ruling.from, ruling.to - greatest(on.map((s) => s.x1))) / em,
    gap: (ruling.at - greatest(on.map((s) => s.y1))) / em,
  };
}
