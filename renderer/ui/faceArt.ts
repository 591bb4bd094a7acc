/** From very bad to very good. Mouth, brow and tilt differ, so that each face is read without its colour. */
export interface FaceArt {
  readonly ground: string;
  readonly drawing: string;
  /** Tilt and position of the features in the disc of radius 60. */
  readonly pose?: string;
  /** Strokes: brows, mouths that are lines, closed eyes. */
  readonly lines: string;
  /** An open mouth. */
  readonly shape?: string;
  /** Open eyes: their height; none when the eyes are lines. */
  readonly eyes?: number;
}

export const FACES: readonly [FaceArt, FaceArt, FaceArt, FaceArt, FaceArt] = [
  {
    ground: '#cb3b22',
    drawing: '#ffffff',
    pose: 'rotate(-6 60 60) translate(0 4)',
    lines: 'M22 40 42 25M98 40 78 25M30 53Q39 62 48 53M72 53Q81 62 90 53',
    shape: 'M38 94C38 79 47 70 60 70S82 79 82 94C74 90 46 90 38 94Z',
  },
  {
    ground: '#e8a01c',
    drawing: '#1b2422',
    pose: 'rotate(-4 60 60)',
    lines: 'M25 41 43 34M95 41 77 34M39 90Q60 70 81 90',
    eyes: 54,
  },
  {
    ground: '#a8a49a',
    drawing: '#1b2422',
    lines: 'M28 36H46M74 36H92M40 83H80',
    eyes: 54,
  },
  {
    ground: '#17877b',
    drawing: '#ffffff',
    pose: 'rotate(4 60 60)',
    lines: 'M28 36Q38 28 47 34M92 36Q82 28 73 34M34 73Q60 100 86 73',
    eyes: 53,
  },
  {
    ground: '#0a5940',
    drawing: '#ffffff',
    pose: 'rotate(7 60 60)',
    lines: 'M24 32Q35 18 46 26M96 32Q85 18 74 26M29 53Q39 40 49 53M71 53Q81 40 91 53',
    shape: 'M30 68C40 71 80 71 90 68 89 88 77 99 60 99S31 88 30 68Z',
  },
];
