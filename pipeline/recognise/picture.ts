/**
 * @module A page -> its work picture the right way up, with rulings found and erased, and the places of its lines.
 */
import { areaOf } from '../geometry.js';
import type { Box, PageContent } from '../model.js';
import type { PdfFile, StoredImage } from '../read/reader.js';
import type { OcrEngine } from './engine.js';
import { eraseRulings } from './image/erase.js';
import { prepare, type Stored, WORK_DPI } from './image/prepare.js';
import { rulingsThroughSeals } from './image/sealed-rulings.js';
import { sealsOf } from './image/seals.js';
import { type Turn, uprightView, type View } from './orientation.js';
import { greatest } from '../domain/extremes.js';

export interface Picture extends View {
  turn: Turn;
}

/** A native image must cover this much of the page; else what lies beside it would be lost. */
const FULL_PAGE = 0.9;
/** Images of one bit a dot that cover this much of a page hold its print; a signature's stencil does not. */
const PRINT = 0.1;

/** @throws ReadError when the page can neither be rendered nor its image decoded */
export async function pictureOf(file: PdfFile, page: PageContent, engine: OcrEngine): Promise<Picture> {
  const own = await file.pageImage(page.number);
  const native = own && own.coverage >= FULL_PAGE ? own : null;
  const bitmap = native ? native.bitmap : await file.render(page.number, { dpi: WORK_DPI });
  const where = native ? imageBox(page) : whole(page);
  const stored = native
    ? { dpi: native.bitmap.dpi, bitsPerComponent: native.bitsPerComponent }
    : storedAs(await file.storedImages(page.number), bitmap.dpi);
  const work = prepare(bitmap, page, where, stored);
  const seals = sealsOf(work.grey, work.dpi);
  const rulings = rulingsThroughSeals(work.grey, work.dpi, seals);
  eraseRulings(work.grey, rulings, work.dpi);
  return uprightView({ work, rulings, seals }, page, engine);
}

/**
 * Of layers and strips, those that hold the print: a rendering is as good as they are. Letters drawn as outlines are
 * as sharp as they are rendered.
 */
function storedAs(images: readonly StoredImage[], rendered: number): Stored {
  const bits = images.filter((image) => image.bitsPerPixel === 1),
    covered = bits.reduce((sum, image) => sum + image.coverage, 0);
  if (covered >= PRINT) return { dpi: greatest(bits.map((image) => image.dpi)), bitsPerComponent: 1 };
  const [largest] = images;
  const fine = largest && largest.coverage >= FULL_PAGE / 2 ? Math.min(rendered, largest.dpi) : rendered;
  return { dpi: fine, bitsPerComponent: null };
}

const whole = (page: PageContent): Box => [0, 0, page.width, page.height];

function imageBox(page: PageContent): Box {
  return (
    page.areas
      .filter((a) => a.kind === 'image')
      .map((a) => a.box)
      .sort((a, b) => areaOf(b) - areaOf(a))[0] ?? whole(page)
  );
}
