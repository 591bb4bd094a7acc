import {
  applyEvent,
  compileQuestionnaire,
  currentScreen,
  listDocument,
  startInterview,
} from '../../core/questionnaire/index.ts';

declare global {
  interface Window {
    filterChoices?: (rows: number) => {
      readonly first: number;
      readonly next: number;
      readonly offered: number;
    };
  }
}

/** A cascade over an attached list: milliseconds until the choices are there, the first time and once it is indexed. */
window.filterChoices = (count) => {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    label: `City ${index}`,
    region: `r${index % 1000}`,
  }));
  const compiled = compileQuestionnaire({
    schema: 1,
    id: 'choices',
    version: '1',
    title: { en: 'Choices' },
    languages: [{ code: 'en', name: 'English' }],
    defaultLanguage: 'en',
    elements: [
      { type: 'text', name: 'region' },
      { type: 'select_one_from_file', name: 'city', file: 'cities.csv', choiceFilter: 'region = ${region}' },
    ],
  });
  if (!compiled.ok) throw new Error(compiled.error[0]?.message);
  const started = startInterview(compiled.value, { now: 0, seed: 1, lists: { cities: listDocument(rows) } });
  if (!started.ok) throw new Error(started.error.message);
  let interview = started.value;
  let offered = 0;
  const choose = (region: string): number => {
    interview = applyEvent(interview, { kind: 'answer', path: '/data/region', value: region }).interview;
    interview = applyEvent(interview, { kind: 'goTo', path: '/data/city' }).interview;
    const start = performance.now();
    const screen = currentScreen(interview);
    offered = screen.kind === 'questions' ? (screen.questions[0]?.choices.length ?? 0) : 0;
    return performance.now() - start;
  };
  const first = choose('r1');
  const later = Array.from({ length: 50 }, (_, index) => choose(`r${index + 2}`)).sort(
    (one, other) => one - other,
  );
  return { first, next: later[45] ?? Number.NaN, offered };
};
