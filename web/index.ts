/** @module What people see: the report of a document, and the review pages over a store. */
export { findDocument, readDocument } from './documents.js';
export { createPictures } from './pictures.js';
export { renderReport } from './report/index.js';
export { readReviews } from './reviews/index.js';
export { type ReviewServer, startReview } from './server/index.js';
