/**
 * @module pdf.js font objects -> what reading needs of a font: name, direction, scale, and which codes have a Unicode
 * value.
 */
import { fontName } from '../font-name.js';

/** One glyph of a showText operator. */
export interface PdfjsGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  originalCharCode: number;
  vmetric: [number, number, number] | null;
}

/** The parts of pdf.js' FontFaceObject that we read; the latter ones come with `fontExtraProperties`. */
export interface PdfjsFontObject {
  name?: string;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
  defaultVMetrics?: [number, number, number];
  toUnicode?: { _map?: (string | number)[] | Record<number, string | number>; firstChar?: number; lastChar?: number };
  composite?: boolean;
}

export interface Font {
  name: string;
  vertical: boolean;
  /** Units of `width` to em. */
  scale: number;
  defaultVMetrics: [number, number, number];
  /** False for codes that pdf.js passes through as if they were Unicode. */
  isMapped(code: number): boolean;
}

export function fontOf(object: PdfjsFontObject | null | undefined): Font {
  const map = object?.toUnicode;
  const entries = map?._map as Record<number, unknown> | undefined;
  // A composite font with a map from each code to itself has no map at all: pdf.js made that up.
  const invented = object?.composite === true && map?.firstChar !== undefined;
  return {
    name: fontName(Buffer.from(object?.name ?? '', 'latin1')),
    vertical: object?.vertical === true,
    scale: object?.fontMatrix?.[0] ?? 0.001,
    defaultVMetrics: object?.defaultVMetrics ?? [-1000, 500, 880],
    isMapped: (code) =>
      map === undefined
        ? true
        : entries
          ? entries[code] !== undefined
          : !invented && code >= (map.firstChar ?? 0) && code <= (map.lastChar ?? -1),
  };
}
