/**
 * @module The recognise stage: a page without trustworthy text -> the same page read from its picture. Load it only
 * when a page needs it.
 */
export { createOcrEngine, engineNotice } from './engines.js';
export { readAgain, recognisePage } from './page.js';
export { recognitionReason } from './reason.js';
