import type { Shaped } from './shapes.ts';

/** SurveyJS' JSON. Its invisible answers are cleared on completion only, so that they do not weigh here. */
export function toSurvey({ questions, sums, chain, instances }: Shaped): object {
  const elements: object[] = questions.map(({ name, relevant: on, first }) => ({
    type: 'text',
    inputType: 'number',
    name,
    title: `Question ${name}`,
    ...(on !== undefined && { visibleIf: `{${on.of}} > ${on.above}` }),
    ...(first !== undefined && { defaultValue: first }),
  }));
  for (const { name, after } of chain)
    elements.push({ type: 'expression', name, expression: `{${after}} + 1` });
  for (const { name, of } of sums) {
    elements.push({ type: 'expression', name, expression: of.map((each) => `{${each}}`).join(' + ') });
  }
  if (instances > 0) {
    elements.push(
      {
        type: 'paneldynamic',
        name: 'rep',
        panelCount: instances,
        maxPanelCount: instances,
        templateElements: [
          { type: 'text', inputType: 'number', name: 'a', defaultValue: 1 },
          { type: 'text', inputType: 'number', name: 'b', defaultValue: 2 },
          { type: 'expression', name: 'c', expression: '{panel.a} * {panel.b}' },
        ],
      },
      { type: 'expression', name: 'total', expression: "sumInArray({rep}, 'c')" },
    );
  }
  return { elements };
}
