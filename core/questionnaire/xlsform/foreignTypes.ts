import type { QuestionTypeName } from '../questionTypes/index.ts';
import type { TypeCell } from './typeCell.ts';

/** A type of another tool: what stands in for it here, and what that means. */
export interface Foreign {
  readonly cell: TypeCell;
  readonly message: string;
}

const as = (type: QuestionTypeName, message: string): Foreign => ({
  cell: { kind: 'plain', named: { type } },
  message,
});

const KEPT_EMPTY = 'It stays in the data, always empty.';

const types: readonly (readonly [RegExp, Foreign])[] = [
  [/^audio audit$/, as('background-audio', `The interview is not recorded. ${KEPT_EMPTY}`)],
  [
    /^speed violations (?:count|list|audit)$/,
    as('hidden', `Speed violations are not counted. ${KEPT_EMPTY}`),
  ],
  [/^sensor_(?:statistic|stream)\b/, as('hidden', `Sensors of the device are not read. ${KEPT_EMPTY}`)],
  [
    /^calculate_here$/,
    as('calculate', 'It is calculated whenever what it depends on changes, not only when people get here.'),
  ],
  [
    /^(?:caseid|comments|duration|devicephonenum|enumerator)$/,
    as('hidden', `This type of SurveyCTO is not filled in. ${KEPT_EMPTY}`),
  ],
];

const textAudit = as(
  'audit',
  'How the interview went is kept with the response, not in a file of this field.',
);

/** Types of SurveyCTO that XLSForm's own converter does not know. */
export function foreignType(written: string, hasAudit: boolean): Foreign | undefined {
  if (/^text audit$/.test(written))
    return hasAudit ? as('hidden', `There is an audit already. ${KEPT_EMPTY}`) : textAudit;
  return types.find(([pattern]) => pattern.test(written))?.[1];
}

/** All of them as authors write them, for the page of XLSForm. */
export const everyForeignType = [...types, [/^text audit$/, textAudit] as const].flatMap(
  ([pattern, { cell, message }]) =>
    cell.kind === 'plain' ? [{ written: spelled(pattern), type: cell.named.type, message }] : [],
);

/** A pattern as a person would write the types that it stands for. */
function spelled({ source }: RegExp): string {
  return source
    .replace(/^\^|\$$|\\b/g, '')
    .replace(/\(\?:([^)]*)\)/g, '$1')
    .replaceAll('|', ', ');
}
