import type { Choice, Definition, Element } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import type { MoreEntry } from '../more.ts';
import { differences, isSame, moreText } from '../more.ts';
import type { More } from './sheets.ts';

/** Cells hold no more characters. */
export const LONGEST_CELL = 32_767;

/** What of a definition its sheets do not say, once they are read again. */
export interface Unsaid {
  readonly more: More;
  /** Places that are read otherwise all the same. */
  readonly places: readonly string[];
}

const LISTS = ['choices', 'externalChoices', 'osmTags'] as const;

class Comparison {
  readonly more = new Map<object, string>();
  readonly places: string[] = [];

  compare(place: string, read: object, meant: object, without: readonly string[] = []): void {
    const entries = differences(read, meant).filter(([column]) => !without.includes(column));
    if (entries.length === 0) return;
    this.places.push(...entries.map(([column]) => `${place} ${column}`.trim()));
    this.keep(meant, entries);
  }

  private keep(meant: object, entries: readonly MoreEntry[]): void {
    const text = moreText(entries);
    if (text.length <= LONGEST_CELL) this.more.set(meant, text);
  }

  elements(path: string, read: readonly Element[], meant: readonly Element[]): void {
    if (read.length !== meant.length) this.places.push(`${path} has other questions`);
    meant.forEach((element, index) => {
      const other = read[index];
      const place = `${path}/${element.name}`;
      if (other?.type !== element.type || other.name !== element.name) this.places.push(place);
      else {
        this.compare(place, other, element);
        if (!isQuestion(element) && !isQuestion(other))
          this.elements(place, other.elements, element.elements);
      }
    });
  }

  /** True when the lists are alike but for cells that can be mended. */
  lists(
    read: Definition[(typeof LISTS)[number]] = {},
    meant: Definition[(typeof LISTS)[number]] = {},
  ): boolean {
    const shape = (lists: Readonly<Record<string, readonly Choice[]>>) =>
      Object.entries(lists).map(([list, choices]) => [list, choices.map(({ name }) => name)]);
    if (!isSame(Object.fromEntries(shape(read)), Object.fromEntries(shape(meant)))) return false;
    for (const [list, choices] of Object.entries(meant))
      choices.forEach((choice, index) => {
        const other = read[list]?.[index];
        if (other !== undefined) this.compare(`list ${list}, choice ${choice.name}`, other, choice);
      });
    return true;
  }
}

export function unsaid(read: Definition, meant: Definition): Unsaid {
  const comparison = new Comparison();
  const alike = LISTS.filter((lists) => comparison.lists(read[lists], meant[lists]));
  comparison.compare('', read, meant, alike);
  comparison.elements('', read.elements, meant.elements);
  return { more: comparison.more, places: comparison.places };
}
