/** @module What gongkai publishes, as zod schemas; of ours they ask the ground floor alone, for the lists of ids. */
export * from './primitives.js';
export * from './table.js';
export * from './fact.js';
export * from './narrative.js';
export * from './anomaly.js';
export * from './document.js';
export * from './run.js';
export * from './version.js';
export * from './vocabulary.js';
