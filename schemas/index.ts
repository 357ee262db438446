/** @module What gongkai publishes, as zod schemas; imports nothing of ours. */
export * from './primitives.js';
export * from './table.js';
export * from './fact.js';
export * from './narrative.js';
export * from './anomaly.js';
export * from './document.js';
export * from './run.js';
export * from './version.js';
