import type { Finding } from '../../../core/questionnaire/xlsform/index.ts';

type Told = (findings: readonly Finding[]) => boolean;

const some =
  (pattern: RegExp): Told =>
  (findings) =>
    findings.some(({ message }) => pattern.test(message));

/** What we have to say instead of a warning that names no row. */
const general: readonly (readonly [RegExp, (match: RegExpExecArray) => Told])[] = [
  [
    /do not contain valid machine-readable codes: (.*?)\. Learn/,
    ([, names = '']) =>
      (findings) =>
        findings.some(
          ({ message }) =>
            /no code/.test(message) && names.split(', ').every((name) => message.includes(name)),
        ),
  ],
  [/uses or_other and translations/, () => some(/or_other/)],
  [/sheets with similar names/, () => some(/Did you mean/)],
  [
    /^'(\w+)'$/,
    ([, name = '']) =>
      (findings) =>
        findings.some(({ message }) => message.includes(`Did you mean`) && message.includes(`"${name}"`)),
  ],
  [/form_id and id_string/, () => some(/id_string/)],
  [/expects one of: true\/false/, () => some(/should be yes or no/)],
  [
    /^Language '(.*)' is missing the (survey|choices) /,
    ([, language = '', sheet = '']) =>
      (findings) =>
        findings.some(
          (finding) =>
            finding.sheet.toLowerCase() === sheet && finding.message.includes(`language "${language}"`),
        ),
  ],
];

/** One warning of pyxform's may say several things, a line each. */
const lines = (warning: string): readonly string[] =>
  warning.startsWith('Language ') ? warning.split('\n') : [warning];

function isTold(line: string, findings: readonly Finding[]): boolean {
  const row = /^\[row : (\d+)\](?: On the '(\w+)' sheet)?/.exec(line);
  if (row !== null) {
    const [, number = '', sheet = 'survey'] = row;
    return findings.some(
      (finding) => finding.row === Number(number) && finding.sheet.toLowerCase() === sheet,
    );
  }
  for (const [pattern, make] of general) {
    const match = pattern.exec(line);
    if (match !== null) return make(match)(findings);
  }
  return false;
}

/** The things that pyxform warns of and we do not. */
export const untoldWarnings = (
  warnings: readonly string[],
  findings: readonly Finding[],
): readonly string[] => warnings.flatMap(lines).filter((line) => !isTold(line, findings));
