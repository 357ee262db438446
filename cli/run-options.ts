/** @module Settings -> the options of the pipeline, the pool and the downloads. */
import { readFile } from 'node:fs/promises';
import type { AcquireOptions } from '../pipeline/acquire/index.js';
import { DEFAULT_OPTIONS, type ExtractOptions } from '../pipeline/options.js';
import type { Limits } from '../pool/index.js';
import { parseVocabulary, VocabularyError } from '../pipeline/vocabulary.js';
import type { Vocabulary } from '../pipeline/domain/vocabulary.js';
import { UsageError } from './errors.js';
import type { Settings } from './settings.js';

/** @throws UsageError for a vocabulary that cannot be used, naming file and line */
export async function extractOptionsOf(settings: Settings): Promise<ExtractOptions> {
  return {
    ...DEFAULT_OPTIONS,
    reader: settings.reader,
    ocr: settings.ocr,
    ocrEngine: settings.ocr_engine,
    maxPages: settings.max_pages ?? DEFAULT_OPTIONS.maxPages,
    vocabulary: settings.vocabulary === '' ? null : await readVocabulary(settings.vocabulary),
  };
}

async function readVocabulary(path: string): Promise<Vocabulary> {
  const source = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`--vocabulary ${path} cannot be read: ${cause.message}`, { cause });
  });
  return parseVocabulary(source, path).catch((cause: Error) => {
    throw cause instanceof VocabularyError ? new UsageError(cause.message, { cause }) : cause;
  });
}

export function limitsOf(settings: Settings): Partial<Limits> {
  return {
    ...(settings.deadline === null ? {} : { deadlineMs: settings.deadline * 1000 }),
    ...(settings.max_memory === null ? {} : { memoryMb: settings.max_memory }),
  };
}

export function acquireOptionsOf(settings: Settings): AcquireOptions {
  return {
    ...(settings.max_bytes === null ? {} : { maxBytes: settings.max_bytes }),
    fetch: { allowHosts: settings.allow_hosts, userAgent: settings.user_agent },
  };
}
