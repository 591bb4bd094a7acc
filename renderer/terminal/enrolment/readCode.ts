const CODE = /^[A-Za-z0-9_-]{4,64}$/;

/**
 * The enrolment code in what was scanned, pasted or typed: the code itself (spaces are forgiven), or a link that carries it as
 * `#enrol=CODE`. `null` when there is none in it.
 */
export function readCode(text: string): string | null {
  const found = /#enrol=([^&\s]+)/.exec(text)?.[1];
  const code = found === undefined ? text.replaceAll(/\s/g, '') : decode(found);
  return code !== null && CODE.test(code) ? code : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
