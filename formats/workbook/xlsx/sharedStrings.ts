import { richText } from './xmlPieces.ts';

const ITEM = /<(?:\w+:)?si(?=[\s/>])[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs;
/** The texts that cells point to by their number. */
export function sharedStrings(xml: string): readonly string[] {
  const texts: string[] = [];
  for (const [, inner = ''] of xml.matchAll(ITEM)) texts.push(richText(inner));
  return texts;
}
