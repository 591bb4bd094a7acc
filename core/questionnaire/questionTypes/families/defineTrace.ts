import { geotraceCodec } from '../codecs/geoCodec.ts';
import { defineType } from '../defineType.ts';
import type { TypeDescription } from '../defineType.ts';
import type { GeoPoint } from '../answerValue.ts';
import type { QuestionType } from '../questionType.ts';

type TraceDescription = Required<Pick<TypeDescription<readonly GeoPoint[]>, 'about' | 'check'>> & {
  readonly name: 'geotrace' | 'geoshape';
};

/** Points walked or drawn on a map. */
export function defineTrace(description: TraceDescription): QuestionType {
  return defineType({
    ...description,
    codec: geotraceCodec,
    xform: () => ({ control: 'input', bind: description.name }),
    parameters: {
      'allow-mock-accuracy': { kind: 'boolean', fallback: 'false' },
      incremental: { kind: 'word', words: ['true'] },
      'reference-geometry': { kind: 'places' },
    },
    appearances: ['maps', 'placement-map', 'hide-input'],
  });
}
