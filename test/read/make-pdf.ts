/**
 * @module Content streams and dictionaries as text -> the bytes of a small, well-formed PDF. Full control for tests
 * of the readers.
 */

export interface PageSpec {
  content: string;
  /** @default [0 0 600 800] */
  mediaBox?: readonly number[];
  cropBox?: readonly number[];
  rotate?: number;
}

export interface PdfSpec {
  pages: PageSpec[];
  /** Entries of /Font beside F1 (Helvetica): name -> font dictionary, or a reference to an extra object by "@name". */
  fonts?: Record<string, string>;
  /** Entries of /XObject by name, as references to extra objects of the same name. */
  xobjects?: string[];
  /** /ExtGState dictionary content. */
  graphicsStates?: string;
  /** Other indirect objects by name; "@name" anywhere in a dictionary refers to one. */
  extra?: Record<string, string | { dictionary: string; stream: Uint8Array | string }>;
  info?: string;
}

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

export function makePdf(spec: PdfSpec): Uint8Array {
  const objects: Buffer[] = [];
  const names = new Map<string, number>();
  const reserve = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    objects.push(Buffer.alloc(0));
    names.set(name, objects.length);
    return objects.length;
  };
  for (const name of ['catalog', 'pages', 'resources', ...Object.keys(spec.extra ?? {})]) reserve(name);
  const resolve = (text: string): string => text.replace(/@(\w+)/g, (_, name: string) => `${reserve(name)} 0 R`);
  const put = (name: string, dictionary: string, stream?: Uint8Array | string): void => {
    const data = stream === undefined ? null : Buffer.from(stream as Uint8Array);
    const body =
      data === null ? resolve(dictionary) : resolve(dictionary).replace(/>>\s*$/, `/Length ${data.length} >>`);
    objects[reserve(name) - 1] =
      data === null
        ? Buffer.from(body, 'latin1')
        : Buffer.concat([Buffer.from(`${body}\nstream\n`, 'latin1'), data, Buffer.from('\nendstream', 'latin1')]);
  };
  put('catalog', '<< /Type /Catalog /Pages @pages >>');
  const fonts = Object.entries({ F1: HELVETICA, ...spec.fonts })
    .map(([name, font]) => `/${name} ${font}`)
    .join(' ');
  const xobjects = (spec.xobjects ?? []).map((name) => `/${name} @${name}`).join(' ');
  put(
    'resources',
    `<< /Font << ${fonts} >> /XObject << ${xobjects} >> /ExtGState << ${spec.graphicsStates ?? ''} >> >>`,
  );
  spec.pages.forEach(({ content, mediaBox = [0, 0, 600, 800], cropBox, rotate }, index) => {
    put(`content${index}`, '<< >>', Buffer.from(content, 'latin1'));
    put(
      `page${index}`,
      `<< /Type /Page /Parent @pages /MediaBox [${mediaBox.join(' ')}] ` +
        `${cropBox ? `/CropBox [${cropBox.join(' ')}]` : ''} ${rotate ? `/Rotate ${rotate}` : ''} ` +
        `/Resources @resources /Contents @content${index} >>`,
    );
  });
  put(
    'pages',
    `<< /Type /Pages /Count ${spec.pages.length} /Kids [${spec.pages.map((_, index) => `@page${index}`).join(' ')}] >>`,
  );
  for (const [name, value] of Object.entries(spec.extra ?? {})) {
    if (typeof value === 'string') put(name, value);
    else put(name, value.dictionary, value.stream);
  }
  if (spec.info) put('info', spec.info);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(length);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
      object,
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    parts.push(part);
    length += part.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ` +
        `/Root ${names.get('catalog')} 0 R ${spec.info ? `/Info ${names.get('info')} 0 R` : ''} >>` +
        `\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A simple font whose codes A, B, C, … map to the given strings. */
export function mappedFont(strings: readonly string[]): {
  fonts: Record<string, string>;
  extra: NonNullable<PdfSpec['extra']>;
} {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const entries = strings.map((text, index) => `<${(0x41 + index).toString(16)}> <${hex(text)}>`).join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${strings.length} beginbfchar
${entries}
endbfchar endcmap end end`;
  return {
    fonts: {
      F2: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode @toUnicode >>',
    },
    extra: { toUnicode: { dictionary: '<< >>', stream: cmap } },
  };
}
