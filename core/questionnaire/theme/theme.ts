/** `#rrggbb`. */
export type Colour = string;

/** How the screens of a survey look to respondents. Faces keep the colours that they mean something by. */
export interface Theme {
  readonly look: 'light' | 'dark';
  readonly colours: {
    readonly ground: Colour;
    /** Of fields, tiles and keys. */
    readonly surface: Colour;
    readonly ink: Colour;
    readonly accent: Colour;
    /** What is written on the accent. */
    readonly accentInk: Colour;
  };
  readonly corners: 'square' | 'slight' | 'round';
}
