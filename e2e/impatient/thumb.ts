import type { Page } from 'playwright-core';
import type { drawn } from '../drawn.ts';

type Draw = ReturnType<typeof drawn>;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a thumb can reach at this moment, by what it is for. */
interface Scene {
  /** `counting`: the last seconds before the terminal starts over are counted down. */
  readonly at: 'waiting' | 'asking' | 'counting' | 'thanks' | 'between';
  readonly answers: readonly Place[];
  readonly languages: readonly Place[];
  /** At the foot: back, then the ways on. */
  readonly ways: readonly Place[];
  readonly writing: Place | undefined;
}

const readScene = (page: Page): Promise<Scene> =>
  page.evaluate(() => {
    const places = (selector: string): Place[] =>
      Array.from(document.querySelectorAll(selector), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
    const there = (selector: string): boolean => document.querySelector(selector) !== null;
    const standing = (): Scene['at'] => {
      if (there('[role="alertdialog"]')) return 'counting';
      if (there('[data-waiting="true"]')) return 'waiting';
      if (there('section[data-type]')) return 'asking';
      return there('h1') ? 'thanks' : 'between';
    };
    return {
      at: standing(),
      answers: places('section [role="radio"], section [role="checkbox"]'),
      languages: places('nav button'),
      ways: places('footer button:not(:disabled)'),
      writing: places('textarea')[0],
    };
  });

/** So long after a screen changed it takes taps; an impatient thumb does not always wait for it. */
const A_MOMENT = 400;

/** Somebody in a hurry at the terminal's screen, the same one for the same draw. The page's clock is rehearsed: nobody waits. */
export function makeThumb(page: Page, draw: Draw) {
  const oneOf = (places: readonly Place[]): Place | undefined => places[draw(places.length || 1)];
  const anywhere = (): Place => {
    const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
    return { x: draw(width), y: draw(height) };
  };
  let written = 0;

  const tap = async (place: Place | undefined): Promise<void> => {
    const { x, y } = place ?? anywhere();
    await page.mouse.click(x, y);
    for (let more = draw(4) === 0 ? 1 + draw(2) : 0; more > 0; more -= 1) await page.mouse.click(x, y);
  };
  const write = async (place: Place): Promise<void> => {
    await page.mouse.click(place.x, place.y);
    written += 1;
    await page.keyboard.insertText(` Ātri, номер ${written}`);
  };
  /** Goes away; some come back while it counts down. */
  const leave = async (): Promise<void> => {
    await page.clock.fastForward(15_500);
    if (draw(3) === 0) await tap(undefined);
    else await page.clock.fastForward(5_000);
  };
  const answer = async ({ answers, languages, ways, writing }: Scene): Promise<void> => {
    const wish = draw(100);
    if (wish < 6) return leave();
    if (wish < 10) return tap(oneOf(languages));
    if (wish < 15) return tap(undefined);
    if (wish < 21) return tap(ways[0]);
    if (wish < 45 && writing !== undefined) return write(writing);
    return tap(wish < 45 ? oneOf(answers) : ways.at(-1));
  };

  /** The next thing that the thumb does. */
  return async (): Promise<void> => {
    const scene = await readScene(page);
    if (scene.at === 'waiting') await tap(oneOf(draw(10) === 0 ? scene.languages : scene.answers));
    else if (scene.at === 'asking') await answer(scene);
    else if (scene.at === 'counting') await tap(undefined);
    else if (scene.at === 'thanks') {
      if (draw(2) === 0) await tap(scene.ways[0]);
      else await page.clock.fastForward(4_100);
    }
    if (draw(4) > 0) await page.clock.fastForward(A_MOMENT);
  };
}
