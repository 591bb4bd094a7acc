export interface BuildManifest {
  readonly [source: string]: {
    readonly file: string;
    readonly isEntry?: boolean;
    readonly imports?: readonly string[];
  };
}

/**
 * The scripts that the page's entry needs before it runs, itself and what it imports statically in any depth; and those of `also`,
 * modules that it loads on demand on the way.
 */
export function loadedScripts(manifest: BuildManifest, also: readonly string[] = []): string[] {
  const seen = new Set<string>();
  const visit = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    for (const next of manifest[source]?.imports ?? []) visit(next);
  };
  for (const [source, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) visit(source);
  for (const source of also) {
    if (manifest[source] === undefined) throw new Error(`${source} is no module of its own in the build`);
    visit(source);
  }
  return [...seen].map((source) => manifest[source]?.file ?? '').filter((file) => file.endsWith('.js'));
}
