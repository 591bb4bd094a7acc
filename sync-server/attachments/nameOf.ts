/** Where contents lie in a folder or a bucket: by the first two digits of their hash. */
export const nameOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

/** The hash that a name stands for; null: nothing of ours has such a name. */
export const sha256In = (name: string): string | null =>
  /^([0-9a-f]{2})\/(\1[0-9a-f]{62})$/.exec(name)?.[2] ?? null;
