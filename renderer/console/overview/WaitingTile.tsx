import type { OverviewDevice } from '../../../core/protocol/index.ts';
import { waitingOn, type Waiting } from '../devices/deviceView.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ConsoleSay } from '../words/index.ts';
import { Tile } from './Tile.tsx';

interface WaitingTileProps {
  readonly devices: readonly OverviewDevice[];
  readonly formats: Formats;
}

/** What people have said and head office cannot see yet. */
export function WaitingTile({ devices, formats }: WaitingTileProps) {
  const { say } = useConsole();
  const waiting = waitingOn(devices);
  return (
    <Tile title={say('waiting.title')} value={formats.count(waiting.total)}>
      {(waiting.total > 0 || waiting.unheard === 0) && <p>{whereText(say, formats, waiting)}</p>}
      {waiting.unheard > 0 && (
        <p>{say('waiting.unheard', { count: waiting.unheard, n: formats.count(waiting.unheard) })}</p>
      )}
    </Tile>
  );
}

function whereText(say: ConsoleSay, formats: Formats, { devices, holders }: Waiting): string {
  if (devices === 0) return say('waiting.noDevices');
  const [only, ...others] = holders;
  if (only === undefined) return say('waiting.none');
  if (others.length === 0 && devices > 1) return say('waiting.allOn', { name: only.name });
  return say('waiting.on', {
    count: devices,
    n: formats.count(holders.length),
    total: formats.count(devices),
  });
}
