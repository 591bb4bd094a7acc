const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'ar arc ckb dv fa he ks nqo prs ps rhg sd syr ug ur yi'.split(' '),
);

/** Whether a language is written from right to left, by its BCP 47 code. */
export const isRightToLeft = (code: string): boolean =>
  RIGHT_TO_LEFT.has(code.split('-')[0]?.toLowerCase() ?? '');
