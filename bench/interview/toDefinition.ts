import type { Definition, Element, Question } from '../../core/questionnaire/index.ts';
import type { Shaped } from './shapes.ts';

export function toDefinition({ questions, sums, chain, instances }: Shaped): Definition {
  const elements: Element[] = questions.map(({ name, relevant, first }): Question => ({
    type: 'integer',
    name,
    label: { en: `Question ${name}` },
    ...(relevant !== undefined && { relevant: `\${${relevant.of}} > ${relevant.above}` }),
    ...(first !== undefined && { default: String(first) }),
  }));
  for (const { name, after } of chain) {
    elements.push({ type: 'calculate', name, calculation: `\${${after}} + 1` });
  }
  for (const { name, of } of sums) {
    elements.push({ type: 'calculate', name, calculation: of.map((each) => `\${${each}}`).join(' + ') });
  }
  if (instances > 0)
    elements.push(repeat(instances), { type: 'calculate', name: 'total', calculation: 'sum(${c})' });
  return {
    schema: 1,
    id: 'bench',
    version: '1',
    title: { en: 'Bench' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements,
  };
}

const repeat = (startInstances: number): Element => ({
  type: 'repeat',
  name: 'rep',
  startInstances,
  elements: [
    { type: 'integer', name: 'a', default: '1', label: { en: 'A' } },
    { type: 'integer', name: 'b', default: '2', label: { en: 'B' } },
    { type: 'calculate', name: 'c', calculation: '${a} * ${b}' },
  ],
});
