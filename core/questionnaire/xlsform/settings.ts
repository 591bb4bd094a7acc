import type { Attributes, Settings } from '../definition/index.ts';
import { yesOrNo } from './cellText.ts';
import { compact, unlessEmpty } from './compact.ts';
import type { Findings } from './findings.ts';
import { MORE } from './more.ts';
import type { Row, Table } from './table.ts';
import { headerOf } from './table.ts';

/** What the settings sheet says, and rows of the survey that do the same. */
export interface FormSettings {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly version: string;
  readonly root: string | undefined;
  readonly defaultLanguage: string | undefined;
  readonly cleanText: boolean;
  readonly settings: Settings | undefined;
  /** What the workbook says of the form in no other cell. */
  readonly more: string | undefined;
}

/** Settings of the sheet that have a place of their own in the definition. */
const placed: ReadonlySet<string> = new Set([
  ...['form_title', 'form_id', 'version', 'name', 'default_language', 'instance_name', 'style', 'public_key'],
  ...['submission_url', 'auto_send', 'auto_delete', 'client_editable', 'allow_choice_duplicates'],
  ...[
    'omit_instanceid',
    'instance_id',
    'instance_xmlns',
    'namespaces',
    'clean_text_values',
    'add_none_option',
    MORE,
  ],
]);

const NAMESPACE = /([^\s=]+)\s*=\s*["']([^"']*)["']/g;

/** Reads one settings row; `table` is undefined when there is no such sheet. */
export class SettingsReader {
  private readonly cells: Map<string, string>;
  private readonly row: Row | undefined;

  constructor(
    private readonly table: Table | undefined,
    private readonly findings: Findings,
  ) {
    this.row = table?.rows[0];
    this.cells = new Map(this.row?.cells);
  }

  /** A setting that a row of the survey sheet makes. */
  set(name: string, value: string): void {
    this.cells.set(name, value);
  }

  private yes(name: string, fallback: boolean): boolean {
    const text = this.cells.get(name);
    const said = text === undefined ? fallback : yesOrNo(text);
    if (said !== undefined) return said;
    const message = `"${text ?? ''}" should be yes or no; taken as ${fallback ? 'yes' : 'no'}.`;
    this.findings.warn(this.place(name), message);
    return fallback;
  }

  private flag(name: string): boolean | undefined {
    return this.cells.has(name) ? this.yes(name, false) : undefined;
  }

  place(name: string): { sheet: string; row: number; column: string } {
    return {
      sheet: this.table?.sheet ?? 'settings',
      row: this.row?.number ?? 2,
      column: headerOf(this.table, name),
    };
  }

  private namespaces(): Attributes | undefined {
    const text = this.cells.get('namespaces');
    if (text === undefined) return undefined;
    return unlessEmpty(
      Object.fromEntries(Array.from(text.matchAll(NAMESPACE), ([, prefix = '', uri = '']) => [prefix, uri])),
    );
  }

  private withPrefix(prefix: string): Attributes | undefined {
    const found = Array.from(this.cells).filter(([key]) => key.startsWith(prefix));
    return unlessEmpty(Object.fromEntries(found.map(([key, value]) => [key.slice(prefix.length), value])));
  }

  private extra(): Readonly<Record<string, string>> | undefined {
    const rest = Array.from(this.cells).filter(([key]) => !placed.has(key) && !key.startsWith('attribute::'));
    return unlessEmpty(Object.fromEntries(rest));
  }

  private reportClashes(): void {
    if (this.flag('omit_instanceid') === true && this.cells.has('public_key')) {
      const message = 'Encrypted responses need an instanceID; take "omit_instanceID" or "public_key" away.';
      this.findings.error(this.place('omit_instanceid'), message);
    }
    if (this.flag('flat') === true)
      this.findings.unsupported(
        this.place('flat'),
        'Groups are left out, with their labels and their places on the screen; their questions keep to their rules.',
      );
    if (this.flag('add_none_option') === true)
      this.findings.unsupported(
        this.place('add_none_option'),
        'No choice "None" is added; add one to the lists that need it.',
      );
  }

  read(): FormSettings {
    this.reportClashes();
    const get = (name: string): string | undefined => this.cells.get(name);
    const settings = compact<Settings>({
      instanceName: get('instance_name'),
      style: get('style'),
      publicKey: get('public_key'),
      submissionUrl: get('submission_url'),
      autoSend: this.flag('auto_send'),
      autoDelete: this.flag('auto_delete'),
      clientEditable: this.flag('client_editable'),
      allowChoiceDuplicates: this.flag('allow_choice_duplicates'),
      omitInstanceId: this.flag('omit_instanceid') === true ? true : undefined,
      instanceId: get('instance_id'),
      instanceXmlns: get('instance_xmlns'),
      namespaces: this.namespaces(),
      attributes: this.withPrefix('attribute::'),
      extra: this.extra(),
    });
    return {
      id: get('form_id'),
      title: get('form_title'),
      version: get('version') ?? '',
      root: get('name'),
      defaultLanguage: get('default_language'),
      cleanText: this.yes('clean_text_values', true),
      settings: Object.keys(settings).length === 0 ? undefined : settings,
      more: get(MORE),
    };
  }
}
