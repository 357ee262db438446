/**
 * @module Entry of a forked child: bytes of a PDF and a page -> the drawing of what was found on it. The file may be
 * hostile.
 */
import type { ExtractOptions } from '../../pipeline/options.js';
import { openPdf } from '../../pipeline/read/index.js';
import { Recogniser } from '../../pipeline/recognise/session.js';
import { renderInspection } from '../../pipeline/tables/inspect.js';
import { layoutPage } from '../../pipeline/tables/index.js';
import type { Task } from '../../pool/protocol.js';
import { serveJobs } from '../../pool/serve.js';
import { drawLayout, encodePng } from './png.js';

/** The job of an inspecting child. */
export interface InspectJob {
  page: number;
  dpi: number;
  form: 'svg' | 'png';
  /** The page's own picture under the drawing. */
  picture: boolean;
  options: ExtractOptions;
}

export interface Inspected {
  /** Of the whole file. */
  pages: number;
  /** null: there is no such page, and no drawing. */
  found: { textSource: string; reason: string | null; glyphs: number; rulings: number; tables: number } | null;
}

serveJobs(async (bytes, given): ReturnType<Task> => {
  const { page, dpi, form, picture, options } = given as InspectJob;
  const file = await openPdf(bytes, { reader: options.reader });
  // As an extraction with these options would read it.
  const recogniser = new Recogniser(file, options);
  try {
    if (page > file.pageCount)
      return { summary: { pages: file.pageCount, found: null } satisfies Inspected, files: {} };
    const layout = layoutPage(await recogniser.improve(await file.readPage(page)));
    const image = picture ? await file.render(page, { dpi }).catch(() => null) : null; // pdfjs cannot draw
    const drawing =
      form === 'png'
        ? await drawLayout(layout, image)
        : Buffer.from(
            renderInspection(
              layout,
              image
                ? { background: `data:image/png;base64,${Buffer.from(encodePng(image)).toString('base64')}` }
                : {},
            ),
          );
    const { textSource, reason, glyphs, rulings } = layout.content;
    const found = {
      textSource,
      reason,
      glyphs: glyphs.length,
      rulings: rulings.length,
      tables: layout.tables.length,
    };
    return { summary: { pages: file.pageCount, found } satisfies Inspected, files: { drawing } };
  } finally {
    await recogniser.close();
    await file.close();
  }
});
