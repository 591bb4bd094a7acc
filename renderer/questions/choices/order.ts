/** The names with one of them at another place. */
export function movedTo(names: readonly string[], name: string, place: number): readonly string[] {
  const others = names.filter((other) => other !== name);
  return [...others.slice(0, place), name, ...others.slice(place)];
}
