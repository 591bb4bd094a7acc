import { dateCodec, dateTimeCodec } from '../codecs/dateCodec.ts';
import { textCodec } from '../codecs/textCodec.ts';
import { defineType } from '../defineType.ts';
import type { QuestionType } from '../questionType.ts';

interface MetadataDescription {
  readonly name: string;
  readonly about: string;
  readonly bind: 'string' | 'date' | 'dateTime';
  readonly preload: 'timestamp' | 'date' | 'property';
  readonly preloadParams: string;
}

const codecs = { string: textCodec, date: dateCodec, dateTime: dateTimeCodec };

/** A fact that the device fills in by itself. */
export function defineMetadata({ bind, preload, preloadParams, ...rest }: MetadataDescription): QuestionType {
  return defineType({
    ...rest,
    asked: false,
    codec: codecs[bind],
    xform: () => ({ control: 'none', bind, preload, preloadParams }),
  });
}
