/** Colours as the browser has resolved them from the tokens, for the scheme that is on. */
export interface Palette {
  readonly accent: string;
  readonly band: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly bar: string;
}
