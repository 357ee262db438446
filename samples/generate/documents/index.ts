/** @module Every committed sample with the producer that writes it. */
import type { SampleDocument } from '../model.js';
import type { Producer } from '../write/index.js';
import { liaoningCentreDocument } from './liaoning-centre.js';
import { shanghaiBudgetDocument } from './shanghai-budget.js';

export function samples(): { document: SampleDocument; producer: Producer }[] {
  return [
    { document: liaoningCentreDocument([]), producer: 'pdfkit' },
    { document: shanghaiBudgetDocument(), producer: 'pdfkit' },
  ];
}
