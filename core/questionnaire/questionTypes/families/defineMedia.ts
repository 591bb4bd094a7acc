import { mediaCodec } from '../codecs/mediaCodec.ts';
import { defineType } from '../defineType.ts';
import type { AskedQuestion, NearestRow, ParameterRule, QuestionType, XFormShape } from '../questionType.ts';

interface MediaDescription {
  readonly name: string;
  readonly about: string;
  readonly mediatype: string;
  readonly asked?: boolean;
  readonly control?: XFormShape['control'];
  readonly parameters?: Readonly<Record<string, ParameterRule>>;
  readonly appearances?: readonly string[];
  readonly nearest?: (question: AskedQuestion) => NearestRow;
}

/** A file that travels beside the response; the answer is its bare name. */
export function defineMedia({ mediatype, control = 'upload', ...rest }: MediaDescription): QuestionType {
  return defineType({ ...rest, codec: mediaCodec, xform: () => ({ control, bind: 'binary', mediatype }) });
}
