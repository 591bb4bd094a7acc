import type { Definition, PlainColumn } from '../../definition/index.ts';

const UNNAMED = 'default';

const COLUMNS: Readonly<Record<string, Readonly<Record<string, PlainColumn>>>> = {
  survey: {
    label: 'label',
    hint: 'hint',
    required_message: 'requiredMessage',
    constraint_message: 'constraintMessage',
  },
  choices: { label: 'choices' },
};

/** How the headers of a form name its languages: `label::English (en)`; nothing in a form whose only language has no name. */
export class LanguageHeaders {
  private readonly suffixes: ReadonlyMap<string, string>;

  constructor(private readonly definition: Pick<Definition, 'languages' | 'defaultLanguage' | 'spelling'>) {
    this.suffixes = new Map(
      definition.languages.map(({ code, name, written }) => [
        code,
        written ?? (name === code ? code : `${name} (${code})`),
      ]),
    );
  }

  header(column: string, code: string): string {
    const { languages } = this.definition;
    const isPlain = languages.length === 1 && languages[0]?.code === code && code === UNNAMED;
    return isPlain ? column : `${column}::${this.suffixes.get(code) ?? code}`;
  }

  /** Whether a text in this language only stands in the column that names none. */
  isPlain(sheet: string, column: string, code: string): boolean {
    const { spelling, defaultLanguage } = this.definition;
    const known = COLUMNS[sheet]?.[column];
    return code === defaultLanguage && known !== undefined && spelling?.plain?.includes(known) === true;
  }

  /** One for each language. */
  headers(column: string): readonly string[] {
    return this.definition.languages.map(({ code }) => this.header(column, code));
  }

  /** What the settings call the default language; undefined when that goes without saying. */
  get defaultName(): string | undefined {
    const { defaultLanguage, spelling } = this.definition;
    return defaultLanguage === UNNAMED || spelling?.defaultUnsaid === true
      ? undefined
      : (this.suffixes.get(defaultLanguage) ?? defaultLanguage);
  }
}
