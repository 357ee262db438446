/** @module Findings and doubtful figures -> the pieces of the pages they were read from, as data URIs. */
import type { Anomaly, Box, Evidence, Fact, GongkaiDocument } from '../../schemas/index.js';
import type { Pictures } from '../pictures.js';

/** By place; a place shown twice is drawn once. */
export type CutOuts = ReadonlyMap<string, CutOut>;
export interface CutOut {
  uri: string;
  width: number;
  height: number;
}

/** More pieces a finding than this are named by their pages: a sum of forty parts needs no forty pictures. */
const MOST_EVIDENCE = 6;
/** Figures without a finding of their own, such as repaired ones. */
export const MOST_DOUBTFUL = 60;
/** The page stays one that a mail can carry. */
const MOST_PICTURES = 400;
const DPI = 144;

export const placeOf = ({ page, boxes }: { page: number; boxes: readonly Box[] }): string =>
  `${page}:${JSON.stringify(boxes)}`;

export function shownEvidence(anomaly: Anomaly): Evidence[] {
  return anomaly.evidence.slice(0, MOST_EVIDENCE);
}

/** Doubtful figures that no finding shows already. */
export function doubtfulFacts({ facts, anomalies }: GongkaiDocument): Fact[] {
  const shown = new Set(anomalies.flatMap((anomaly) => anomaly.evidence.map((evidence) => evidence.fact_id)));
  return facts.filter((fact) => fact.grade === 'doubtful' && !shown.has(fact.id));
}

export async function cutOuts(
  document: GongkaiDocument,
  findings: readonly Anomaly[],
  pictures: Pictures,
): Promise<CutOuts> {
  const places = new Map<string, { page: number; boxes: readonly Box[] }>();
  for (const place of [...findings.flatMap(shownEvidence), ...doubtfulFacts(document).slice(0, MOST_DOUBTFUL)]) {
    if (place.boxes.length > 0 && places.size < MOST_PICTURES) places.set(placeOf(place), place);
  }
  const wanted = [...places.values()];
  const made = await pictures.many(
    document.document.id,
    wanted.map(({ page, boxes }) => ({ page, dpi: DPI, around: boxes })),
  );
  const found = new Map<string, CutOut>();
  for (const [index, place] of [...places.keys()].entries()) {
    const png = made[index];
    if (png)
      found.set(place, { uri: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, ...sizeOf(png) });
  }
  return found;
}

/** In CSS pixels: the pieces are drawn at twice the size of the print. */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const header = new DataView(png.buffer, png.byteOffset, 24);
  return { width: Math.round(header.getUint32(16) / 1.5), height: Math.round(header.getUint32(20) / 1.5) };
}
