import { deflateRawSync } from 'node:zlib';

/** A part of a zip file for a test: packed, and how large it says to be when unpacked. */
interface Part {
  readonly packed: Uint8Array;
  readonly size: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const pack = (text: string): Part => {
  const bytes = Buffer.from(text);
  return { packed: deflateRawSync(bytes), size: bytes.byteLength };
};

/** The parts of a workbook whose sheets hold the given rows, as XML. */
export function zipOf(
  sheets: Readonly<Record<string, string>>,
  styles?: string,
): Readonly<Record<string, Part>> {
  const names = Object.keys(sheets);
  const files = names.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const overrides = files.map(
    (file) => `<Override PartName="/xl/${file}" ContentType="${SHEETS}.worksheet+xml"/>`,
  );
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${files.map((file, index) => relation(`rId${index + 1}`, 'worksheet', file)).join('')}${relation('rIdS', 'styles', 'styles.xml')}${relation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', styles ?? `<styleSheet xmlns="${MAIN}"/>`],
    ...names.map((name, index): [string, string] => [
      `xl/${files[index] ?? ''}`,
      `<worksheet xmlns="${MAIN}"><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`,
    ]),
  ];
  return Object.fromEntries(parts.map(([name, text]) => [name, pack(text)]));
}

/** The bytes of a zip file. Checksums are left out, as its reader asks for none. */
function zip(parts: Readonly<Record<string, Part>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, { packed, size }] of Object.entries(parts)) {
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0);
    sizes.writeUInt32LE(packed.byteLength, 10);
    sizes.writeUInt32LE(size, 14);
    const rest = Buffer.alloc(4);
    rest.writeUInt16LE(title.byteLength, 0);
    const local = Buffer.concat([Buffer.from('504b030414000000', 'hex'), sizes, rest, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b0102140014000000', 'hex'), sizes, rest, place, title]));
    locals.push(local);
    at += local.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.byteLength, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** The bytes of an .xlsx whose sheets hold the given rows, as XML; `parts` stand for those that are made of them. */
export const packedWorkbook = (
  sheets: Readonly<Record<string, string>>,
  parts?: Readonly<Record<string, Part>>,
  styles?: string,
): Uint8Array => zip(parts ?? zipOf(sheets, styles));
