/** @module What the pool and its children say to each other. Bytes never cross here: they lie in files. */

/** Parent -> child: one job. */
export interface RunMessage {
  type: 'run';
  id: number;
  /** Absolute path of the source bytes. */
  path: string;
  /** The child refuses bytes with another hash: the file changed meanwhile. */
  sha256: string;
  /** Absolute path of an existing folder for the result's files. */
  outDir: string;
  /** Handed to the task as it is. */
  job: unknown;
}

export interface ProgressReport {
  /** Pages done, and pages there are. */
  done: number;
  pages: number;
}

/** An error as it crosses the process border. */
export interface ErrorReport {
  code: string;
  stage: string;
  page: number | null;
  message: string;
  /** For logs; never shown to people first. */
  stack: string | null;
  /** The child's state is in doubt: it takes no further job. */
  tainted: boolean;
}

/** Child -> parent. */
export type ChildMessage =
  | ({ type: 'progress'; id: number } & ProgressReport)
  | { type: 'done'; id: number; summary: unknown; files: string[]; rssBytes: number; tainted: boolean }
  | { type: 'failed'; id: number; error: ErrorReport; rssBytes: number };

/** What a child does with the bytes of one job; named files come back beside a small summary. */
export type Task = (
  bytes: Uint8Array,
  job: unknown,
  onProgress: (progress: ProgressReport) => void,
) => Promise<{ summary: unknown; files: Record<string, Uint8Array> }>;
