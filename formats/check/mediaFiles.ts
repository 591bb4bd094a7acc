import type { Definition } from '../../core/questionnaire/index.ts';

/** Names of the pictures, sounds and videos that a questionnaire shows or plays, each once. */
export function mediaFiles({ elements, choices, externalChoices }: Definition): readonly string[] {
  const files = new Set<string>();
  const waiting: unknown[] = [elements, choices, externalChoices];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (key === 'media') for (const name of textsIn(member)) files.add(name);
      else waiting.push(member);
    }
  }
  return [...files];
}

/** The texts of all kinds of media in all languages. */
const textsIn = (media: unknown): readonly string[] =>
  Object.values(media as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap((text) =>
    Object.values(text),
  );
