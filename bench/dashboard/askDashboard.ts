import type { Kysely } from 'kysely';
import { crosstab, overview } from '../../sync-server/metrics/index.ts';
import type { Tables } from '../../sync-server/store/index.ts';
import { findTouchpoint } from '../../sync-server/touchpoints/index.ts';
import { FACE, OTHER } from './questions.ts';
import { DAYS, UNTIL } from './sizes.ts';
import { Timing } from './timing.ts';

const DAY = 86_400_000;
const PLACES = ['demo-riga-airport', 'demo-new-york', 'demo-kolkata'];
const ROUNDS = 40;

export interface Asked {
  readonly day: Timing;
  readonly together: Timing;
  /** What was said, so that others can be held against it. */
  readonly days: readonly {
    readonly place: string;
    readonly date: string;
    readonly faces: readonly number[];
  }[];
  readonly responses: number;
  /** Resident, in megabytes. */
  readonly memory: string;
}

const dayOf = (round: number): string =>
  new Date(UNTIL - (2 + ((round * 7) % (DAYS - 4))) * DAY).toISOString().slice(0, 10);

/** Asks what the console asks, one after the other, as its endpoints do. */
export async function askDashboard(db: Kysely<Tables>): Promise<Asked> {
  const [day, together] = [new Timing(), new Timing()];
  const days = [];
  let responses = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [place = '', date] = [PLACES[round % PLACES.length], dayOf(round)];
    const found = await day.of(async () => {
      const touchpoint = await findTouchpoint(db, place);
      if (touchpoint === null) throw new Error(`there is no ${place}`);
      return overview(db, touchpoint, date, UNTIL, { withFlagged: false });
    });
    days.push({ place, date, faces: found.distribution });
    const table = await together.of(() => crosstab(db, 'demo', { rows: FACE, columns: OTHER }));
    responses = table?.responses ?? 0;
  }
  const memory = `${String(Math.round(process.memoryUsage.rss() / 2 ** 20))} MB`;
  return { day, together, days, responses, memory };
}
