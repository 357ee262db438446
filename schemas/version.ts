/** @module The version of what is published; alone in its file, so that writing a document loads no validator. */
export const SCHEMA_VERSION = '1.1.0';
