/** @module Producers by name: each takes typeset pages and gives a PDF's bytes. */
import type { Laid } from '../layout/pages.js';
import { writePdfkit } from './pdfkit.js';

export type Producer = 'pdfkit';
const producers: Record<Producer, (laid: Laid) => Promise<Uint8Array>> = { pdfkit: writePdfkit };

export function write(laid: Laid, producer: Producer): Promise<Uint8Array> { return producers[producer](laid); }
