import { isBuiltInDate, isDateFormat } from '../numberFormat.ts';
import { attributeIn, tagsOf } from './xmlPieces.ts';

/** For each cell style, by its number: whether it shows numbers as dates. */
export function dateStyles(xml: string): readonly boolean[] {
  const own = new Map<number, string>();
  for (const tag of tagsOf(xml, 'numFmt'))
    own.set(Number(attributeIn(tag, 'numFmtId')), attributeIn(tag, 'formatCode') ?? '');
  const [, cells = ''] = /<(?:\w+:)?cellXfs(?=[\s>])[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(xml) ?? [];
  return tagsOf(cells, 'xf').map((tag) => {
    const format = Number(attributeIn(tag, 'numFmtId') ?? 0);
    const written = own.get(format);
    return written === undefined ? isBuiltInDate(format) : isDateFormat(written);
  });
}
