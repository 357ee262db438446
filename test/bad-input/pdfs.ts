/** @module PDFs that are wrong on purpose, written byte by byte; nothing here is random. */
import { deflateSync } from 'node:zlib';
import PDFKit from 'pdfkit';

type Body = string | { dictionary: string; stream: Uint8Array };

/** Objects 1, 2, 3 … with a correct cross-reference table; object 1 is the catalogue. */
function assemble(objects: readonly Body[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((body, i) => {
    offsets.push(at);
    const head = `${i + 1} 0 obj\n`;
    if (typeof body === 'string') push(Buffer.from(`${head}${body}\nendobj\n`, 'latin1'));
    else
      push(
        Buffer.concat([
          Buffer.from(`${head}<< ${body.dictionary} /Length ${body.stream.length} >>\nstream\n`, 'latin1'),
          body.stream,
          Buffer.from('\nendstream\nendobj\n'),
        ]),
      );
  });
  const xref = at;
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f ` +
        `\n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = (kids: readonly number[], count = kids.length) =>
  `<< /Type /Pages /Count ${count} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
const page = (contents: number, resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << ${resources} >> >>`;
const text = (line: string): Body => ({
  dictionary: '',
  stream: Buffer.from(`BT /F1 12 Tf 72 720 Td (${line}) Tj ET`, 'latin1'),
});
const FONT = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

export function manyPages(count: number): Uint8Array {
  const first = 4;
  return assemble([
    CATALOGUE,
    pages(Array.from({ length: count }, (_, i) => first + i)),
    text('page'),
    ...Array.from({ length: count }, () => page(3, FONT)),
  ]);
}

/** A content stream of 2 GB behind two layers of compression: a few kilobytes on the disk. */
export function bomb(): Uint8Array {
  const layer = deflateSync(Buffer.alloc(64 * 1024 * 1024, 'q Q '), { level: 9 });
  const twice = deflateSync(layer, { level: 9 });
  // The same stream 32 times over, as one page's list of contents.
  const contents = Array.from({ length: 32 }, () => '4 0 R').join(' ');
  return assemble([
    CATALOGUE,
    pages([3]),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${contents}] /Resources << >> >>`,
    { dictionary: '/Filter [/FlateDecode /FlateDecode]', stream: twice },
  ]);
}

/** Forms that draw forms ten times each, twelve deep: a billion billion operators for whoever follows them. */
export function hang(): Uint8Array {
  const depth = 12;
  const first = 4;
  const forms: Body[] = Array.from({ length: depth }, (_, i) => {
    const last = i === depth - 1;
    const body = last ? 'q Q' : '/X Do '.repeat(10);
    const resources = last ? '' : `/XObject << /X ${first + i + 1} 0 R >>`;
    return {
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`,
      stream: Buffer.from(body),
    };
  });
  return assemble([
    CATALOGUE,
    pages([3]),
    page(first + depth, `/XObject << /X ${first} 0 R >>`),
    ...forms,
    { dictionary: '', stream: Buffer.from('/X Do') },
  ]);
}

/** Three pages, the second of which is not there. */
export function missingPage(): Uint8Array {
  return assemble([CATALOGUE, pages([3, 99, 4]), page(5, FONT), page(5, FONT), text('there')]);
}

/** @param userPassword "" opens for everybody */
export async function encrypted(userPassword: string): Promise<Uint8Array> {
  const document = new PDFKit({
    ...(userPassword ? { userPassword } : {}),
    ownerPassword: 'owner',
    pdfVersion: '1.7',
    info: { CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise((resolve) => document.on('end', resolve));
  document.text('Encrypted').end();
  await end;
  return new Uint8Array(Buffer.concat(chunks));
}
