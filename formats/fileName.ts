/** The name of a file without its folders. */
export const nameOf = (path: string): string => path.replace(/^.*[/\\]/s, '');

/** What a file's name ends in, with the full stop and in small letters; empty when it ends in nothing. */
export const endingOf = (path: string): string =>
  /[^.](\.[^.]*)$/.exec(nameOf(path))?.[1]?.toLowerCase() ?? '';

/** The name of a file without folders and ending: what instance() and pulldata() call it. */
export const stemOf = (path: string): string => nameOf(path).slice(0, -endingOf(path).length || undefined);
