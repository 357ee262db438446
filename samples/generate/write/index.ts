/** @module Producers by name: each takes typeset pages and gives a PDF's bytes. */
import type { Laid } from '../layout/pages.js';
import { writeCairo } from './cairo.js';
import { writeChromium } from './chromium.js';
import { writeLibreOffice } from './libreoffice.js';
import { writePdfkit } from './pdfkit.js';

export type Producer = 'pdfkit' | 'chromium' | 'libreoffice' | 'cairo';
const producers: Record<Producer, (laid: Laid) => Promise<Uint8Array>> = {
  pdfkit: writePdfkit,
  chromium: writeChromium,
  libreoffice: writeLibreOffice,
  cairo: writeCairo,
};

export function write(laid: Laid, producer: Producer): Promise<Uint8Array> {
  return producers[producer](laid);
}

export function isProducer(name: string): name is Producer {
  return Object.hasOwn(producers, name);
}
