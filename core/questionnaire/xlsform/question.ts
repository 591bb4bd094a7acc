import type { Question } from '../definition/index.ts';
import type { QuestionTypeName } from '../questionTypes/index.ts';
import { isQuestionTypeName, questionTypeOf, readNearest } from '../questionTypes/index.ts';
import { compact, unlessEmpty } from './compact.ts';
import type { Asked } from './asked.ts';
import { readDefault } from './defaults.ts';
import { readFilter } from './foreignExpressions.ts';
import { isGenerated } from './generatedList.ts';
import { MORE, withMore } from './more.ts';
import { readParameters, usableParameters } from './parameters.ts';
import { onlyReference } from './references.ts';
import { condition, sharedColumns } from './rowColumns.ts';
import type { RowReader } from './surveyForm.ts';
import { readText, withoutLanguage } from './texts.ts';

function readTriggers(reader: RowReader): readonly string[] | undefined {
  const text = reader.get('trigger');
  if (text === undefined) return undefined;
  const names: string[] = [];
  for (const piece of text.split(',')) {
    const name = onlyReference(piece);
    if (name !== undefined) names.push(name);
    else if (piece.trim() !== '' || text.trim() === ',') {
      const message = `"${piece.trim().slice(0, 60)}" should be one question such as \${age}; write commas between several.`;
      reader.error('trigger', message);
    }
  }
  return names.length === 0 ? undefined : names;
}

function readOwnParameters(reader: RowReader, type: QuestionTypeName): Readonly<Record<string, string>> {
  const text = reader.get('parameters');
  const rows = type === 'text' ? reader.get('control::rows') : undefined;
  const own = rows === undefined ? {} : { rows };
  if (text === undefined) return own;
  const parameters = readParameters(text);
  if (parameters.ok) return { ...own, ...usableParameters(reader, type, parameters.value) };
  reader.error('parameters', parameters.error);
  return own;
}

function readMinimumSeconds(reader: RowReader): number | undefined {
  const text = reader.get('minimum_seconds');
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds;
  reader.unsupported('minimum_seconds', `"${text}" should be a number of seconds; it is passed over.`);
  return undefined;
}

/** A type of ours that an appearance carries, with what it takes out of appearance and parameters. */
function carried(asked: Asked, appearance: string | undefined): Partial<Question> | undefined {
  const reading = appearance === undefined ? undefined : readNearest(appearance);
  if (reading === undefined || !isQuestionTypeName(reading.type)) return undefined;
  const nearest = questionTypeOf(reading.type).nearest?.({
    name: asked.name,
    parameters: reading.parameters,
  });
  if (nearest?.type !== asked.type) return undefined;
  const { choices, ...parameters } = reading.parameters;
  const list =
    choices ?? (asked.choices === undefined || isGenerated(asked.choices) ? undefined : asked.choices);
  return compact<Partial<Question>>({
    type: reading.type,
    choices: list,
    parameters: unlessEmpty(parameters),
    appearance: reading.appearance === '' ? undefined : reading.appearance,
  });
}

const SPECIAL = { dont_know: 'dontKnow', refused: 'refused' } as const;

function readSpecialAnswers(reader: RowReader): Question['specialAnswers'] {
  const words = reader.get('earshot_special_answers')?.split(/[\s,]+/) ?? [];
  const known = words.filter((word): word is keyof typeof SPECIAL => Object.hasOwn(SPECIAL, word));
  return known.length === 0 ? undefined : known.map((word) => SPECIAL[word]);
}

/** `list#property`; which list goes without saying while there is only one. */
function readSaveTo(reader: RowReader): string | undefined {
  const text = reader.get('bind::entities:saveto');
  const [only, ...others] = reader.form.entities;
  const [list, property, ...more] = text?.split('#') ?? [];
  return list === only?.list && others.length === 0 && more.length === 0 ? (property ?? text) : text;
}

/** All parameters of a type of ours stand in its appearance; those beside it are the nearest type's. */
function withCarried(question: Question, own: Partial<Question>): Question {
  const { choices: _, appearance: __, parameters: ___, ...rest } = question;
  return compact<Question>({ ...rest, ...own, type: own.type ?? question.type });
}

/** What is calculated by nothing that we know stays blank. */
const blankOf = (reader: RowReader, type: string): string | undefined =>
  type === 'calculate' && reader.get('bind::calculate') !== undefined ? "''" : undefined;

/** Builds the question of a row. */
export function readQuestion(reader: RowReader, asked: Asked): Question {
  const { form, row } = reader;
  const { type, name, brings } = asked;
  const text = (key: string) => readText(form.table, row, key, form.languages);
  const shared = sharedColumns(reader);
  const own = carried(asked, shared.appearance);
  const hint = brings?.hint === undefined ? undefined : withoutLanguage(brings.hint, form.languages);
  const question = compact<Question>({
    ...shared,
    type,
    name,
    hint: shared.hint ?? hint,
    bind: unlessEmpty({ ...brings?.bind, ...shared.bind }),
    required: condition(reader, 'bind::required'),
    requiredMessage: text('bind::jr:requiredMsg'),
    constraint: condition(reader, 'bind::constraint') ?? brings?.constraint,
    constraintMessage: text('bind::jr:constraintMsg'),
    warning: reader.get('earshot_warning'),
    warningMessage: text('earshot_warning_message'),
    calculation: condition(reader, 'bind::calculate') ?? blankOf(reader, type),
    ...readDefault(reader, asked),
    triggers: readTriggers(reader),
    choices: asked.choices,
    choicesFrom: asked.choicesFrom,
    file: asked.file,
    orOther: asked.orOther === true ? true : undefined,
    choiceFilter: readFilter(reader),
    specialAnswers: readSpecialAnswers(reader),
    saveTo: readSaveTo(reader),
    minimumSeconds: readMinimumSeconds(reader),
    parameters: unlessEmpty(readOwnParameters(reader, type)),
  });
  return reader.keep(withMore(own === undefined ? question : withCarried(question, own), reader.get(MORE)));
}
