import { createRoot } from 'react-dom/client';
import { openDeviceStorage } from '../data/openDeviceStorage.ts';
import { giveWayToUpgrade } from '../data/giveWay.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { saveDraft, type Seal } from '../data/saveDraft.ts';
import { whenCompared } from '../data/witnesses/compareWitnesses.ts';
import { openJournal } from '../platform/journal/openJournal.ts';
import { localSentinel } from '../platform/localSentinel.ts';
import { systemClock, systemRandom } from '../platform/systemPorts.ts';
import { whenOnlyOne } from '../platform/whenOnlyOne.ts';
import type { Keeper, OpenKiosk } from '../terminal/kiosk/openKiosk.ts';
import type { TerminalPorts } from '../terminal/useKiosk.ts';
import '../ui/base.css';
import { attachedFiles } from './attachedFiles.ts';
import { ReloadAfterCrash } from './ReloadAfterCrash.tsx';
import { sealFor } from './sealFor.ts';
import { TerminalApp } from './TerminalApp.tsx';
import { whenQuiet } from './whenQuiet.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('terminal.html has no #root');

const ports = { clock: systemClock, random: systemRandom };
const witnesses = { journal: openJournal(), sentinel: localSentinel };
const storage = openDeviceStorage({ ...ports, witnesses });
const files = attachedFiles(storage);
const keeperWith = (seal?: Seal): Keeper => ({
  saveDraft: (response) => saveDraft(storage, files.naming(response), seal),
  record: (response) => recordResponse(storage, files.naming(response), seal),
});
const kioskPorts: TerminalPorts = {
  ...ports,
  keeper: keeperWith(),
  sealedKeeper: (recipients) => keeperWith(sealFor(recipients)),
  keepFile: files.keeping,
};

let kiosk: OpenKiosk | undefined;
const nobodyAnswers = (): boolean => {
  const at = kiosk?.store.getState().at;
  return at === undefined || at === 'first' || at === 'asleep' || at === 'starting' || at === 'broken';
};

let doorIsOpen = false;
const onDoor = (open: boolean): void => void (doorIsOpen = open);
/** Nor does anybody look after it. */
const nobodyIsThere = (): boolean => nobodyAnswers() && !doorIsOpen;

/** Whoever was cut off in another tab or before a crash is recorded as soon as nobody stands at the screen. */
const recordCutOff = (): void => {
  if (!nobodyAnswers()) return;
  // What can't be loaded now is asked for again by whoever comes next.
  void import('../data/recordCutOffDrafts.ts')
    .then((late) => late.recordCutOffDrafts(storage))
    .catch(() => undefined);
};

giveWayToUpgrade(storage, { mayClose: nobodyIsThere, closed: () => location.reload() });

const onOpen = (opened: OpenKiosk): void => {
  kiosk = opened;
  opened.store.subscribe((now, before) => {
    if (now.at === 'first' && before.at !== 'first') recordCutOff();
  });
};

// On its way while the storage opens and the first screen is painted; whoever needs it waits for this same import.
void import('../terminal/kiosk/machine.ts').catch(() => undefined);

const screen = createRoot(root);

function start(): void {
  screen.render(
    <ReloadAfterCrash>
      <TerminalApp storage={storage} ports={kioskPorts} onOpen={onOpen} onDoor={onDoor} />
    </ReloadAfterCrash>,
  );
  whenQuiet(async () => {
    await whenCompared(storage);
    recordCutOff();
    const { startServices } = await import('./terminalServices.ts');
    startServices(storage, nobodyIsThere);
  });
}

async function wait(): Promise<() => void> {
  const { OpenElsewhere } = await import('../terminal/device/OpenElsewhere.tsx');
  return () => screen.render(<OpenElsewhere />);
}

whenOnlyOne('earshot-writer', { start, wait });
