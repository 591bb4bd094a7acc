import type { Definition } from '../../core/questionnaire/index.ts';

/** A question whose answers the server counts (smiley) or lists (text), by its path in a response. */
export interface HeardQuestion {
  readonly path: string;
  readonly kind: 'smiley' | 'text';
  /** Faces from 1 to this; 0 for texts. */
  readonly points: number;
  readonly label: Readonly<Record<string, string>>;
}

const POINTS = 5;

/** The counted and listed questions of a questionnaire, outside repeats, in the order asked. */
export function heardQuestions(definition: Definition): readonly HeardQuestion[] {
  return within(definition.elements, `/${definition.root ?? 'data'}`);
}

function within(elements: Definition['elements'], parent: string): readonly HeardQuestion[] {
  return elements.flatMap((element) => {
    const path = `${parent}/${element.name}`;
    const label = element.label ?? {};
    switch (element.type) {
      case 'group':
        return within(element.elements, path);
      case 'smiley':
        return [{ path, kind: 'smiley', points: Number(element.parameters?.['points'] ?? POINTS), label }];
      case 'text':
        return [{ path, kind: 'text', points: 0, label }];
      default:
        return [];
    }
  });
}
