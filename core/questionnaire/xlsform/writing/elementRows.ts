import type { Element, Group, Question, Repeat } from '../../definition/index.ts';
import { isQuestion, isRepeat } from '../../definition/index.ts';
import { isQuestionTypeName, questionTypeOf } from '../../questionTypes/index.ts';
import { generatedListName } from '../generatedList.ts';
import { MORE } from '../more.ts';
import { defaultText } from './defaultText.ts';
import { RowWriter } from './sheetRows.ts';
import { asReference, typeText } from './typeText.ts';

export const SURVEY_ORDER: readonly string[] = [
  ...['type', 'name', 'label', 'hint', 'guidance_hint'],
  ...['media::image', 'media::big-image', 'media::audio', 'media::video', 'required', 'required_message'],
  ...['relevant', 'constraint', 'constraint_message', 'calculation', 'trigger', 'default', 'read_only'],
  ...['appearance', 'parameters', 'choice_filter', 'repeat_count', 'save_to', 'intent', 'minimum_seconds'],
  ...['earshot_warning', 'earshot_warning_message', 'earshot_special_answers'],
  ...['earshot_fixed', 'earshot_start_instances'],
];

const SPECIAL = { dontKnow: 'dont_know', refused: 'refused' } as const;

/** Always and never, as people write them. */
const condition = (expression: string | undefined): string | undefined =>
  expression === 'true()' ? 'yes' : expression === 'false()' ? 'no' : expression;

/** Rows of the survey sheet, with the lists that types of ours bring along. */
export class ElementRows {
  readonly rows: RowWriter[] = [];
  /** Names of the choices by list. */
  readonly generated = new Map<string, readonly string[]>();

  /** `moreOf` says what the cells of an element leave unsaid. */
  constructor(private readonly moreOf: (element: Element) => string | undefined) {}

  add(elements: readonly Element[]): void {
    const work: (Element | 'group' | 'repeat')[] = elements.toReversed();
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (typeof next === 'string') this.rows.push(new RowWriter().set('type', `end_${next}`));
      else if (isQuestion(next)) this.rows.push(this.question(next));
      else {
        this.rows.push(this.block(next));
        work.push(next.type, ...next.elements.toReversed());
      }
    }
  }

  private shared(type: string, element: Element, more: string | undefined): RowWriter {
    const { name, label, hint, guidanceHint, media, relevant, readOnly, appearance, bind, body } = element;
    return new RowWriter()
      .set('type', type)
      .set('name', name)
      .say('label', label)
      .say('hint', hint)
      .say('guidance_hint', guidanceHint)
      .show(media)
      .set('relevant', condition(relevant))
      .set('read_only', condition(readOnly))
      .set('appearance', appearance)
      .each('bind', bind)
      .each('body', body)
      .each('instance', element.instance)
      .each('', element.extra)
      .set(MORE, more);
  }

  /** A type of ours as the nearest one that XLSForm has, which the appearance tells it by. */
  private nearest(question: Question): Question {
    const nearest = questionTypeOf(question.type).nearest?.(question);
    if (nearest === undefined || !isQuestionTypeName(nearest.type)) return question;
    const { parameters: _, ...rest } = question;
    const appearance = [nearest.appearance, question.appearance].filter(Boolean).join(' ');
    const { parameters = {} } = nearest;
    const choices = question.choices ?? this.listWith(nearest.choiceNames);
    return {
      ...rest,
      type: nearest.type,
      appearance,
      parameters,
      ...(choices === undefined ? {} : { choices }),
    };
  }

  private listWith(names: readonly string[] | undefined): string | undefined {
    if (names === undefined) return undefined;
    const list = generatedListName(names);
    this.generated.set(list, names);
    return list;
  }

  private block(block: Group | Repeat): RowWriter {
    const row = this.shared(`begin_${block.type}`, block, this.moreOf(block)).set('intent', block.intent);
    if (!isRepeat(block)) return row;
    return row
      .set('repeat_count', block.repeatCount)
      .set('earshot_start_instances', block.startInstances?.toString())
      .set('earshot_fixed', block.fixed === true ? 'yes' : undefined);
  }

  private question(asked: Question): RowWriter {
    const question = this.nearest(asked);
    const { triggers, parameters, specialAnswers } = question;
    return this.shared(typeText(question), question, this.moreOf(asked))
      .set('required', condition(question.required))
      .say('required_message', question.requiredMessage)
      .set('constraint', condition(question.constraint))
      .say('constraint_message', question.constraintMessage)
      .set('calculation', question.calculation)
      .set('trigger', triggers?.map(asReference).join(', '))
      .set('default', defaultText(question))
      .set(
        'parameters',
        Object.entries(parameters ?? {})
          .map(([key, value]) => `${key}=${value}`)
          .join(' '),
      )
      .set('choice_filter', question.choiceFilter)
      .set('save_to', question.saveTo)
      .set('minimum_seconds', question.minimumSeconds?.toString())
      .set('earshot_warning', question.warning)
      .say('earshot_warning_message', question.warningMessage)
      .set('earshot_special_answers', specialAnswers?.map((special) => SPECIAL[special]).join(' '));
  }
}
