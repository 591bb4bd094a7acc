import type { Overview } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { latestResponse } from './latestResponse.ts';
import { Tile } from './Tile.tsx';

interface ResponsesTileProps {
  readonly overview: Overview;
  readonly formats: Formats;
  readonly now: number;
}

export function ResponsesTile({ overview, formats, now }: ResponsesTileProps) {
  const { say } = useConsole();
  const { responses, csat, rated } = overview;
  const unrated = rated ? Math.max(0, responses - csat.n) : 0;
  const latest = latestResponse(overview);
  return (
    <Tile title={say('responses.title')} value={formats.count(responses)}>
      {responses === 0 && <p>{say('responses.none')}</p>}
      {responses > 0 && latest !== null && <p>{say('responses.last', { ago: formats.ago(latest, now) })}</p>}
      {unrated > 0 && <p>{say('responses.unrated', { count: unrated, n: formats.count(unrated) })}</p>}
    </Tile>
  );
}
