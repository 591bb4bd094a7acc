import { isRightToLeft } from '../definition/index.ts';
import type { Language, Text } from '../definition/index.ts';
import type { Findings } from './findings.ts';
import type { Table } from './table.ts';

/** What texts without a language are in, until the settings name a default language. */
const UNNAMED = 'default';

const CODE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** The code as BCP 47 writes it, or undefined when it is none. */
function canonicalCode(code: string): string | undefined {
  if (!CODE.test(code)) return undefined;
  try {
    return Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

interface Named {
  readonly name: string;
  readonly code: string | undefined;
}

/** `English (en)` in its parts. */
function partsOf(written: string): Named {
  const match = /^(.*?)\s*\(([^()]*)\)$/.exec(written);
  const code = match?.[2]?.trim() ?? '';
  return { name: match?.[1]?.trim() || written, code: CODE.test(code) ? code : undefined };
}

/** The languages of a form: as its headers name them, and as the definition calls them. */
export class Languages {
  /** Name in the sheets -> code in the definition, in the order they appear. */
  private readonly codes = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly written = new Map<string, string>();
  /** Texts that no header names a language for. */
  readonly plain = new Set<Text>();
  /** Languages that headers name, or that stand beside those. */
  private readonly used = new Set<string>();

  /** `default_language` of the settings, `default` when they say nothing. */
  readonly fallback: string;

  constructor(fallback: string | undefined) {
    this.fallback = fallback ?? UNNAMED;
  }

  /** Code of a language as a header names it; met for the first time, it is added. */
  code(written: string): string {
    const known = this.codes.get(written);
    if (known !== undefined) return known;
    const { name, code } = partsOf(written);
    const free = code !== undefined && !this.names.has(code) ? code : written;
    this.codes.set(written, free);
    this.names.set(free, free === written ? written : name);
    if (free !== written && written !== `${name} (${code ?? ''})`) this.written.set(free, written);
    return free;
  }

  /** Makes known the languages that have a text somewhere, in the order of first appearance. */
  collect({ rows, texts }: Table): void {
    const columns = Array.from(texts.values()).filter(({ translations }) => translations.length > 0);
    for (const { cells } of rows) {
      for (const { plain, translations } of columns) {
        const spoken = translations.filter(({ key }) => cells.has(key));
        // A text beside a translation of it is in the default language.
        if (plain !== undefined && cells.has(plain) && spoken.length > 0) this.use(this.fallback);
        for (const { language } of spoken) this.use(language);
      }
    }
  }

  private use(written: string): void {
    this.used.add(written);
    this.code(written);
  }

  /** Whether the settings name the default language, or it is the one without a name. */
  get isDefaultSaid(): boolean {
    return this.codes.size === 0 || this.codes.has(this.fallback);
  }

  get defaultCode(): string {
    if (this.codes.size === 0) return this.code(this.fallback);
    const [first = UNNAMED] = this.codes.values();
    return this.codes.get(this.fallback) ?? first;
  }

  get list(): readonly Language[] {
    return Array.from(this.names, ([code, name]) => {
      const written = this.written.get(code);
      return {
        code,
        name,
        ...(isRightToLeft(code) ? { direction: 'rtl' as const } : {}),
        ...(written === undefined ? {} : { written }),
      };
    });
  }

  report(findings: Findings, settingsSheet: string): void {
    const bad: string[] = [];
    for (const written of this.used) {
      const { code } = partsOf(written);
      if (written === UNNAMED) continue;
      if (code === undefined || canonicalCode(code)?.toLowerCase() !== code.toLowerCase()) bad.push(written);
    }
    if (bad.length > 0) {
      const message = `These languages have no code that programs know: ${bad.join(', ')}. Write it behind the name, e.g. "French (fr)".`;
      findings.warn({ sheet: '', row: 0 }, message);
    }
    if (this.fallback !== UNNAMED && this.used.size > 0 && !this.codes.has(this.fallback)) {
      const message = `The default language "${this.fallback}" is none of ${Array.from(this.codes.keys()).join(', ')}; write it like the headers do.`;
      findings.warn({ sheet: settingsSheet, row: 2, column: 'default_language' }, message);
    }
  }
}
