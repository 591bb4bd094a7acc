import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Definition } from '../../core/questionnaire/index.ts';
import type { Ending, Response } from '../../core/response/index.ts';

/** What one person said, as the screen showed it; reasons in alphabetical order. */
export interface Sitting {
  readonly endedBy: Ending;
  readonly face: string;
  readonly reasons: readonly string[];
  readonly comment: string | undefined;
  readonly language: string;
}

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGES = ['en', 'ru', 'lv', 'de'];
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** How a person knows where the terminal stands: by its words, in whatever language. */
function readWords() {
  const { choices } = read('assets/questionnaires/sample.json') as Definition;
  const faces = (choices?.['faces'] ?? []).flatMap(({ name, label = {} }) =>
    Object.values(label).map((text): readonly [string, string] => [text, name]),
  );
  const say = LANGUAGES.map(
    (language) => read(`renderer/i18n/terminal/${language}.json`) as Readonly<Record<string, string>>,
  );
  const all = (key: string): string[] => say.map((words) => words[key] ?? '');
  return { faces: Object.fromEntries(faces), thanks: all('thanks'), send: all('send') };
}

type Words = ReturnType<typeof readWords>;

/** Writes down each sitting from what the page shows, and every long task, from the page's first moment on. Looks only at the document. */
function watch({ faces, thanks, send }: Words): void {
  const sittings: Sitting[] = [];
  const longTasks: number[] = [];
  Object.assign(globalThis, { seen: { sittings, longTasks } });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  }).observe({ type: 'longtask', buffered: true });

  const NOTHING = { face: '', reasons: [], comment: undefined, language: '' };
  let current: Omit<Sitting, 'endedBy'> | undefined;
  const end = (endedBy: Ending): void => {
    // What was handed in too early is still being written.
    if (current !== undefined)
      sittings.push({ endedBy, ...current, ...(endedBy === 'timeout' && { comment: undefined }) });
    current = undefined;
  };
  const shownFace = (): string | undefined => {
    for (const span of document.querySelectorAll('section p span:last-child')) {
      const face = faces[span.textContent];
      if (face !== undefined) return face;
    }
    return undefined;
  };
  const values = (selector: string): string[] =>
    Array.from(document.querySelectorAll<HTMLElement>(selector), ({ dataset }) => dataset['value'] ?? '');
  const look = (): void => {
    if (thanks.includes(document.querySelector('h1')?.textContent ?? '')) return end('finished');
    if (document.querySelector('[data-waiting="true"]') !== null) return end('timeout');
    if (document.querySelector('section[data-type]') === null) return undefined;
    const { face, reasons, comment, language } = current ?? NOTHING;
    const asksReasons = document.querySelector('section [role="checkbox"]') !== null;
    current = {
      face: shownFace() ?? face,
      reasons: asksReasons ? values('section [role="checkbox"][aria-checked="true"]').sort() : reasons,
      comment,
      language: document.querySelector<HTMLElement>('nav [aria-current="true"]')?.lang ?? language,
    };
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
  // What is written counts when it is handed in.
  const handIn = ({ target }: Event): void => {
    const text = document.querySelector('textarea')?.value.trim();
    const button = target instanceof Element ? target.closest('footer button') : null;
    if (current === undefined || text === undefined || button === null) return;
    current = { ...current, comment: send.includes(button.textContent) && text !== '' ? text : undefined };
  };
  document.addEventListener('click', handIn, { capture: true });
}

/** Begins to watch with the next page that is loaded. */
export const watchSittings = (page: Page): Promise<unknown> => page.addInitScript(watch, readWords());

interface Seen {
  readonly sittings: Sitting[];
  /** Milliseconds. */
  readonly longTasks: number[];
}

/** What was seen since the last time. */
export const takeSeen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { readonly seen: Seen };
    return { sittings: seen.sittings.splice(0), longTasks: seen.longTasks.splice(0) };
  });

/** The same, as a response says it. */
export function sittingIn({ endedBy, answers, language }: Response): Sitting {
  const reasons = answers['/data/good'] ?? answers['/data/bad'];
  return {
    endedBy,
    face: answers['/data/visit'] ?? '',
    reasons: reasons === undefined ? [] : reasons.split(' ').sort(),
    comment: answers['/data/comment'],
    language,
  };
}
