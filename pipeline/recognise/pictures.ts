/**
 * @module A page of text with tables pasted into it as pictures -> the same page, the pictures' letters and rulings
 * among
 * its own. A picture counts where it is large, holds no text of the layer, and is ruled as tables are.
 */
import { areaOf } from '../geometry.js';
import type { Box, Glyph, PageContent, Ruling } from '../model.js';
import type { PdfFile } from '../read/reader.js';
import { displayedBox } from './displayed.js';
import { toGrey } from './image/pixels.js';
import { rulingsOf } from './image/rulings.js';
import { LARGE_PICTURE } from './reason.js';

/** Letters of the layer on a picture: a caption, a mark. */
const CAPTION = 8;
/** Dots an inch at which rulings are looked for. */
const LOOK_DPI = 150;
/** A table has so many rulings each way. */
const RULED = 3;

/** Large pictures without text of the layer on them. */
function largePictures(page: PageContent): Box[] {
  return page.areas
    .filter(({ kind, box }) => kind === 'image' && areaOf(box) >= LARGE_PICTURE * page.width * page.height)
    .map(({ box: [x0, y0, x1, y1] }): Box => [x0, y0, x1, y1])
    .filter((box) => page.glyphs.filter((g) => standsIn([g.x0, g.y0, g.x1, g.y1], box)).length < CAPTION);
}

/**
 * Those of a page's large pictures that are ruled as tables are: looked at before anything is read, for most are
 * photographs.
 */
export async function ruledPictures(file: PdfFile, page: PageContent): Promise<Box[]> {
  const pictures = largePictures(page);
  if (pictures.length === 0) return [];
  const grey = toGrey(await file.render(page.number, { dpi: LOOK_DPI })),
    scale = page.width / grey.width;
  const rulings = rulingsOf(grey, 72 / scale);
  return pictures.filter((picture) =>
    (['horizontal', 'vertical'] as const).every((way) => {
      const inside = rulings.filter((r) => {
        const [x0, y0, x1, y1] = placeOf(r);
        return r.orientation === way && standsIn([x0 * scale, y0 * scale, x1 * scale, y1 * scale], picture);
      });
      return inside.length >= RULED;
    }),
  );
}

/** @param recognised the whole page as its picture reads, the right way up as the page is; else null comes back */
export function withPictures(page: PageContent, recognised: PageContent, tables: readonly Box[]): PageContent | null {
  const frame = recognised.upright;
  if (!frame || frame.matrix[0] < 0.99) return null;
  // A page of text is displayed as it reads: there the two frames are one.
  const place = (box: Box): Box => {
    const [x0, y0, x1, y1] = displayedBox(box, frame);
    return [x0, y0, x1, y1];
  };
  const inTable = (box: Box): boolean => tables.some((table) => standsIn(box, table));
  const glyphs = recognised.glyphs
    .map((g): Glyph => {
      const [x0, y0, x1, y1] = place([g.x0, g.y0, g.x1, g.y1]);
      return { ...g, x0, y0, x1, y1, baseline: g.baseline + y1 - g.y1 };
    })
    .filter((g) => inTable([g.x0, g.y0, g.x1, g.y1]))
    .map((g, i) => ({ ...g, order: page.glyphs.length + i }));
  const rulings = recognised.rulings
    .map((r): Ruling => {
      const [x0, y0, x1, y1] = place(placeOf(r));
      return r.orientation === 'horizontal'
        ? { ...r, at: (y0 + y1) / 2, from: x0, to: x1 }
        : { ...r, at: (x0 + x1) / 2, from: y0, to: y1 };
    })
    .filter((r) => inTable(placeOf(r)));
  const note = `${tables.length === 1 ? 'a table that stands' : `${tables.length} tables that stand`} on it as a picture recognised`;
  return {
    ...page,
    glyphs: [...page.glyphs, ...glyphs],
    rulings: [...page.rulings, ...rulings],
    reason: page.reason === null ? note : `${page.reason}; ${note}`,
    ...(recognised.imageQuality ? { imageQuality: recognised.imageQuality } : {}),
    numericReadings: (recognised.numericReadings ?? []).map((r) => ({ ...r, box: place(r.box) })),
    unread: (recognised.unread ?? []).map((u) => ({ ...u, box: place(u.box) })).filter((u) => inTable(u.box)),
  };
}

function placeOf({ orientation, at, from, to }: Pick<Ruling, 'orientation' | 'at' | 'from' | 'to'>): Box {
  return orientation === 'horizontal' ? [from, at, to, at] : [at, from, at, to];
}

function standsIn(inner: Box, outer: Box): boolean {
  const x = (inner[0] + inner[2]) / 2,
    y = (inner[1] + inner[3]) / 2;
  return x >= outer[0] && x <= outer[2] && y >= outer[1] && y <= outer[3];
}
