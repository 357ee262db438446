/**
 * @module A sheet's pixels before it is scanned, and what has befallen it: seals, hands, red print, worn rulings,
 * dark margins. Seeded.
 */
import type { OverlayOptions } from 'sharp';
import type { Random } from '../random.js';
import type { Mark } from './recipes.js';

export interface Sheet {
  width: number;
  height: number;
  dpi: number;
}

/** RGB, changed in place. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

const RED = '#d8202a';

/** Layers to lay over the sheet. */
export function layersOf(mark: Mark, sheet: Sheet, r: Random): OverlayOptions[] {
  switch (mark) {
    case 'seal':
      return [seal(sheet, r)];
    case 'pressed-seal':
      return [pressed(sheet, r, RED, 0.85), pressed(sheet, r, RED, 0.7)];
    case 'grey-seal':
      return [pressed(sheet, r, '#787878', 0.9), pressed(sheet, r, '#8c8c8c', 0.8)];
    case 'black-seal':
      return [pressed(sheet, r, '#181818', 0.95)];
    case 'shade':
      return [shade(sheet)];
    case 'margins':
      return [margins(sheet)];
    case 'header':
      return [header(sheet)];
    case 'hand':
      return [hand(sheet, r)];
    default:
      return [];
  }
}

/** A round red seal with a star, somewhere over the lower right of the page: over figures as often as not. */
function seal({ width, height, dpi }: Sheet, r: Random): OverlayOptions {
  const d = Math.round((42 / 25.4) * dpi);
  const c = d / 2;
  const star = Array.from({ length: 10 }, (_, i) => {
    const a = (Math.PI / 5) * i - Math.PI / 2;
    const k = i % 2 ? 0.13 : 0.32;
    return `${(c + Math.cos(a) * d * k).toFixed(1)},${(c + Math.sin(a) * d * k).toFixed(1)}`;
  }).join(' ');
  const svg =
    `<svg width="${d}" height="${d}"><circle cx="${c}" cy="${c}" r="${c * 0.93}" fill="none" ` +
    `stroke="${RED}" stroke-width="${d * 0.03}" stroke-opacity="0.8"/>` +
    `<polygon points="${star}" fill="${RED}" fill-opacity="0.75"/></svg>`;
  return {
    input: Buffer.from(svg),
    left: Math.floor((width - d) * (0.35 + 0.55 * r.next())),
    top: Math.floor((height - d) * (0.15 + 0.5 * r.next())),
    blend: 'multiply',
  };
}

const whole = ({ width, height }: Sheet, body: string): Buffer =>
  Buffer.from(`<svg width="${width}" height="${height}">${body}</svg>`);

/** A seal as a hand presses it: an ellipse, turned a little, with a star, letters around it and a line of letters below. */
function pressed({ width, height, dpi }: Sheet, r: Random, colour: string, opacity: number): OverlayOptions {
  const mm = dpi / 25.4,
    d = (38 + 7 * r.next()) * mm,
    flat = 0.9 + 0.1 * r.next(),
    lean = Math.round(r.next() * 30 - 15);
  const size = Math.ceil(d * 1.06),
    c = size / 2;
  const star = Array.from({ length: 10 }, (_, i) => {
    const a = (Math.PI / 5) * i - Math.PI / 2,
      k = (i % 2 ? 0.06 : 0.155) * d;
    return `${(c + Math.cos(a) * k).toFixed(1)},${(c + Math.sin(a) * k).toFixed(1)}`;
  }).join(' ');
  const letters = [...'某某市财政局'].map((letter, i, all) => {
    const turn = -110 + (220 * i) / (all.length - 1);
    return `<text transform="rotate(${turn} ${c} ${c})" x="${c}" y="${(c - d * 0.33).toFixed(1)}">${letter}</text>`;
  });
  const body = `<g transform="rotate(${lean} ${c} ${c}) translate(0 ${(c * (1 - flat)).toFixed(1)}) scale(1 ${flat.toFixed(3)})" fill="${colour}" fill-opacity="${opacity}" font-family="Noto Serif CJK SC, SimSun, serif" font-size="${(d * 0.11).toFixed(1)}" text-anchor="middle">
    <circle cx="${c}" cy="${c}" r="${(d * 0.475).toFixed(1)}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${(d * 0.028).toFixed(1)}"/>
    <polygon points="${star}"/>${letters.join('')}<text x="${c}" y="${(c + d * 0.3).toFixed(1)}">附件专用章</text></g>`;
  return {
    input: Buffer.from(`<svg width="${size}" height="${size}">${body}</svg>`),
    left: Math.floor((width - size) * (0.2 + 0.7 * r.next())),
    top: Math.floor((height - size) * (0.12 + 0.55 * r.next())),
    blend: 'multiply',
  };
}

