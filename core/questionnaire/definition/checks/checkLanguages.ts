import { quoted } from '../nearestName.ts';
import type { Text } from '../text.ts';
import { mediaColumns, textColumns } from '../textColumns.ts';
import type { CheckContext, Subject } from './checkContext.ts';

const questionnaire = (pointer: string): Subject => ({ pointer, place: 'questionnaire' });

function checkDeclared(context: CheckContext): ReadonlySet<string> {
  const codes = new Set<string>();
  context.definition.languages.forEach(({ code }, index) => {
    const subject = questionnaire(`/languages/${index}/code`);
    if (codes.has(code))
      context.error(subject, 'languages', 'badLanguage', `${quoted(code)} is listed twice; keep one.`);
    if (Object.hasOwn(Object.prototype, code)) {
      context.error(
        subject,
        'languages',
        'badLanguage',
        `${quoted(code)} cannot be the code of a language; take its BCP 47 code, e.g. "en".`,
      );
    }
    codes.add(code);
  });
  const { defaultLanguage } = context.definition;
  if (!codes.has(defaultLanguage)) {
    const message = `The default language ${quoted(defaultLanguage)} is none of ${Array.from(codes, quoted).slice(0, 20).join(', ')}; choose one of them.`;
    context.error(questionnaire('/defaultLanguage'), 'defaultLanguage', 'badLanguage', message);
  }
  return codes;
}

function checkText(
  context: CheckContext,
  codes: ReadonlySet<string>,
  subject: Subject,
  column: string,
  text: Text,
): void {
  for (const code of Object.keys(text)) {
    if (codes.has(code)) continue;
    const mend = context.suggest(code, codes) || ' Add it to "languages", or take the text away.';
    context.error(
      subject,
      column,
      'badLanguage',
      `${quoted(code)} is no language of this questionnaire.${mend}`,
    );
  }
  const missing = Array.from(codes).filter((code) => !Object.hasOwn(text, code) || text[code] === '');
  if (missing.length === 0) return;
  const shown = missing.includes(context.definition.defaultLanguage)
    ? 'nothing will be shown'
    : 'the default language will be shown';
  const list = `${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ' ...' : ''}`;
  context.warn(subject, column, 'missingTranslation', `has no text in ${list}: ${shown}. Translate it.`);
}

/** Languages are declared once, used as declared, and every text is there in all of them. */
export function checkLanguages(context: CheckContext): void {
  const codes = checkDeclared(context);
  checkText(context, codes, questionnaire('/title'), 'title', context.definition.title);
  for (const node of context.tree.nodes) {
    if (node.element === undefined) continue;
    for (const { column, text } of textColumns(node.element)) checkText(context, codes, node, column, text);
  }
  for (const kind of ['choices', 'externalChoices', 'osmTags'] as const) {
    for (const [list, choices] of Object.entries(context.definition[kind] ?? {})) {
      choices.forEach((choice, index) => {
        const subject = (column: string): Subject => ({
          pointer: `/${kind}/${list}/${index}/${column}`,
          place: `choice ${quoted(choice.name)} of list ${quoted(list)}`,
        });
        if (choice.label !== undefined) checkText(context, codes, subject('label'), 'label', choice.label);
        for (const { column, text } of mediaColumns(choice.media))
          checkText(context, codes, subject(column), column, text);
      });
    }
  }
}
