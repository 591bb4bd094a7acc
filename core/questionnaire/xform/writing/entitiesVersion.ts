import type { FormWriting } from './formWriting.ts';

/** The version of ODK's entities specification that a form needs; as pyxform has it, the older one while it makes one entity in all. */
export function entitiesVersion({ definition, outline }: FormWriting): string | undefined {
  const count = definition.entities?.length ?? 0;
  if (count === 0) return undefined;
  const repeated = outline.all.some(
    ({ element, generated, repeats }) => generated && element.name === 'entity' && repeats.length > 0,
  );
  return count > 1 || repeated ? '2025.1.0' : '2024.1.0';
}
