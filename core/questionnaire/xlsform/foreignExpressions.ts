import type { RowReader } from './surveyForm.ts';

const ours: ReadonlySet<string> = new Set(['jr', 'odk', 'orx']);
const CALL = /(?<![\w:.-])([A-Za-z_][\w.-]*):([A-Za-z_][\w.-]*)\s*\(/g;

/** SurveyCTO's functions that need its server, its plug-ins or its clock of the person's work. */
const OF_SURVEYCTO: ReadonlySet<string> = new Set(
  `duration plug-in-metadata rank-index rank-index-if phone-call-log phone-call-duration phone-number device-info
   collect-is-phone-app enum-name enum-id geo-scatter short-geopoint distance-between hash pseudo-random
   format-number item-at item-index item-present count-items de-duplicate linebreak lower upper relevant empty`.split(
    /\s+/,
  ),
);
const PLAIN_CALL = /(?<![\w:.\/$-])([a-z][a-z-]*)\s*\(/g;

/** A function of another tool, e.g. `wq:length`, or undefined. */
function foreignFunction(expression: string): string | undefined {
  const outside = expression.replace(/"[^"]*"|'[^']*'/g, "''");
  for (const [, prefix = '', name = ''] of outside.matchAll(CALL)) {
    if (!ours.has(prefix)) return `${prefix}:${name}`;
  }
  for (const [, name = ''] of outside.matchAll(PLAIN_CALL)) if (OF_SURVEYCTO.has(name)) return name;
  return undefined;
}

/** The expression, unless only another tool can evaluate it: then it is left out, and that is told. */
export function withoutForeign(reader: RowReader, key: string, expression: string): string | undefined {
  const name = foreignFunction(expression);
  if (name === undefined) return expression;
  reader.unsupported(key, `The function ${name}() is another tool's, so this expression is left out.`);
  return undefined;
}

/** A filter by the label in one language: in the data a choice has one label, in the language that is shown. */
export function readFilter(reader: RowReader): string | undefined {
  const text = reader.get('choice_filter');
  if (text === undefined) return undefined;
  const filter = text.replace(/(?<![\w.-])label::[^\s=<>!()'"]+/g, 'label');
  if (filter !== text) {
    const message = 'Filters know a label only in the language that is shown; "label" stands for it here.';
    reader.unsupported('choice_filter', message);
  }
  return withoutForeign(reader, 'choice_filter', filter);
}
