import { quoted } from '../nearestName.ts';
import { pipedNames } from '../pipedNames.ts';
import { mediaColumns, textColumns } from '../textColumns.ts';
import type { CheckContext, Subject } from './checkContext.ts';
import { checkName } from './checkName.ts';

/** `${name}` in texts means a question; expressions cannot stand there. */
export function checkPiping(context: CheckContext): void {
  for (const node of context.tree.nodes) {
    if (node.element === undefined) continue;
    for (const { column, text } of textColumns(node.element)) {
      for (const [language, words] of Object.entries(text)) {
        for (const piped of pipedNames(words)) checkName(context, node, `${column}/${language}`, piped);
      }
    }
  }
  for (const [list, choices] of Object.entries(context.definition.choices ?? {})) {
    choices.forEach(({ name, label, media }, index) => {
      const texts = [
        ...(label === undefined ? [] : [{ column: 'label', text: label }]),
        ...mediaColumns(media),
      ];
      for (const { column, text } of texts) {
        for (const [language, words] of Object.entries(text)) {
          const subject: Subject = {
            pointer: `/choices/${list}/${index}/${column}/${language}`,
            place: `choice ${quoted(name)} of list ${quoted(list)}`,
          };
          for (const piped of pipedNames(words)) checkName(context, subject, `${column}/${language}`, piped);
        }
      }
    });
  }
}
