export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/**
 * The one JSON text of a value, after RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript prints them. `undefined` members are left out. Throws on NaN and infinities, which JSON cannot say.
 * Lone surrogates are written as \uXXXX escapes (well-formed JSON.stringify), so the text always survives UTF-8.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`not a JSON number: ${String(value)}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);
