const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(written: string): string {
  const named = NAMED[written];
  if (named !== undefined) return named;
  const code = written.startsWith('#x') ? Number.parseInt(written.slice(2), 16) : Number(written.slice(1));
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text between tags as it is meant: entities, CDATA, and what spreadsheets write for characters that XML can not hold. */
export function plainText(xml: string): string {
  let text = xml;
  if (text.includes('<![CDATA['))
    text = text.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, inner: string) => inner.replaceAll('&', '&amp;'));
  if (text.includes('&'))
    text = text.replace(/&(#x[0-9a-fA-F]+|#[0-9]+|amp|lt|gt|quot|apos);/g, (_, name: string) =>
      characterOf(name),
    );
  if (text.includes('_x'))
    text = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** An attribute in the text of a tag; its prefix may differ, so only the name behind it counts. */
export function attributeIn(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : plainText(value);
}

/** The tags of a name that open or stand alone, as their text. */
export const tagsOf = (xml: string, name: string): readonly string[] =>
  Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')), ([tag]) => tag);

const TEXT_RUN = /<(?:\w+:)?(t|rPh)(?=[\s/>])([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?\1>)/gs;

const ONE_RUN = /^\s*(?:<(?:\w+:)?is>)?<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>(?:<\/(?:\w+:)?is>)?\s*$/;

/** The text of a cell that holds rich text: all its runs, without what says how to pronounce them. */
export function richText(xml: string): string {
  const plain = ONE_RUN.exec(xml)?.[1];
  if (plain !== undefined) return plainText(plain);
  let text = '';
  for (const [, tag, , inner = ''] of xml.matchAll(TEXT_RUN)) if (tag === 't') text += inner;
  return plainText(text);
}