function shade(sheet: Sheet): OverlayOptions {
  return {
    input: whole(
      sheet,
      '<defs><linearGradient id="g" x1="0" x2="1" y1="0" y2="0.3">' +
        '<stop offset="0" stop-color="#000" stop-opacity="0.28"/>' +
        '<stop offset="0.25" stop-color="#000" stop-opacity="0.05"/>' +
        '<stop offset="1" stop-color="#000" stop-opacity="0.12"/></linearGradient></defs>' +
        '<rect width="100%" height="100%" fill="url(#g)"/>',
    ),
    blend: 'multiply',
  };
}

/** The lid stood open: black at two edges, punch holes, the shadow of a staple. */
function margins(sheet: Sheet): OverlayOptions {
  const { width: w, height: h, dpi } = sheet,
    mm = dpi / 25.4;
  const hole = (y: number): string => `<circle cx="${9 * mm}" cy="${y}" r="${2.8 * mm}" fill="#111"/>`;
  return {
    input: whole(
      sheet,
      `<defs><linearGradient id="e" x1="0" x2="1"><stop offset="0" stop-color="#000"/><stop offset="0.6" stop-color="#000" stop-opacity="0.9"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
      <rect width="${5 * mm}" height="${h}" fill="url(#e)"/><rect y="${h - 3 * mm}" width="${w}" height="${3 * mm}" fill="#0a0a0a"/>
      ${hole(h / 2 - 40 * mm)}${hole(h / 2 + 40 * mm)}<path d="M${8 * mm} ${9 * mm} l${11 * mm} ${-3 * mm}" stroke="#333" stroke-width="${0.9 * mm}"/><path d="M0 0 l${26 * mm} 0 l${-26 * mm} ${26 * mm} z" fill="#000" fill-opacity="0.18"/>`,
    ),
    blend: 'multiply',
  };
}

/** Table heads set on blue. */
function header(sheet: Sheet): OverlayOptions {
  const { width: w, height: h } = sheet,
    mm = sheet.dpi / 25.4;
  return {
    input: whole(
      sheet,
      `<rect x="${15 * mm}" y="${h * 0.12}" width="${w - 30 * mm}" height="${h * 0.09}" fill="#8db4e2"/>`,
    ),
    blend: 'multiply',
  };
}

/** Ticks, a line through a figure, a scribbled note in blue ink. */
function hand(sheet: Sheet, r: Random): OverlayOptions {
  const { width: w, height: h, dpi } = sheet,
    mm = dpi / 25.4;
  const strokes = Array.from({ length: 9 }, () => {
    const x = w * (0.3 + 0.6 * r.next()),
      y = h * (0.12 + 0.7 * r.next());
    const way = r.pick([
      `l${3 * mm} ${4 * mm} l${6 * mm} ${-9 * mm}`,
      `q${8 * mm} ${-2 * mm} ${18 * mm} ${0.6 * mm}`,
      `c${4 * mm} ${-6 * mm} ${5 * mm} ${7 * mm} ${8 * mm} 0 s${4 * mm} ${-5 * mm} ${7 * mm} ${2 * mm} ` +
        `s${3 * mm} ${3 * mm} ${6 * mm} ${-2 * mm}`,
      `a${6 * mm} ${3 * mm} 0 1 1 ${0.5 * mm} ${1.2 * mm}`,
    ]);
    return (
      `<path d="M${x} ${y} ${way}" fill="none" stroke="${r.pick(['#1b3fa0', '#20242c'])}" ` +
      `stroke-width="${0.55 * mm}" stroke-linecap="round"/>`
    );
  }).join('');
  return { input: whole(sheet, strokes), blend: 'multiply' };
}

/** Straight runs of ink at least this long, in inches, are rulings. */
const RULING = 0.35;

