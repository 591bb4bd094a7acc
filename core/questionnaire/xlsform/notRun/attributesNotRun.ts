import type { Attributes, Element } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import type { Told } from './told.ts';

/** Attributes of controls and binds that something here reads. */
const RUN: Readonly<Record<'body' | 'bind', ReadonlySet<string>>> = {
  body: new Set(['jr:count', 'rows']),
  bind: new Set(['type', 'jr:preloadParams']),
};

const LOST: Readonly<Record<string, string>> = {
  'body/autoplay': 'Sounds and films do not begin by themselves; people start them.',
  'bind/jr:noAppErrorString': 'Other apps are not opened, so nobody reads this message.',
  'bind/jr:preload': 'The device does not fill this in.',
};

const KEPT = 'This attribute is kept for other tools; nothing here reads it.';

function lostOf(from: 'body' | 'bind', attributes: Attributes): readonly Told[] {
  const names = Object.keys(attributes).filter((name) => !RUN[from].has(name));
  return names.map((name) => [`${from}/${name}`, LOST[`${from}/${name}`] ?? `"${name}": ${KEPT}`]);
}

/** Attributes of an element's control and bind that do nothing here. Those of its instance node are written to the submission. */
export function attributesNotRun(element: Element): readonly Told[] {
  const { body = {}, bind = {} } = element;
  const isFilledIn = isQuestion(element) && bind['jr:preload'] === 'uid';
  return [
    ...lostOf('body', body),
    ...lostOf('bind', bind).filter(([column]) => !isFilledIn || column !== 'bind/jr:preload'),
  ];
}
