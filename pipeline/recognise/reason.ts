/**
 * @module What the text layer of one page gave -> why the page must be recognised, or null when its text can be
 * trusted.
 * Light: loads nothing of OCR.
 */
import { areaOf } from '../geometry.js';
import type { Box, PageContent } from '../model.js';
import { mojibake } from './mojibake.js';
import { noWords } from './words.js';

/** Images over this share of a page without text make it a scan; less is a logo on a blank page. */
const SOME_IMAGE = 0.15;
/** Images over this share of a page are the page. */
const FULL_PAGE = 0.75;
/** A stamped page number, a file reference: so few glyphs beside a full-page image are no text layer. */
const FEW_GLYPHS = 40;
/** Share of glyphs without Unicode from which a page's text is not what is printed. */
const UNMAPPED = 0.1;
/** Fonts that recognisers write their invisible layer with. */
const OCR_FONT = /glyphless|hiddenhorzocr|invisible/i;
/** Drawn lines without any text: letters may be drawn as outlines. */
const DRAWING = 12;

/** A picture of a table covers at least this share of its page. */
export const LARGE_PICTURE = 0.2;

/** May a page of text have a table on it that is a picture? */
export function hasLargeImage({ glyphs, areas, width, height }: PageContent): boolean {
  return (
    glyphs.length > 0 &&
    areas.some(({ kind, box }) => kind === 'image' && areaOf(box) >= LARGE_PICTURE * width * height)
  );
}

export function recognitionReason(page: PageContent): string | null {
  const { glyphs } = page;
  const coverage = imageCoverage(page);
  const covered = `images cover ${Math.round(coverage * 100)} % of the page`;
  if (glyphs.length === 0) {
    if (coverage >= FULL_PAGE)
      return page.hiddenGlyphs > 0
        ? `invisible text layer under a full-page image (${page.hiddenGlyphs} glyphs)`
        : 'no text: the page is one image';
    if (coverage >= SOME_IMAGE) return `no text: ${covered}`;
    if (page.unmappedGlyphs > 0) return `no glyph of ${page.unmappedGlyphs} has Unicode`;
    if (
      page.areas.filter((a) => a.kind === 'fill').length + page.rulings.filter((r) => r.hidden === null).length >=
      DRAWING
    )
      return 'no text: the page is drawn in outlines';
    return null;
  }
  if (coverage >= FULL_PAGE) {
    if (glyphs.length < FEW_GLYPHS) return `only ${glyphs.length} glyphs beside a full-page image`;
    if (glyphs.filter((g) => OCR_FONT.test(g.font)).length > glyphs.length / 2)
      return 'old OCR layer under a full-page image';
    if (inMargins(page)) return 'text only in the margins of a full-page image';
  }
  const unmapped = page.unmappedGlyphs / (glyphs.length + page.unmappedGlyphs);
  if (unmapped >= UNMAPPED) return `${Math.round(unmapped * 100)} % of glyphs without Unicode`;
  return mojibake(glyphs) ?? noWords(glyphs);
}

/** Share of the page under images, counted on a raster so that strips and overlaps add up to what is seen. */
function imageCoverage(page: PageContent): number {
  const CELLS = 40;
  const raster = new Uint8Array(CELLS * CELLS);
  const mark = ([x0, y0, x1, y1]: Box): void => {
    const from = (v: number, size: number): number => Math.max(0, Math.floor((v / size) * CELLS + 0.5));
    const to = (v: number, size: number): number => Math.min(CELLS, Math.floor((v / size) * CELLS + 0.5));
    for (let y = from(y0, page.height); y < to(y1, page.height); y++)
      raster.fill(
        1,
        y * CELLS + from(x0, page.width),
        y * CELLS + Math.max(from(x0, page.width), to(x1, page.width)),
      );
  };
  for (const area of page.areas) if (area.kind === 'image') mark(area.box);
  return raster.reduce((sum, v) => sum + v, 0) / raster.length;
}

/** Headers, footers and stamps of whoever filed the scan. */
function inMargins(page: PageContent): boolean {
  return page.glyphs.every((g) => g.y1 < page.height * 0.08 || g.y0 > page.height * 0.92);
}
