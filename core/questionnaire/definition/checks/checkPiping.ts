import { pipedNames } from '../pipedNames.ts';
import { textColumns } from '../textColumns.ts';
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
    choices.forEach(({ name, label }, index) => {
      for (const [language, words] of Object.entries(label ?? {})) {
        const subject: Subject = {
          pointer: `/choices/${list}/${index}/label/${language}`,
          place: `choice "${name}" of list "${list}"`,
        };
        for (const piped of pipedNames(words)) checkName(context, subject, `label/${language}`, piped);
      }
    });
  }
}
