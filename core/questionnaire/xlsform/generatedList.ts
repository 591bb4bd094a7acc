const PREFIX = 'earshot_';

/** Whether a list is one that types of ours bring with them because the nearest XLSForm type needs one. */
export const isGenerated = (list: string): boolean => list.startsWith(PREFIX);

/** Name of the list with these choices: questions with the same ones share it. */
export const generatedListName = (names: readonly string[]): string =>
  `${PREFIX}${names.join('_').replace(/[^\w.-]/g, '_')}`.slice(0, 200);
