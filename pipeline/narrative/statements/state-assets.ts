/** @module Sentences on state-owned assets: vehicles by use, equipment above a threshold. */
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: string) =>
  ({ scope }: PhraseContext): string | null =>
    scope === 'assets' ? path : null;

export const stateAssets: StatementKind = {
  id: 'state-assets',
  phrases: [
    { pattern: '共有车辆', subject: inScope('vehicles.total'), head: true },
    { pattern: '安排购置车辆', subject: inScope('vehicles_to_buy.total'), head: true },
    {
      pattern:
        '(?<vehicleUse>(?:副?[部省]（?[省部]?）?级(?:及)?(?:以上)?(?:领导)?(?:干部)?|主要(?:领导干部|负责人)|机要通信|应急保障|执法执勤|特种专业技术|离退休干部(?:服务)?|其他))用车',
      subject: ({ scope, head }, match) =>
        scope === 'assets'
          ? `${head?.startsWith('vehicles_to_buy') ? 'vehicles_to_buy' : 'vehicles'}.${USES.find(([use]) => match.groups!.vehicleUse!.includes(use))?.[1] ?? 'other'}`
          : null,
      names: (match) => [`${match.groups!.vehicleUse!}用车`],
    },
    {
      pattern: '单价(?<threshold>\\d+)万元（?(?:含|以上)?）?(?:以上)?(?:通用|专用)?设备(?:（不含车辆）)?',
      subject: ({ scope }, match) => (scope === 'assets' ? `equipment.${match.groups!.threshold!}` : null),
    },
  ],
};

/** A word of the use, and its id. */
const USES: [string, string][] = [
  ['主要', 'chief_officials'],
  ['机要', 'confidential_communication'],
  ['应急', 'emergency'],
  ['执法', 'law_enforcement'],
  ['特种', 'special_technical'],
  ['离退休', 'retired_officials'],
  ['其他', 'other'],
  ['级', 'ministerial'],
];
