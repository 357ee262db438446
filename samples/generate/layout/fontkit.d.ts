declare module 'fontkit' {
  export interface Font {
    glyphForCodePoint(c: number): { advanceWidth: number; id: number };
    unitsPerEm: number;
  }
  export function openSync(path: string, name?: string): Font;
}
