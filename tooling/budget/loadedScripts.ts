export interface BuildManifest {
  readonly [source: string]: {
    readonly file: string;
    readonly isEntry?: boolean;
    readonly imports?: readonly string[];
  };
}

/** The scripts that the page's entry needs before it runs: itself and what it imports statically, in any depth. */
export function loadedScripts(manifest: BuildManifest): string[] {
  const seen = new Set<string>();
  const visit = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    for (const next of manifest[source]?.imports ?? []) visit(next);
  };
  for (const [source, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) visit(source);
  return [...seen].map((source) => manifest[source]?.file ?? '').filter((file) => file.endsWith('.js'));
}
