import type { TerminalSay } from '../../i18n/terminal/index.ts';

interface WordsProps {
  readonly say: TerminalSay;
  readonly text: Parameters<TerminalSay>[0];
  readonly values?: Parameters<TerminalSay>[1];
}

/**
 * A text of the interface where the questionnaire may speak a language that the interface does not: read and written in its own
 * language and direction, wherever it stands.
 */
export function Words({ say, text, values }: WordsProps) {
  return <bdi lang={say.language}>{say(text, values)}</bdi>;
}
