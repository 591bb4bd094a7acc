import { lazy, type ComponentType } from 'react';
import type { QuestionTypeName, QuestionView } from '../../core/questionnaire/index.ts';
import { isPlainSelect } from './isPlainSelect.ts';
import type { DrawnProps, QuestionProps } from './questionProps.ts';
import { SelectMultiple } from './SelectMultiple.tsx';
import { SelectOne } from './SelectOne.tsx';
import { Smiley } from './Smiley.tsx';
import { TextEntry } from './TextEntry.tsx';
import { Unshown } from './Unshown.tsx';

/** What first screens are made of is there from the start; all others come when they are needed, or when there is time. */
type Drawing =
  | { readonly now: ComponentType<QuestionProps> }
  | { readonly later: ComponentType<DrawnProps>; readonly load: () => Promise<unknown> };

function later(load: () => Promise<ComponentType<DrawnProps>>): Drawing {
  return { later: lazy(async () => ({ default: await load() })), load };
}

const numberEntry = later(async () => (await import('./numbers/NumberEntry.tsx')).NumberEntry);
const lineEntry = later(async () => (await import('./texts/LineEntry.tsx')).LineEntry);
const dateEntry = later(async () => (await import('./dates/DateEntry.tsx')).DateEntry);
const range = later(async () => (await import('./numbers/Range.tsx')).Range);
const select = later(async () => (await import('./choices/Select.tsx')).Select);
const scale = later(async () => (await import('./scales/Scale.tsx')).Scale);
const rows = later(async () => (await import('./scales/RatedRows.tsx')).RatedRows);
const place = later(async () => (await import('./places/Place.tsx')).Place);
const capture = later(async () => (await import('./captures/Capture.tsx')).Capture);
const nothing: Drawing = { now: Unshown };

/** One drawing per question type; types that nobody is asked have none. */
const DRAWINGS: Partial<Record<QuestionTypeName, Drawing | ((view: QuestionView) => Drawing)>> = {
  smiley: { now: Smiley },
  select_one: (view) => (isPlainSelect(view) ? { now: SelectOne } : select),
  select_multiple: (view) => (isPlainSelect(view) ? { now: SelectMultiple } : select),
  select_one_from_file: select,
  select_multiple_from_file: select,
  select_one_external: select,
  'picture-choice': select,
  text: ({ appearance }) => (appearance.includes('numbers') ? numberEntry : { now: TextEntry }),
  integer: numberEntry,
  decimal: numberEntry,
  'phone-number': numberEntry,
  'email-address': lineEntry,
  barcode: later(async () => (await import('./texts/Barcode.tsx')).Barcode),
  date: dateEntry,
  time: dateEntry,
  dateTime: dateEntry,
  range,
  slider: range,
  rank: later(async () => (await import('./choices/Rank.tsx')).Rank),
  note: nothing,
  statement: nothing,
  acknowledge: later(async () => (await import('./choices/Acknowledge.tsx')).Acknowledge),
  nps: scale,
  csat: scale,
  ces: scale,
  stars: later(async () => (await import('./scales/Stars.tsx')).Stars),
  thumbs: later(async () => (await import('./scales/Thumbs.tsx')).Thumbs),
  'rating-matrix': rows,
  'importance-satisfaction': rows,
  'semantic-differential': rows,
  'constant-sum': later(async () => (await import('./numbers/ConstantSum.tsx')).ConstantSum),
  'contact-request': later(async () => (await import('./texts/ContactRequest.tsx')).ContactRequest),
  geopoint: place,
  geotrace: place,
  geoshape: place,
  image: capture,
  audio: capture,
  video: capture,
  file: capture,
  osm: capture,
  signature: capture,
};

const told = later(async () => (await import('./texts/Told.tsx')).Told);

export function drawingOf(view: QuestionView): Drawing {
  const drawing = DRAWINGS[view.type] ?? nothing;
  const chosen = typeof drawing === 'function' ? drawing(view) : drawing;
  return view.readOnly && chosen !== nothing ? told : chosen;
}

/** Fetches what these questions will be drawn with, so that nobody waits for it later. */
export async function loadDrawings(): Promise<void> {
  const all = new Set([...Object.values(DRAWINGS), select, numberEntry, told]);
  await Promise.all(Array.from(all).flatMap((drawing) => ('load' in drawing ? [drawing.load()] : [])));
}
