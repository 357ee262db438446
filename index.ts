/**
 * @module gongkai as a library: PDFs in, typed documents out. No global state; what is opened is closed by its owner.
 */
export {
  createExtractor,
  extract,
  type ExtractCallOptions,
  type ExtractInput,
  type Extractor,
  type ExtractorOptions,
} from './pool/extractor.js';
export { DocumentFailure, type FailureCode, type Limits, type ProgressReport } from './pool/index.js';
export { AcquireError, type AcquireErrorCode } from './pipeline/acquire/index.js';
export { DEFAULT_OPTIONS, type ExtractOptions } from './pipeline/options.js';
export { parseVocabulary, VocabularyError } from './pipeline/vocabulary.js';
export type { Vocabulary } from './pipeline/domain/vocabulary.js';
export { publishDocument } from './pipeline/publish/index.js';
export { openStore, type ObjectInfo, type ObjectStore, ObjectStoreError, type PutOptions } from './stores/index.js';
export type {
  Anomaly,
  AnomalyRecord,
  Box,
  Cell,
  Checks,
  DocumentKind,
  DocumentMeta,
  Evidence,
  Fact,
  FactRecord,
  GongkaiDocument,
  Grade,
  NarrativeFigure,
  Page,
  Phase,
  Repair,
  Run,
  RunFailure,
  Scope,
  Severity,
  Table,
  TableKind,
  TextSource,
} from './schemas/index.js';
