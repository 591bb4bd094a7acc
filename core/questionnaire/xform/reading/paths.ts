/** Absolute path of a `ref`, seen from `context`; predicates and `current()` dropped. Undefined for anything but a plain path. */
export function resolveRef(ref: string, context: string): string | undefined {
  const plain = ref
    .trim()
    .replace(/\[[^\]]*\]/g, '')
    .replace(/^current\(\)\//, '');
  if (plain === '' || /[\s()'"|=<>+*,$]/.test(plain)) return undefined;
  const steps = plain.startsWith('/') ? [] : context.split('/').filter(Boolean);
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step.replace(/^orx:/, ''));
  }
  return `/${steps.join('/')}`;
}
