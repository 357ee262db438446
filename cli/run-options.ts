/** @module Settings -> the options of the pipeline, the pool and the downloads. */
import type { AcquireOptions } from '../pipeline/acquire/index.js';
import { DEFAULT_OPTIONS, type ExtractOptions } from '../pipeline/options.js';
import type { Limits } from '../pool/index.js';
import type { Settings } from './settings.js';

export function extractOptionsOf(settings: Settings): ExtractOptions {
  return {
    ...DEFAULT_OPTIONS,
    reader: settings.reader,
    ocr: settings.ocr,
    ocrEngine: settings.ocr_engine,
    maxPages: settings.max_pages ?? DEFAULT_OPTIONS.maxPages,
  };
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
