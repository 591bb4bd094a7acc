import type { Theme } from '../theme/index.ts';
import type { Element } from './element.ts';
import type { Attributes, ExpressionText, Media, Text } from './text.ts';

export interface Language {
  /** BCP 47 code where the language has one, else the name; `default` for texts without a language. */
  readonly code: string;
  readonly name: string;
  readonly direction?: 'ltr' | 'rtl';
  /** How spreadsheets and XForms write it, where that is not `name (code)`. */
  readonly written?: string;
}

/** Columns of texts that may stand without a language in a form that has some. */
export type PlainColumn = 'label' | 'hint' | 'requiredMessage' | 'constraintMessage' | 'choices';

/** What means the same in interviews and is said in two ways by spreadsheets and XForms, so that forms are written as they were read. */
export interface Spelling {
  /** Texts of these columns that are in the default language only name no language: they are for readers of every one. */
  readonly plain?: readonly PlainColumn[];
  /** Nothing names the default language; it is the first one. */
  readonly defaultUnsaid?: boolean;
}

export interface Choice {
  readonly name: string;
  readonly label?: Text;
  readonly media?: Media;
  /** Chosen alone: "none of these". */
  readonly exclusive?: boolean;
  /** Further columns, for choice filters, maps ... */
  readonly columns?: Readonly<Record<string, string>>;
}

/** A row of the `entities` sheet. */
export interface EntityDeclaration {
  readonly list: string;
  readonly label?: ExpressionText;
  readonly entityId?: ExpressionText;
  readonly createIf?: ExpressionText;
  readonly updateIf?: ExpressionText;
  /** Name of the repeat whose instances become entities. */
  readonly repeat?: string;
}

/** What XLSForm's `settings` sheet says beyond id, version, title, default language and root name. */
export interface Settings {
  readonly instanceName?: ExpressionText;
  /** `pages`, `theme-grid`. */
  readonly style?: string;
  readonly publicKey?: string;
  readonly submissionUrl?: string;
  readonly autoSend?: boolean;
  readonly autoDelete?: boolean;
  readonly clientEditable?: boolean;
  readonly allowChoiceDuplicates?: boolean;
  readonly omitInstanceId?: boolean;
  readonly instanceId?: string;
  readonly instanceXmlns?: string;
  /** Prefix -> URI. */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** Attributes of the primary instance's root. */
  readonly attributes?: Attributes;
  /** Settings that only other tools understand, kept word for word. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** An element of a list that is no table: other forms than `root/item/column` that XForms may bring as secondary instance. */
export interface ListTree {
  readonly name: string;
  readonly text?: string;
  readonly attributes?: Attributes;
  readonly children?: readonly ListTree[];
}

/** A questionnaire: XLSForm's model in JSON. Immutable once published as a version. */
export interface Definition {
  readonly schema: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly languages: readonly Language[];
  /** Code of one of `languages`; its texts stand in for missing translations. */
  readonly defaultLanguage: string;
  /** Name of the root node; `data` when left out. */
  readonly root?: string;
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
  /** Lists of select_one_external. */
  readonly externalChoices?: Readonly<Record<string, readonly Choice[]>>;
  /** Tag lists of type osm. */
  readonly osmTags?: Readonly<Record<string, readonly Choice[]>>;
  /** Lists of another shape than choices have, for `instance('name')`; the root element of each. */
  readonly documents?: Readonly<Record<string, ListTree>>;
  /** First values where they differ from one repeat instance to the next, by path: `/data/visit[2]/shop`. */
  readonly startAnswers?: Readonly<Record<string, string>>;
  readonly entities?: readonly EntityDeclaration[];
  readonly settings?: Settings;
  readonly spelling?: Spelling;
  /** Left out: as the house looks. */
  readonly theme?: Theme;
  readonly elements: readonly Element[];
}
