/** @module Every committed sample with the producer that writes it. */
import { liaoningProjectFigures, liaoningWhole } from '../figures/performance.js';
import { part } from '../front.js';
import type { SampleDocument } from '../model.js';
import { liaoningDepartment, liaoningProject } from '../tables/performance-liaoning.js';
import type { Producer } from '../write/index.js';
import { beijingDocument } from './beijing.js';
import { centralDocument } from './central.js';
import { chaoyangDocument } from './chaoyang.js';
import { errorsDocument } from './errors.js';
import { guangdongDocument } from './guangdong.js';
import { liaoningCentreDocument } from './liaoning-centre.js';
import { PAIRS } from '../layout/fonts.js';
import { provinceBudgetDocument } from './province-budget.js';
import { shaanxiBureauDocument } from './shaanxi-bureau.js';
import { shanghaiBudgetDocument } from './shanghai-budget.js';
import { shanxiCentreDocument } from './shanxi-centre.js';
import { shenzhenDocument } from './shenzhen.js';
import { shenyangDocument } from './shenyang.js';

export function samples(): { document: SampleDocument; producer: Producer }[] {
  return [
    {
      document: liaoningCentreDocument([
        { t: 'page', landscape: true, rotate: true },
        ...part('第五部分　附件'),
        { t: 'table', spec: liaoningDepartment(liaoningWhole), style: { rowMin: 18, size: 8, padY: 2 } },
        { t: 'page', landscape: true, rotate: true },
        { t: 'table', spec: liaoningProject(liaoningProjectFigures), style: { rowMin: 18, size: 8, padY: 2 } },
      ]),
      producer: 'pdfkit',
    },
    { document: chaoyangDocument(), producer: 'chromium' },
    { document: shenyangDocument(), producer: 'pdfkit' },
    { document: shanxiCentreDocument(), producer: 'libreoffice' },
    { document: shaanxiBureauDocument(), producer: 'cairo' },
    { document: shanghaiBudgetDocument(), producer: 'pdfkit' },
    {
      document: provinceBudgetDocument({
        name: 'province-budget-2024',
        entity: '山东省济南市样例区应急服务局',
        seed: 20240208,
        kinds: 12,
        year: 2024,
        numbers: 'grouped',
        fonts: PAIRS.song,
        table: {},
        prior: true,
      }),
      producer: 'libreoffice',
    },
    { document: errorsDocument(), producer: 'chromium' },
    { document: guangdongDocument(), producer: 'pdfkit' },
    { document: beijingDocument(), producer: 'cairo' },
    { document: shenzhenDocument(), producer: 'pdfkit' },
    { document: centralDocument(), producer: 'cairo' },
  ];
}
