/** @module Sentences on state-owned assets: vehicles by use, equipment above a threshold. */
import { equipmentClass, type VehicleUse } from '../../domain/ids.js';
import type { SubjectPath } from '../../domain/subjects.js';
import type { PhraseContext, StatementKind } from './phrase.js';

const inScope =
  (path: SubjectPath) =>
  ({ scope }: PhraseContext): SubjectPath | null =>
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
          ? `${head?.startsWith('vehicles_to_buy') ? 'vehicles_to_buy' : 'vehicles'}.${useOf(match.groups!.vehicleUse!)}`
          : null,
      names: (match) => [`${match.groups!.vehicleUse!}用车`],
    },
    {
      pattern: '单价(?<threshold>\\d+)万元（?(?:含|以上)?）?(?:以上)?(?:通用|专用)?设备(?:（不含车辆）)?',
      subject: ({ scope }, match) =>
        scope === 'assets' ? `equipment.${equipmentClass(match.groups!.threshold!)}` : null,
    },
  ],
};

/** A word of the use, and its id. */
const USES: readonly [string, VehicleUse][] = [
  ['主要', 'principal'],
  ['机要', 'confidential_communication'],
  ['应急', 'emergency'],
  ['执法', 'law_enforcement'],
  ['特种', 'special_technical'],
  ['离退休', 'retired_cadres'],
  ['其他', 'other'],
  ['级', 'ministerial'],
];

function useOf(printed: string): VehicleUse {
  return USES.find(([word]) => printed.includes(word))?.[1] ?? 'other';
}
