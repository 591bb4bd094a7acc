import { checkCalls } from '../../expression/index.ts';
import type { References } from '../../expression/index.ts';
import { isQuestion } from '../element.ts';
import { quoted } from '../nearestName.ts';
import type { CheckContext, Inspected } from './checkContext.ts';
import { checkName } from './checkName.ts';
import { checkPath } from './checkPath.ts';
import type { ExpressionColumn } from './expressionColumns.ts';
import { expressionColumns } from './expressionColumns.ts';

/** Ids that instance() can be asked for: choice lists and attachments. */
const knownInstances = (context: CheckContext): ReadonlySet<string> =>
  new Set([
    '__last-saved',
    'last-saved',
    ...Object.keys(context.definition.choices ?? {}),
    ...context.attachments.keys(),
  ]);

function checkInstances(
  context: CheckContext,
  { node, column }: ExpressionColumn,
  { instances, calls }: References,
  known: ReadonlySet<string>,
): void {
  const pulls = calls.some((call) => call.name === 'pulldata');
  for (const { id, at } of instances) {
    if (id === null) continue;
    context.usedInstances.add(id);
    if (known.has(id) || pulls) continue;
    const mend =
      context.suggest(id, known) ||
      ' Add the choice list, or a csv-external or xml-external question of that name.';
    context.warn(node, column, 'unknownList', `There is no list ${quoted(id)}.${mend}`, at);
  }
}

const alwaysColumns: ReadonlySet<string> = new Set(['name', 'label', 'value', 'itextId', 'geometry']);

/** Columns that a choice filter asks of its list; lists in files are not known here. */
function filterColumns(
  context: CheckContext,
  { node, column }: ExpressionColumn,
): ReadonlySet<string> | undefined {
  const element = node.element;
  if (
    column !== 'choiceFilter' ||
    element === undefined ||
    !isQuestion(element) ||
    element.choices === undefined
  )
    return undefined;
  const kind = element.type === 'select_one_external' ? 'externalChoices' : 'choices';
  return context.choices.columns(element.choices, kind);
}

function checkPaths(context: CheckContext, where: ExpressionColumn, { references }: Inspected): void {
  const { node, column } = where;
  let columns: ReadonlySet<string> | undefined;
  if (column === 'choiceFilter') {
    columns = filterColumns(context, where);
    if (columns === undefined) return;
  }
  for (const path of references.paths) {
    const [first] = path.steps;
    if (columns === undefined || path.anchor === 'root') checkPath(context, node, column, path);
    else if (first?.axis === 'parent') checkPath(context, node, column, path);
    else if (
      first?.axis === 'child' &&
      !columns.has(first.test) &&
      !alwaysColumns.has(first.test) &&
      !/[*(:]/.test(first.test)
    ) {
      const mend = context.suggest(first.test, columns) || ' Add the column to the list, or mend the filter.';
      context.warn(
        node,
        column,
        'unknownColumn',
        `The choices have no column ${quoted(first.test)}.${mend}`,
        path.at,
      );
    }
  }
}

function checkColumn(context: CheckContext, where: ExpressionColumn, known: ReadonlySet<string>): void {
  const { node, column, text } = where;
  const inspected = context.inspect(text);
  if (!inspected.ok) {
    context.error(node, column, 'syntax', inspected.error.message, inspected.error.position);
    return;
  }
  const { expression, references } = inspected.value;
  for (const problem of checkCalls(expression)) {
    context.error(node, column, 'syntax', problem.message, problem.position);
  }
  for (const name of references.names) checkName(context, node, column, name);
  checkInstances(context, where, references, known);
  checkPaths(context, where, inspected.value);
}

/** Expressions can be read; their functions, names, paths and lists exist. */
export function checkExpressions(context: CheckContext): void {
  const known = knownInstances(context);
  for (const node of context.tree.nodes) {
    for (const where of expressionColumns(node)) checkColumn(context, where, known);
  }
  const name = context.definition.settings?.instanceName;
  if (name === undefined || name.trim() === '') return;
  checkColumn(context, { node: context.tree.root, column: 'settings/instanceName', text: name }, known);
}
