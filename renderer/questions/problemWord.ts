import type { QuestionView, Violation } from '../../core/questionnaire/index.ts';
import type { QuestionWord } from './questionWord.ts';

interface Problem {
  readonly word: QuestionWord;
  readonly limit: number | string;
}

/** The words for what is wrong where the questionnaire has none of its own; `limit` is what was to be kept. */
export function problemWord({ type }: QuestionView, { kind, problem }: Violation): Problem {
  if (kind === 'required') return { word: 'problem.required', limit: '' };
  if (kind === 'constraint' || problem === undefined) return { word: 'problem.constraint', limit: '' };
  const limit = problem.limit ?? '';
  switch (problem.code) {
    case 'malformed':
      return { word: malformedWord(type), limit };
    case 'incomplete':
      return { word: incompleteWord(type), limit };
    case 'tooLow':
    case 'tooHigh':
    case 'offStep':
    case 'wrongTotal':
    case 'tooFewPoints':
    case 'badEmail':
    case 'badPhone':
    case 'consentMissing':
    case 'tooManyChoices':
      return { word: `problem.${problem.code}`, limit };
    default:
      return { word: 'problem.constraint', limit };
  }
}

function malformedWord(type: QuestionView['type']): QuestionWord {
  if (type === 'integer') return 'problem.integer';
  return type === 'decimal' || type === 'range' ? 'problem.number' : 'problem.malformed';
}

function incompleteWord(type: QuestionView['type']): QuestionWord {
  if (type === 'rank') return 'problem.rankAll';
  if (type === 'contact-request') return 'problem.contact';
  return type === 'rating-matrix' || type === 'importance-satisfaction' || type === 'semantic-differential'
    ? 'problem.rateAll'
    : 'problem.incomplete';
}
