/** @module Groups of bars -> SVG with value labels and a quiet grid. Says in words what it shows. */
import { h } from './dom.js';

const [WIDTH, HEIGHT] = [420, 220] as const;
const EDGE = { top: 22, right: 6, bottom: 24, left: 46 };
const MOST_BAR = 56;

export interface Bar {
  /** Its class. */
  name: string;
  /** null: none is drawn. */
  value: number | null;
  text: string;
  doubtful: boolean;
}

export interface BarChart {
  /** What the chart shows, in words. */
  label: string;
  largest: number;
  groups: readonly { name: string; bars: readonly Bar[] }[];
}

export function barChart({ label, largest, groups }: BarChart): SVGSVGElement {
  const ticks = scale(largest);
  const top = ticks.at(-1) as number;
  const inner = WIDTH - EDGE.left - EDGE.right;
  const tall = HEIGHT - EDGE.top - EDGE.bottom;
  const y = (value: number): number => EDGE.top + tall * (1 - value / top);
  const step = inner / groups.length;
  const bar = Math.min(MOST_BAR, (step * 0.72) / 2);
  const drawn = groups.flatMap(({ name, bars }, g) => {
    const middle = EDGE.left + step * (g + 0.5);
    return [
      ...bars.map(({ name: kind, value, text, doubtful }, b) => {
        if (value === null) return null;
        const x = middle + (b - 1) * (bar + 4) + 2;
        return h(
          'g',
          {},
          h('rect', {
            class: `bar ${kind}${doubtful ? ' doubtful' : ''}`,
            x,
            y: y(Math.max(0, value)),
            width: bar,
            height: Math.max(1, y(0) - y(Math.max(0, value))),
            rx: 2,
          }),
          bar > 26
            ? h(
                'text',
                { class: 'value', x: x + bar / 2, y: y(Math.max(0, value)) - 5, 'text-anchor': 'middle' },
                text,
              )
            : null,
        );
      }),
      h('text', { class: 'tick', x: middle, y: HEIGHT - 7, 'text-anchor': 'middle' }, name),
    ];
  });
  return h(
    'svg.bars',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    ticks.map((tick) => [
      h('line', { class: 'grid', x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y(tick), y2: y(tick) }),
      h('text', { class: 'tick', x: EDGE.left - 7, y: y(tick) + 4, 'text-anchor': 'end' }, tick.toLocaleString()),
    ]),
    drawn,
  );
}

/** 0 to a round number at or above the largest, in three to five steps. */
function scale(largest: number): number[] {
  const rough = (largest || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) as number;
  return Array.from({ length: Math.ceil((largest || 1) / step) + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}