/** Calls back for every straight run of ink: its places along it as pixels. */
function eachRuling(
  { width, height, data }: Pixels,
  dpi: number,
  call: (from: number, to: number, pixel: (i: number) => number) => void,
): void {
  const long = Math.round(RULING * dpi);
  const dark = (x: number, y: number): boolean => data[(y * width + x) * 3]! < 140;
  for (let y = 0; y < height; y++)
    for (let x = 0, from = -1; x <= width; x++) {
      if (x < width && dark(x, y)) {
        if (from < 0) from = x;
      } else if (from >= 0) {
        if (x - from >= long) call(from, x, (i) => y * width + i);
        from = -1;
      }
    }
  for (let x = 0; x < width; x++)
    for (let y = 0, from = -1; y <= height; y++) {
      if (y < height && dark(x, y)) {
        if (from < 0) from = y;
      } else if (from >= 0) {
        if (y - from >= long) call(from, y, (i) => i * width + x);
        from = -1;
      }
    }
}

/** Gaps in rulings: dots, or wear here and there. */
export function wearRulings(page: Pixels, dpi: number, dotted: boolean, r: Random): void {
  const gaps: number[] = [];
  eachRuling(page, dpi, (from, to, pixel) => {
    if (dotted) {
      const period = Math.max(3, Math.round(dpi * 0.02));
      for (let i = from; i < to; i++) if (i % period >= period / 2) gaps.push(pixel(i));
      return;
    }
    for (let i = from + r.int(5, 60); i < to; i += r.int(Math.round(dpi * 0.15), Math.round(dpi * 0.6))) {
      for (let k = 0, n = r.int(2, Math.round(dpi * 0.03)); k < n && i + k < to; k++) gaps.push(pixel(i + k));
    }
  });
  for (const p of gaps) page.data.fill(255, p * 3, p * 3 + 3);
}

/**
 * Print that is red, as negative figures and headings are: whatever stands in some places of the page, without its
 * rulings.
 */
export function reddenPrint(page: Pixels, dpi: number, r: Random): void {
  const { width, height, data } = page,
    ruling = new Uint8Array(width * height);
  eachRuling(page, dpi, (from, to, pixel) => {
    for (let i = from; i < to; i++) ruling[pixel(i)] = 1;
  });
  for (let n = 0; n < 12; n++) {
    const w = Math.round(width * (0.12 + 0.2 * r.next())),
      h = Math.round(height * (0.02 + 0.03 * r.next()));
    const left = Math.round((width - w) * r.next()),
      top = Math.round((height - h) * (0.05 + 0.8 * r.next()));
    const red = r.pick([
      [255, 0, 0],
      [192, 0, 0],
      [208, 32, 32],
    ] as const);
    for (let y = top; y < top + h; y++)
      for (let x = left; x < left + w; x++) {
        if (ruling[y * width + x] === 1) continue;
        for (let c = 0; c < 3; c++) {
          const p = (y * width + x) * 3 + c;
          data[p] = Math.max(data[p]!, red[c]!);
        }
      }
  }
}

/** Keystone (the far edge is shorter) and rows that bow towards the spine at the left; paper fills what is drawn in. */
export function bend(from: Pixels, keystone: number, curl: number): Pixels {
  const { width, height } = from,
    data = Buffer.alloc(from.data.length, 255);
  for (let y = 0; y < height; y++) {
    const narrow = 1 - 2 * keystone * (1 - y / height);
    for (let x = 0; x < width; x++) {
      const near = Math.max(0, 1 - x / (width * 0.35));
      const sx = width / 2 + (x - width / 2) / narrow,
        sy = y + curl * width * near * near;
      const x0 = Math.floor(sx),
        y0 = Math.floor(sy),
        fx = sx - x0,
        fy = sy - y0;
      if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) continue;
      for (let c = 0; c < 3; c++) {
        const v = (i: number, j: number): number => from.data[((y0 + j) * width + x0 + i) * 3 + c]!;
        data[(y * width + x) * 3 + c] =
          (v(0, 0) * (1 - fx) + v(1, 0) * fx) * (1 - fy) + (v(0, 1) * (1 - fx) + v(1, 1) * fx) * fy;
      }
    }
  }
  return { width, height, data };
}

/** Gaussian noise per pixel, the same in all channels. */
export function addNoise({ data }: Pixels, deviation: number, r: Random): void {
  const table = Array.from(
    { length: 4096 },
    () => Math.sqrt(-2 * Math.log(r.next() + 1e-9)) * Math.cos(2 * Math.PI * r.next()) * deviation,
  );
  let at = r.int(0, 4095);
  for (let i = 0; i < data.length; i += 3) {
    at = (at * 1103515245 + 12345) & 0x7fffffff;
    const n = table[(at >> 8) & 4095]!;
    for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, data[i + c]! + n));
  }
}
