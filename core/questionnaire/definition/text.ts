/**
 * What people read, by language code. May hold Markdown as ODK knows it and `${name}` of a question, which is replaced by its answer.
 * A language that is missing falls back to the questionnaire's default language.
 */
export type Text = Readonly<Record<string, string>>;

/** An expression of the ODK XForms language, with `${name}` for paths, e.g. `${visits} > 3 and selected(${likes}, 'price')`. */
export type ExpressionText = string;

/** File names of media that belong to a text, by language code. */
export interface Media {
  readonly image?: Text;
  readonly bigImage?: Text;
  readonly audio?: Text;
  readonly video?: Text;
}

/** XML attributes by their name, kept word for word for the XForm. */
export type Attributes = Readonly<Record<string, string>>;
