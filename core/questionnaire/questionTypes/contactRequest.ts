import type { Parts } from './answerValue.ts';
import { partOf, partsCodec } from './codecs/partsCodec.ts';
import { defineType } from './defineType.ts';
import { isEmail, isPhone } from './families/contact.ts';
import { unknownParts } from './families/defineMatrix.ts';
import { wordParameter } from './families/parameter.ts';
import { nearestWord } from './nearestWord.ts';
import type { AnswerProblem, AskedQuestion, ParameterRule } from './questionType.ts';

const fields = ['name', 'email', 'phone'] as const;
const partNames = ['consent', ...fields];

const rule: ParameterRule = { kind: 'word', words: ['no', 'optional', 'required'], fallback: 'optional' };

function checkFields(parts: Parts, question: AskedQuestion): readonly AnswerProblem[] {
  const problems: AnswerProblem[] = [];
  for (const field of fields) {
    const text = partOf(parts, field);
    const wanted = wordParameter(question, field, 'optional');
    if (text === undefined && wanted === 'required') problems.push({ code: 'incomplete', part: field });
    if (text !== undefined && wanted === 'no') problems.push({ code: 'notAChoice', part: field });
  }
  const [email, phone] = [partOf(parts, 'email'), partOf(parts, 'phone')];
  if (email === undefined && phone === undefined) problems.push({ code: 'incomplete', part: 'email' });
  if (email !== undefined && !isEmail(email)) problems.push({ code: 'badEmail', part: 'email' });
  if (phone !== undefined && !isPhone(phone)) problems.push({ code: 'badPhone', part: 'phone' });
  return problems;
}

/** `consent=yes` must stand beside anything that identifies a person; `consent=no` alone is a full answer. */
function check(parts: Parts, question: AskedQuestion): readonly AnswerProblem[] {
  const unknown = unknownParts(parts, partNames);
  if (unknown.length > 0) return unknown;
  const consent = partOf(parts, 'consent');
  if (consent === 'yes') return checkFields(parts, question);
  const saysMore = fields.some((field) => partOf(parts, field) !== undefined);
  return consent === 'no' && !saysMore ? [] : [{ code: 'consentMissing', part: 'consent' }];
}

export const contactRequest = defineType<Parts>({
  name: 'contact-request',
  about: 'Whether we may get in touch, and how: consent, name, e-mail address, phone number',
  codec: partsCodec,
  xform: () => ({ control: 'input', bind: 'string' }),
  parameters: { name: rule, email: rule, phone: rule },
  check,
  flatColumns: () => partNames.map((suffix) => ({ suffix, kind: 'text' })),
  cells: (parts) => partNames.map((name) => partOf(parts, name) ?? null),
  nearest: (question) => ({ type: 'text', appearance: nearestWord('contact-request', question) }),
});
