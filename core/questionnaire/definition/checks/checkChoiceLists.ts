import type { Choice } from '../definition.ts';
import { isQuestion } from '../element.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext, Subject } from './checkContext.ts';

type Kind = 'choices' | 'externalChoices' | 'osmTags';

const severalTypes: ReadonlySet<string> = new Set(['select_multiple', 'rank', 'picture-choice']);

/** Lists whose choices are answered together, so that a space would cut a name in two. */
function listsOfSeveral(context: CheckContext): ReadonlySet<string> {
  const lists = new Set<string>();
  for (const { element } of context.tree.nodes) {
    if (element === undefined || !isQuestion(element) || element.choices === undefined) continue;
    if (severalTypes.has(element.type)) lists.add(element.choices);
  }
  return lists;
}

function checkNames(
  context: CheckContext,
  choices: readonly Choice[],
  subject: (index: number) => Subject,
): void {
  const seen = new Map<string, number>();
  const duplicates = context.definition.settings?.allowChoiceDuplicates === true;
  choices.forEach(({ name, label, media }, index) => {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, index);
    else if (!duplicates) {
      const message = `${quoted(name)} is also the name of choice ${first + 1}; rename one, or allow duplicates in the settings.`;
      context.error(subject(index), 'name', 'duplicateChoice', message);
    }
    if (name.trim() !== name || name.trim() === '') {
      context.error(
        subject(index),
        'name',
        'badChoice',
        `${quoted(name)} begins or ends with a space; take the space away.`,
      );
    } else if (name.startsWith('~')) {
      context.error(
        subject(index),
        'name',
        'badChoice',
        'A name may not begin with ~, which marks special answers.',
      );
    }
    if (label === undefined && media === undefined) {
      context.warn(
        subject(index),
        'label',
        'missingLabel',
        `${quoted(name)} has no label; people would see nothing, or the bare name.`,
      );
    }
  });
}

function checkList(
  context: CheckContext,
  kind: Kind,
  list: string,
  choices: readonly Choice[],
  several: boolean,
): void {
  const subject = (index: number): Subject => ({
    pointer: `/${kind}/${list}/${index}`,
    place: `choice ${index + 1} of list ${quoted(list)}`,
  });
  const whole: Subject = { pointer: `/${kind}/${list}`, place: `list ${quoted(list)}` };
  if (choices.length === 0)
    context.error(whole, '', 'emptyChoices', 'has no choices; add some, or take the list away.');
  if (kind === 'choices') checkNames(context, choices, subject);
  if (!several) return;
  choices.forEach(({ name }, index) => {
    if (!/\s/.test(name.trim())) return;
    const mend = quoted(name.trim().replace(/\s+/g, '_'));
    context.error(
      subject(index),
      'name',
      'badChoice',
      `${quoted(name)} has a space, but several choices are stored with spaces between; write ${mend}.`,
    );
  });
}

function warnOfUnused(context: CheckContext): void {
  const used = new Set<string>();
  for (const { element } of context.tree.nodes) {
    if (element === undefined || !isQuestion(element)) continue;
    if (element.choices !== undefined) used.add(element.choices);
    for (const value of Object.values(element.parameters ?? {})) used.add(value);
  }
  for (const list of Object.keys(context.definition.choices ?? {})) {
    if (used.has(list) || context.usedInstances.has(list)) continue;
    const subject: Subject = { pointer: `/choices/${list}`, place: `list ${quoted(list)}` };
    context.warn(
      subject,
      '',
      'unusedChoices',
      `The list ${quoted(list)} is used by no question; take it away, or ask with it.`,
    );
  }
}

/** Choices have names that can be told apart, and something to show. */
export function checkChoiceLists(context: CheckContext): void {
  const several = listsOfSeveral(context);
  for (const kind of ['choices', 'externalChoices', 'osmTags'] as const) {
    for (const [list, choices] of Object.entries(context.definition[kind] ?? {})) {
      checkList(context, kind, list, choices, kind === 'choices' && several.has(list));
    }
  }
  warnOfUnused(context);
}
