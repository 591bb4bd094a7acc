export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 1_000;

/** Ids of ours have 1 to 100 characters, without the two that some databases do not take. */
export const isId = (value: unknown): value is string =>
  isText(value) && value !== '' && value.length <= 100 && !/[\0\p{Surrogate}]/u.test(value);

export const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
