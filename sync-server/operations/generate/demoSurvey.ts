import sample from '../../../assets/questionnaires/sample.json' with { type: 'json' };
import type { Definition } from '../../../core/questionnaire/index.ts';

export const DEMO_SURVEY = 'demo';
export const PURPOSES = ['shopping', 'service', 'pick_up', 'looking'] as const;

const PURPOSE_LABELS: Readonly<Record<(typeof PURPOSES)[number], Readonly<Record<string, string>>>> = {
  shopping: { en: 'To buy something', ru: 'Что-то купить', lv: 'Kaut ko nopirkt', de: 'Etwas kaufen' },
  service: { en: 'For a service', ru: 'За услугой', lv: 'Pēc pakalpojuma', de: 'Für eine Dienstleistung' },
  pick_up: { en: 'To pick up an order', ru: 'Забрать заказ', lv: 'Saņemt pasūtījumu', de: 'Etwas abholen' },
  looking: { en: 'Just to look around', ru: 'Просто посмотреть', lv: 'Tikai apskatīties', de: 'Nur schauen' },
};

/** The sample, and two more questions that are counted, so that there is something to hold against each other. */
export const DEMO = {
  ...(sample as unknown as Definition),
  id: DEMO_SURVEY,
  choices: {
    ...(sample as unknown as Definition).choices,
    purposes: PURPOSES.map((name) => ({ name, label: PURPOSE_LABELS[name] })),
  },
  elements: [
    ...(sample as unknown as Definition).elements,
    {
      type: 'nps',
      name: 'again',
      label: {
        en: 'How likely are you to recommend us?',
        ru: 'Насколько вероятно, что вы нас порекомендуете?',
        lv: 'Cik ticams, ka jūs mūs ieteiktu?',
        de: 'Wie wahrscheinlich empfehlen Sie uns weiter?',
      },
    },
    {
      type: 'select_one',
      name: 'purpose',
      choices: 'purposes',
      label: {
        en: 'What brought you here today?',
        ru: 'Зачем вы сегодня пришли?',
        lv: 'Kāpēc jūs šodien atnācāt?',
        de: 'Was führt Sie heute her?',
      },
    },
  ],
} as unknown as Definition;

/** Of which each choice is counted. */
export const KEY_QUESTIONS = ['purpose'];
