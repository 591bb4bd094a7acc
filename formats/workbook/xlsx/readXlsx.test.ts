import { expect, it } from 'vitest';
import { packedWorkbook } from '../rehearsal/packedWorkbook.ts';
import { readXlsx } from './readXlsx.ts';

const rowsOf = async (survey: string): Promise<readonly (readonly string[])[]> => {
  const { sheets } = await readXlsx(packedWorkbook({ survey }));
  return sheets[0]?.rows ?? [];
};

it('takes cells that say where they stand, in either quotes, and those that do not', async () => {
  expect(
    await rowsOf(
      `<row r='1'><c r='B1' t='str'><v>b</v></c></row><row r="3"><c r="A3" t="str"><v>a</v></c><c t="b"><v>1</v></c></row><row><c><v>4</v></c></row>`,
    ),
  ).toEqual([['', 'b'], [], ['a', 'TRUE'], ['4']]);
});

it('reads rich text without what says how it is pronounced, entities, and characters that XML has none for', async () => {
  expect(
    await rowsOf(
      `<row r="1"><c t="inlineStr"><is><r><t>a &lt; </t></r><r><rPr><b/></rPr><t xml:space="preserve">b &#x41; </t></r><rPh><t>kana</t></rPh></is></c><c t="inlineStr"><is><t>x_x000D_y<![CDATA[ & z]]></t></is></c></row>`,
    ),
  ).toEqual([['a < b A ', 'x\ry & z']]);
});

it('takes rows under a prefix, as some programs write them', async () => {
  expect(await rowsOf(`<x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row>`)).toEqual([['a']]);
});
