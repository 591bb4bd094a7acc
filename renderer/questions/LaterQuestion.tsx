import { createElement, use, type ComponentType } from 'react';
import type { QuestionTypeName, QuestionView } from '../../core/questionnaire/index.ts';
import { Acknowledge } from './choices/Acknowledge.tsx';
import { Rank } from './choices/Rank.tsx';
import { Select } from './choices/Select.tsx';
import { SpecialAnswers } from './choices/SpecialAnswers.tsx';
import { Capture } from './captures/Capture.tsx';
import { DateEntry } from './dates/DateEntry.tsx';
import { ConstantSum } from './numbers/ConstantSum.tsx';
import { NumberEntry } from './numbers/NumberEntry.tsx';
import { Range } from './numbers/Range.tsx';
import { Place } from './places/Place.tsx';
import { RatedRows } from './scales/RatedRows.tsx';
import { Scale } from './scales/Scale.tsx';
import { Stars } from './scales/Stars.tsx';
import { Thumbs } from './scales/Thumbs.tsx';
import { Barcode } from './texts/Barcode.tsx';
import { ContactRequest } from './texts/ContactRequest.tsx';
import { LineEntry } from './texts/LineEntry.tsx';
import { Told } from './texts/Told.tsx';
import { LabelMedia } from './LabelMedia.tsx';
import { TextEntry } from './TextEntry.tsx';
import type { DrawnProps, QuestionProps } from './questionProps.ts';

/** One component per question type that is drawn later; see `drawnAtOnce` for the others. Types that nobody is asked have none. */
const COMPONENTS: Partial<Record<QuestionTypeName, ComponentType<DrawnProps>>> = {
  select_one: Select,
  select_multiple: Select,
  select_one_from_file: Select,
  select_multiple_from_file: Select,
  select_one_external: Select,
  'picture-choice': Select,
  text: Text,
  integer: NumberEntry,
  decimal: NumberEntry,
  'phone-number': NumberEntry,
  'email-address': LineEntry,
  barcode: Barcode,
  date: DateEntry,
  time: DateEntry,
  dateTime: DateEntry,
  range: Range,
  slider: Range,
  rank: Rank,
  acknowledge: Acknowledge,
  nps: Scale,
  csat: Scale,
  ces: Scale,
  stars: Stars,
  thumbs: Thumbs,
  'rating-matrix': RatedRows,
  'importance-satisfaction': RatedRows,
  'semantic-differential': RatedRows,
  'constant-sum': ConstantSum,
  'contact-request': ContactRequest,
  geopoint: Place,
  geotrace: Place,
  geoshape: Place,
  image: Capture,
  audio: Capture,
  video: Capture,
  file: Capture,
  osm: Capture,
  signature: Capture,
};

function Text(props: DrawnProps) {
  return createElement(props.view.appearance.includes('numbers') ? NumberEntry : TextEntry, props);
}

interface LaterQuestionProps extends QuestionProps {
  /** The answers are drawn already: only what stands beside them is wanted. */
  readonly besides: boolean;
}

/** All of a question that no first screen needs: most types, pictures and sounds of its words, the ways out that it offers. */
export function LaterQuestion({ besides, ...props }: LaterQuestionProps) {
  const { view, labelId, fileUrl } = props;
  const drawn = { ...props, say: use(props.words.later) };
  const component = componentFor(view);
  const offersWaysOut = (view.question.specialAnswers?.length ?? 0) > 0 && !view.readOnly;
  return (
    <>
      {view.media !== undefined && fileUrl !== undefined && (
        <LabelMedia media={view.media} labelId={labelId} fileUrl={fileUrl} />
      )}
      {!besides &&
        (component === undefined ? <p>{props.words.cannotBeShown}</p> : createElement(component, drawn))}
      {offersWaysOut && <SpecialAnswers {...drawn} />}
    </>
  );
}

const componentFor = ({ type, readOnly }: QuestionView): ComponentType<DrawnProps> | undefined =>
  readOnly ? Told : COMPONENTS[type];
