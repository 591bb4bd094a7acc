import { isQuestion } from '../element.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext } from './checkContext.ts';

/** instance('x') must mean one thing: a choice list, or one attached file. */
export function checkInstanceIds(context: CheckContext): void {
  for (const node of context.tree.nodes) {
    const question = node.element;
    if (question === undefined || !isQuestion(question)) continue;
    const external = question.type === 'csv-external' || question.type === 'xml-external';
    if (!external && question.file === undefined) continue;
    const file = question.file ?? `${question.name}.${question.type.slice(0, 3)}`;
    const id = question.file === undefined ? question.name : question.file.replace(/\.[a-z]+$/i, '');
    const column = external ? 'name' : 'file';
    const other = context.attachments.get(id);
    if (other !== undefined && other !== file) {
      const message = `${quoted(file)} and ${quoted(other)} would both be the list ${quoted(id)}; rename one of the files.`;
      context.error(node, column, 'badFile', message);
    } else if (context.choices.list(id) !== undefined) {
      const message = `${quoted(file)} would be the list ${quoted(id)}, but there is a choice list of that name; rename one.`;
      context.error(node, column, 'badFile', message);
    }
  }
}
