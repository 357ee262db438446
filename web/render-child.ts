/**
 * @module Entry of a forked child: bytes of a PDF and a list of pictures wanted -> PNG files. A picture that fails
 * costs itself alone.
 */
import { serveJobs } from '../pool/serve.js';
import { openPdf, type OpenedPdf } from '../pipeline/read/index.js';
import { cutOut, encode } from './drawing.js';
import type { PictureJob, PicturesMade } from './picture-job.js';
import { append } from '../pipeline/domain/extremes.js';

/** Long sides in pixels beyond this help nobody's eyes. */
const MAX_SIDE = 4000;

// The file last asked for stays open: pages of one document are looked at one after the other.
let opened: { sha256: string; file: OpenedPdf } | null = null;

async function fileOf(sha256: string, bytes: Uint8Array): Promise<OpenedPdf> {
  if (opened?.sha256 === sha256) return opened.file;
  await opened?.file.close();
  opened = null;
  opened = { sha256, file: await openPdf(bytes, { reader: 'auto' }) };
  return opened.file;
}

serveJobs(async (bytes, job) => {
  const { sha256, pictures } = job as PictureJob;
  const file = await fileOf(sha256, bytes);
  const files: Record<string, Uint8Array> = {};
  const failed: PicturesMade['failed'] = [];
  // One rendering serves every picture of the same page.
  const byPage = new Map<string, PictureJob['pictures']>();
  for (const picture of pictures) {
    const key = `${picture.page}@${picture.dpi}`;
    byPage.set(key, [...(byPage.get(key) ?? []), picture]);
  }
  for (const wanted of byPage.values()) {
    const [{ page, dpi }] = wanted as [PictureJob['pictures'][number]];
    try {
      if (page > file.pageCount) throw new RangeError(`the file has ${file.pageCount} pages`);
      const bitmap = await file.render(page, { dpi, maxSide: MAX_SIDE });
      for (const { file: name, around } of wanted) files[name] = around ? cutOut(bitmap, around) : encode(bitmap);
    } catch (error) {
      append(
        failed,
        wanted.map(({ file: name }) => ({
          file: name,
          message: error instanceof Error ? error.message : String(error),
        })),
      );
    }
  }
  return { summary: { failed } satisfies PicturesMade, files };
});
