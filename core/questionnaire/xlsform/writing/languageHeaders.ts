import type { Definition } from '../../definition/index.ts';

const UNNAMED = 'default';

/** How the headers of a form name its languages: `label::English (en)`; nothing in a form whose only language has no name. */
export class LanguageHeaders {
  private readonly suffixes: ReadonlyMap<string, string>;

  constructor(private readonly definition: Pick<Definition, 'languages' | 'defaultLanguage'>) {
    this.suffixes = new Map(
      definition.languages.map(({ code, name }) => [code, name === code ? code : `${name} (${code})`]),
    );
  }

  header(column: string, code: string): string {
    const { languages } = this.definition;
    const isPlain = languages.length === 1 && languages[0]?.code === code && code === UNNAMED;
    return isPlain ? column : `${column}::${this.suffixes.get(code) ?? code}`;
  }

  /** One for each language. */
  headers(column: string): readonly string[] {
    return this.definition.languages.map(({ code }) => this.header(column, code));
  }

  /** What the settings call the default language; undefined when that goes without saying. */
  get defaultName(): string | undefined {
    const { defaultLanguage } = this.definition;
    return defaultLanguage === UNNAMED ? undefined : (this.suffixes.get(defaultLanguage) ?? defaultLanguage);
  }
}
