import { utils, write } from '@e965/xlsx';

const TYPES = ['text', 'integer', 'select_one places', 'date', 'calculate'] as const;

function question(index: number): readonly string[] {
  const type = TYPES[index % TYPES.length] ?? 'text';
  const before = (steps: number): string => `\${q${index - steps}}`;
  return [
    type,
    `q${index}`,
    type === 'calculate' ? '' : `Question number ${index}`,
    type !== 'calculate' && index > 5 ? `${before(5)} != ''` : '',
    type === 'integer' ? '. > 0' : '',
    type === 'select_one places' ? `region = ${before(2)}` : '',
    type === 'calculate' ? `${before(3)} * 2` : '',
  ];
}

/** The bytes of an .xlsx with so many questions, of all kinds that cost something, and one choice list that they filter. */
export function largeForm(questions: number, choices: number): Uint8Array {
  const book = utils.book_new();
  const survey = [
    ['type', 'name', 'label', 'relevant', 'constraint', 'choice_filter', 'calculation'],
    ...Array.from({ length: questions }, (_, index) => question(index)),
  ];
  const list = [
    ['list_name', 'name', 'label', 'region'],
    ...Array.from({ length: choices }, (_, index) => [
      'places',
      `p${index}`,
      `Place ${index}`,
      `r${index % 100}`,
    ]),
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(survey.map((row) => [...row])), 'survey');
  utils.book_append_sheet(book, utils.aoa_to_sheet(list), 'choices');
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer,
  );
}
