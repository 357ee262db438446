/** @module A scan's own pixels -> what limits trust in it: one bit a dot, or too few dots for a letter. */
import type { PageContent } from '../../model.js';
import type { Grey } from './pixels.js';

export type ImageQuality = NonNullable<PageContent['imageQuality']>;

/** Under this a 9 pt digit has fewer than 12 rows of dots, and 3, 6 and 8 are guesses. */
const MIN_DPI = 130;
/**
 * Share of grey dots among all that are not paper. Antialiased edges give a quarter and more; a one-bit copy saved as
 * JPEG a few per cent.
 */
const MIN_GREY_SHARE = 0.08;

/** @param dpi of the stored pixels; @param bitsPerComponent of the stored image, null when unknown */
export function imageQuality(grey: Grey, dpi: number, bitsPerComponent: number | null): ImageQuality {
  if (bitsPerComponent === 1) return 'bilevel';
  let middle = 0,
    dark = 0;
  for (let i = 0; i < grey.data.length; i += 3) {
    const v = grey.data[i]!;
    if (v < 208) {
      dark++;
      if (v > 48) middle++;
    }
  }
  if (dark > 500 && middle / dark < MIN_GREY_SHARE) return 'bilevel';
  return dpi < MIN_DPI ? 'low_resolution' : 'good';
}
