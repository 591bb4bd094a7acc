/** Ends a switch over a union: a forgotten case fails to compile, a foreign value at run time is a bug and throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
