import type { Mutant } from './mutant.ts';

/** What was found wanting by whoever tried the whole, and mended: each mend taken away again. */
export const MENDED: readonly Mutant[] = [
  {
    removes: 'the count of what is set aside, in the sentinel',
    edits: [
      {
        file: 'renderer/data/witnesses/noteAcknowledged.ts',
        find: 'lastSeq: 0, unsent: 0, aside }',
        put: 'lastSeq: 0, unsent: 0, aside: aside * 0 }',
      },
    ],
    test: 'renderer/app/rescuedResponses.browser.test.ts',
    named: 'is counted as lost where its copies are lost',
  },
  {
    removes: 'the second copy of what is set aside',
    edits: [
      {
        file: 'renderer/data/witnesses/copyToJournal.ts',
        find: 'const aside = await readAsideNumbers(database);',
        put: 'const aside = new Map<string, AsideNumbers>();',
      },
    ],
    test: 'renderer/app/rescuedResponses.browser.test.ts',
    named: 'what is set aside gets copies again',
  },
  {
    removes: 'what a cut segment of the copy still holds',
    edits: [
      {
        file: 'renderer/platform/journal/opfsFiles.ts',
        find: 'access.getSize() < SEGMENT_BYTES && isBlank(access)',
        put: 'access.getSize() < SEGMENT_BYTES',
      },
    ],
    test: 'renderer/app/damagedCopy.browser.test.ts',
    named: 'brings back every whole line',
  },
  {
    removes: 'the doubt where no copy vouches for its end',
    edits: [
      {
        file: 'renderer/data/witnesses/settleSequence.ts',
        find: 'uncertain: damaged && !again && !isSound(journal),',
        put: 'uncertain: again && !isSound(journal),',
      },
    ],
    test: 'renderer/app/damagedCopy.browser.test.ts',
    named: 'late sentinel and no copy',
  },
  {
    removes: 'another install of the worker after one that was cut off',
    edits: [
      {
        file: 'renderer/platform/keepInstalled.ts',
        find: 'if (workbox !== undefined && (await isInstalled())) return true;',
        put: 'if (workbox !== undefined) return true;',
      },
    ],
    test: 'e2e/device/workerInstall.test.ts',
    named: 'is made up for by the same page',
    built: true,
  },
  {
    removes: 'the look for something to load before a reload',
    edits: [
      {
        file: 'renderer/app/ReloadAfterCrash.tsx',
        find: 'if (await canLoadAgain()) location.reload();',
        put: 'if ((await canLoadAgain()) || PAUSE > 0) location.reload();',
      },
    ],
    test: 'renderer/app/ReloadAfterCrash.test.tsx',
    named: 'goes on with what is in memory',
  },
  {
    removes: 'the open device page as a reason not to reload',
    edits: [
      {
        file: 'renderer/app/terminal.tsx',
        find: 'nobodyAnswers() && !doorIsOpen',
        put: 'nobodyAnswers()',
      },
    ],
    test: 'e2e/device/devicePageInUse.test.ts',
    named: 'waits for whoever looks at the device page',
    built: true,
  },
  {
    removes: 'the two minutes between failures that count',
    edits: [
      { file: 'renderer/sync/holdAgainst.ts', find: 'const APART = 2 * 60_000;', put: 'const APART = 0;' },
    ],
    test: 'renderer/sync/sending.test.ts',
    named: 'over minutes, not for seconds',
  },
  {
    removes: '“sync now” while a hello is under way',
    edits: [
      {
        file: 'renderer/sync/runPump.ts',
        find: 'state = step.state;',
        put: 'state = step.state;\n      wakes.length = 0;',
      },
    ],
    test: 'renderer/sync/runPump.test.ts',
    named: 'in the middle of a hello',
  },
  {
    removes: 'what the server holds of a renewed store epoch',
    edits: [
      {
        file: 'renderer/data/settleBatch.ts',
        find: 'storeEpoch === chain?.storeEpoch ?',
        put: "storeEpoch === '' && chain ?",
      },
    ],
    test: 'renderer/data/epochs.browser.test.ts',
    named: 'from the first push of it on',
  },
  {
    removes: 'since when what comes back from aside waits',
    edits: [
      {
        file: 'renderer/data/aside/bringBackAside.ts',
        find: 'payload, contentHash, recordedAt } of responses) {',
        put: 'payload, contentHash } of responses) {\n      const recordedAt = Date.now();',
      },
    ],
    test: 'renderer/data/aside/aside.browser.test.ts',
    named: 'is sent once the device belongs to its server again',
  },
  {
    removes: 'the right time of a wrong clock’s moments',
    edits: [
      {
        file: 'renderer/terminal/device/formats.ts',
        find: 'Math.abs(offset) >= SAME_CLOCK ? offset : 0',
        put: 'Math.abs(offset) >= SAME_CLOCK ? 0 : 0',
      },
    ],
    test: 'renderer/terminal/device/formats.test.ts',
    named: 'a moment of a clock',
  },
  {
    removes: 'the word of what is kept for another server',
    edits: [
      {
        file: 'renderer/sync/storedOutbox.ts',
        find: 'setAside > 0 ? { setAside } : {}',
        put: 'setAside > 0 ? {} : {}',
      },
    ],
    test: 'renderer/sync/storedOutbox.browser.test.ts',
    named: 'H3',
  },
  {
    removes: 'the doubt about losses, in the console',
    edits: [
      {
        file: 'renderer/console/fleet/troubles.ts',
        find: 'storeLoss?.lost === 0 && !storeLoss.uncertain',
        put: 'storeLoss?.lost === 0',
      },
    ],
    test: 'renderer/console/fleet/fleetView.test.ts',
    named: 'losses that nobody can count',
  },
  {
    removes: 'the moment since when a restored server holds what it had got again',
    edits: [
      {
        file: 'renderer/data/rewindOutbox.ts',
        find: 'Math.max(kept.serverAt ?? 0, serverNow)',
        put: 'kept.serverAt ?? serverNow',
      },
    ],
    test: 'renderer/data/retention.browser.test.ts',
    named: 'until a backup from after the restored server',
  },
  {
    removes: 'a backup horizon that may go back',
    edits: [
      {
        file: 'sync-server/store/backupHorizon.ts',
        find: '.set({ backup_horizon: moment }).execute();',
        put: ".set({ backup_horizon: moment }).where('backup_horizon', '<', moment).execute();",
      },
    ],
    test: 'sync-server/devices/fleet.test.ts',
    named: 'the horizon of the newest backup',
  },
  {
    removes: 'the check of a backup horizon by the clock',
    edits: [
      {
        file: 'sync-server/devices/tellBackupHorizon.ts',
        find: 'if (horizon <= now) return horizon;',
        put: 'if (horizon <= now || now > 0) return horizon;',
      },
    ],
    test: 'sync-server/devices/fleet.test.ts',
    named: 'a horizon that is still to come',
  },
  {
    removes: 'the acceptance of what a revoked device sent',
    edits: [
      {
        file: 'sync-server/ingest/acceptances.ts',
        find: 'acceptance.up_to_arrival >= inbox.arrival',
        put: 'acceptance.up_to_arrival < 0',
      },
    ],
    test: 'sync-server/devices/fleet.test.ts',
    named: 'has sent so far counts',
  },
  {
    removes: 'the limit of what may be missing',
    edits: [
      {
        file: 'sync-server/devices/holesOf.ts',
        find: 'from - next > LONGEST',
        put: 'from - next > Infinity',
      },
    ],
    test: 'sync-server/devices/fleet.test.ts',
    named: 'no device can have reached',
  },
  {
    removes: 'the new log of the databases at a start and after trouble',
    edits: [
      {
        file: 'renderer/data/witnesses/keepMending.ts',
        find: '  await renewLog();',
        put: '  JSON.stringify(renewLog);',
      },
    ],
    test: 'e2e/device/tornLog.test.ts',
    named: 'costs nothing at the start after the next one',
  },
  {
    removes: 'what a living page has in hand',
    edits: [
      {
        file: 'renderer/data/witnesses/settleSequence.ts',
        find: 'await restoreFromHand(storage, witnesses, plan);',
        put: '0 * JSON.stringify([restoreFromHand]).length;',
      },
    ],
    test: 'renderer/app/evictedStorage.browser.test.ts',
    named: 'puts back what it has in hand',
  },
  {
    removes: 'the word of a sound copy against a late sentinel',
    edits: [
      {
        file: 'renderer/data/witnesses/settleSequence.ts',
        find: '|| !isSound(journal)) return Infinity;',
        put: '|| !isSound(journal) || journal.found > 0) return Infinity;',
      },
    ],
    test: 'renderer/app/evictedStorage.browser.test.ts',
    named: 'is not called lost',
  },
  {
    removes: 'the notice of a line of the copy that was damaged',
    edits: [
      {
        file: 'renderer/data/witnesses/settleSequence.ts',
        find: 'journal?.cut === true || copied.wereDamaged;',
        put: 'journal?.cut === true;',
      },
    ],
    test: 'renderer/app/damagedCopy.browser.test.ts',
    named: 'it is said once',
  },
  {
    removes: 'the enrolment that a terminal stays with while its database is thrown away',
    edits: [
      {
        file: 'renderer/app/stayingEnrolled.ts',
        find: 'return (last = read ?? last);',
        put: 'return (last = read ?? null);',
      },
    ],
    test: 'renderer/app/stayingEnrolled.browser.test.ts',
    named: 'is still itself',
  },
];
