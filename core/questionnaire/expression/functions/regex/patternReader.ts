import { PatternFailure } from './pattern.ts';

/** The reader's place in the code points of a pattern. */
export class PatternReader {
  readonly source: string;
  readonly characters: readonly string[];
  ignoreCase = false;
  dotAll = false;
  at = 0;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
    this.characters = Array.from(source);
  }

  peek(ahead = 0): string | undefined {
    return this.characters[this.at + ahead];
  }

  next(): string {
    const character = this.characters[this.at];
    if (character === undefined) throw this.failure('it ends too early');
    this.at += 1;
    return character;
  }

  accept(text: string): boolean {
    const parts = Array.from(text);
    if (!parts.every((part, index) => this.peek(index) === part)) return false;
    this.at += parts.length;
    return true;
  }

  /** What stands before `end`, which is passed. */
  until(end: string): string {
    let text = '';
    while (!this.accept(end)) text += this.next();
    return text;
  }

  deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > 100) throw this.failure('its brackets are nested too deeply');
    const result = read();
    this.depth -= 1;
    return result;
  }

  failure(what: string): PatternFailure {
    const shown = this.source.length > 60 ? `${this.source.slice(0, 60)}...` : this.source;
    return new PatternFailure(`The regular expression "${shown}" can not be used: ${what}.`);
  }
}
