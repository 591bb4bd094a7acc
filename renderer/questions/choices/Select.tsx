import type { QuestionView } from '../../../core/questionnaire/index.ts';
import { currentValue, namesIn } from '../currentValue.ts';
import { MOST_TILES } from '../isPlainSelect.ts';
import type { DrawnProps } from '../questionProps.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { Likert } from './Likert.tsx';
import { Pictures } from './Pictures.tsx';
import type { SelectingProps } from './selectingProps.ts';
import styles from './Select.module.css';
import { takesSeveral, toggled } from './selection.ts';
import { Tiles } from './Tiles.tsx';

const LISTED_ELSEWHERE: readonly QuestionView['type'][] = [
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
];

/** Choices as their appearance asks: pictures, a list to search, a scale, a row of a table, columns. */
export function Select(props: DrawnProps) {
  const { view, onAnswer } = props;
  const chosen = namesIn(currentValue(props));
  const several = takesSeveral(view);
  const keepsList = several || view.type === 'picture-choice';
  const onChoose = (name: string): void => {
    if (several) onAnswer(toggled(name, chosen, view.choices), { part: name, complete: false });
    else onAnswer(keepsList ? [name] : name, { complete: true });
  };
  // Lists of files that did not come along: better said than an empty screen.
  if (view.choices.length === 0 && LISTED_ELSEWHERE.includes(view.type))
    return <p className={styles.missing}>{props.words.cannotBeShown}</p>;
  const selecting: SelectingProps = { ...props, of: several ? 'many' : 'one', chosen, onChoose };
  switch (formOf(view)) {
    case 'heads':
      return <ChoiceRow {...selecting} heads />;
    case 'row':
      return <ChoiceRow {...selecting} heads={false} />;
    case 'pictures':
      return <Pictures {...selecting} />;
    case 'likert':
      return <Likert {...selecting} />;
    case 'list':
      return <ChoiceList {...selecting} />;
    case 'tiles':
      return <Tiles {...selecting} choices={view.choices} columns={columnsOf(view.appearance)} />;
  }
}

type Form = 'heads' | 'row' | 'pictures' | 'likert' | 'list' | 'tiles';

function formOf({ type, appearance, choices }: QuestionView): Form {
  const asks = (pattern: RegExp): boolean => appearance.some((word) => pattern.test(word));
  if (asks(/^label$/)) return 'heads';
  if (asks(/^(list-nolabel|list)$/)) return 'row';
  if (asks(/^(minimal|search|autocomplete)/) || choices.length > 2 * MOST_TILES) return 'list';
  if (type === 'picture-choice' || choices.some(({ media }) => media?.image !== undefined)) return 'pictures';
  if (asks(/^likert$/) && choices.length <= 7) return 'likert';
  return 'tiles';
}

/** `columns-3`: three; `columns`: two; `columns-pack`, `compact` ...: as many as fit. */
function columnsOf(appearance: readonly string[]): number | undefined {
  const word = appearance.find((name) =>
    /^(columns|compact|quickcompact|horizontal-compact)(-|$)/.test(name),
  );
  if (word === 'columns') return 2;
  const wanted = Number(/-(\d+)$/.exec(word ?? '')?.[1] ?? NaN);
  return Number.isNaN(wanted) ? undefined : Math.min(6, Math.max(1, wanted));
}
