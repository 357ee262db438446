/**
 * @module A page whose text is mostly printed sideways -> the same page upright, with the way back to the page as
 * displayed.
 * Text of other directions turns with it.
 */
import type { Area, Box, Glyph, PageContent, Ruling, UprightFrame } from '../model.js';
import { TOLERANCES as T } from './tolerances.js';

export function turnedUpright(content: PageContent): PageContent {
  if (content.upright) return content;
  const by = sideways(content.glyphs);
  return by === null ? content : turned(content, by);
}

/** Another reading of a page, turned as the first was. */
export function turnedLike(first: PageContent, second: PageContent): PageContent {
  if (!first.upright || first.textSource !== 'text_layer') return second;
  return turned(second, first.upright.matrix[1] > 0 ? 90 : 270);
}

/** The direction of most of the text, when it is not the page's. */
function sideways(glyphs: readonly Glyph[]): 90 | 270 | null {
  let down = 0,
    up = 0;
  for (const g of glyphs) {
    if (g.direction === 90) down++;
    else if (g.direction === 270) up++;
  }
  const least = T.turnedShare * glyphs.length;
  return down > least ? 90 : up > least ? 270 : null;
}

function turned(content: PageContent, by: 90 | 270): PageContent {
  const { width: w, height: h } = content;
  const down = by === 90;
  const box = ([x0, y0, x1, y1]: Box): Box => (down ? [y0, w - x1, y1, w - x0] : [h - y1, x0, h - y0, x1]);
  const glyph = (g: Glyph): Glyph => {
    const [x0, y0, x1, y1] = box([g.x0, g.y0, g.x1, g.y1]);
    const direction = ((g.direction - by + 360) % 360) as Glyph['direction'];
    const across = g.direction === 90 || g.direction === 270;
    // The baseline of sideways text is an x, of upright text a y.
    const baseline = across ? (down ? w - g.baseline : g.baseline) : down ? g.baseline : h - g.baseline;
    return { ...g, x0, y0, x1, y1, baseline, direction };
  };
  const ruling = (r: Ruling): Ruling => {
    const [x0, y0, x1, y1] =
      r.orientation === 'horizontal' ? box([r.from, r.at, r.to, r.at]) : box([r.at, r.from, r.at, r.to]);
    return r.orientation === 'horizontal'
      ? { ...r, orientation: 'vertical', at: x0, from: y0, to: y1 }
      : { ...r, orientation: 'horizontal', at: y0, from: x0, to: x1 };
  };
  const matrix: UprightFrame['matrix'] = down ? [0, 1, -1, 0, w, 0] : [0, -1, 1, 0, 0, h];
  return {
    ...content,
    width: h,
    height: w,
    glyphs: content.glyphs.map(glyph),
    rulings: content.rulings.map(ruling),
    areas: content.areas.map((a): Area => ({ ...a, box: box(a.box) })),
    upright: { matrix, width: w, height: h },
  };
}
