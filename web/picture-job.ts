/** @module What a picture child is asked for, and what it says of it. */
import type { Box } from '../schemas/index.js';

export interface PictureRequest {
  /** From 1. */
  page: number;
  dpi: number;
  /** Cut out around these boxes (points), outlined; without: the whole page. */
  around?: readonly Box[];
}

/** What a child says beside the files. */
export interface PicturesMade {
  failed: { file: string; message: string }[];
}

/** The job of a picture child. */
export interface PictureJob {
  sha256: string;
  pictures: (PictureRequest & { file: string })[];
}
