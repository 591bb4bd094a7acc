declare const brand: unique symbol;

/** A string that has been checked to be one particular kind of id; `Brand<'responseId'>` is no `Brand<'deviceId'>`. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
