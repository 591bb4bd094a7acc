import { MENDED } from './mended.ts';
import type { Mutant } from './mutant.ts';

const device: readonly Mutant[] = [
  {
    removes: 'strict durability of IndexedDB',
    edits: [
      {
        file: 'renderer/data/deviceDatabase.ts',
        find: "chromeTransactionDurability: 'strict'",
        put: "chromeTransactionDurability: 'relaxed'",
      },
    ],
    test: 'e2e/powercut/devicePowerCut.test.ts',
    named: 'in one unbroken chain',
  },
  {
    removes: 'the flush of the copy',
    edits: [
      {
        file: 'renderer/platform/journal/journalRing.ts',
        find: 'for (const file of written) file.flush();',
        put: '',
      },
    ],
    test: 'e2e/powercut/devicePowerCut.test.ts',
    named: 'gets it all back from the copy',
  },
  {
    removes: 'the journal',
    edits: [
      {
        file: 'renderer/data/witnesses/startCopy.ts',
        find: 'const copied = await witnesses.journal.append([copy]);',
        put: 'const copied = { ok: true, error: JSON.stringify(copy) };',
      },
    ],
    test: 'e2e/device/damagedStorage.test.ts',
    named: 'everything removed',
  },
  {
    removes: 'the deadline of storage writes',
    edits: [
      {
        file: 'renderer/data/withinDeadline.ts',
        find: 'timer = setTimeout(() => resolve(LATE), deadline);',
        put: 'timer = setTimeout(() => JSON.stringify([resolve, LATE]), deadline);',
      },
    ],
    test: 'renderer/data/withinDeadline.browser.test.ts',
    named: 'never settles',
  },
  {
    removes: 'one transaction for a response and its place',
    edits: [
      {
        file: 'renderer/data/appendResponse.ts',
        find: 'responses.add(added),',
        put: 'Dexie.ignoreTransaction(() => responses.add(added)),',
      },
    ],
    test: 'renderer/data/recordResponse.browser.test.ts',
    named: 'in one transaction',
  },
  {
    removes: 'the chain, on the device',
    edits: [
      {
        file: 'renderer/data/appendResponse.ts',
        find: 'chainHash(before.head, seq, sealed.contentHash)',
        put: 'sealed.contentHash',
      },
    ],
    test: 'renderer/data/recordResponse.browser.test.ts',
    named: 'sequence and chain',
  },
  {
    removes: 'the lock of the one window that writes',
    edits: [
      {
        file: 'renderer/platform/whenOnlyOne.ts',
        find: 'if (!isSecureContext) {',
        put: 'if (isSecureContext) {',
      },
    ],
    test: 'renderer/platform/whenOnlyOne.browser.test.ts',
    named: 'another window is in the way',
  },
  {
    removes: 'the lock of the one window that sends',
    edits: [
      {
        file: 'renderer/sync/startSync.ts',
        find: 'navigator.locks.request(`${options.storage.database.name}-sync`, { signal }, () =>',
        put: 'Promise.resolve().then(() =>',
      },
    ],
    test: 'e2e/device/sync.test.ts',
    named: 'one tab sends for all',
  },
];

const wire: readonly Mutant[] = [
  {
    removes: 'the ack rule: no verdict, no acknowledgement',
    edits: [
      {
        file: 'core/protocol/readReply.ts',
        find: "isStored(body['stored'], unnamed) ? 'stored' : 'retry'",
        put: "isStored(body['stored'], unnamed) ? 'stored' : 'stored'",
      },
    ],
    test: 'renderer/sync/acknowledgement.test.ts',
    named: 'A2',
  },
  {
    removes: 'the ack rule: only verdicts on our hashes',
    edits: [{ file: 'core/protocol/brief.ts', find: ' ${item.contentHash}`;', put: '`;' }],
    test: 'renderer/sync/acknowledgement.test.ts',
    named: 'nothing is acknowledged by',
  },
  {
    removes: 'the ack rule: only the reply to this batch',
    edits: [{ file: 'core/protocol/readReply.ts', find: "body['batchId'] !== batchId || ", put: '' }],
    test: 'renderer/sync/acknowledgement.test.ts',
    named: 'nothing is acknowledged by',
  },
  {
    removes: 'the ack rule: only our own server',
    edits: [
      {
        file: 'core/protocol/readReply.ts',
        find: "if (serverId !== null && json['serverId'] !== serverId) {",
        put: "if (serverId === '') {",
      },
    ],
    test: 'renderer/sync/acknowledgement.test.ts',
    named: 'nothing is acknowledged by',
  },
  {
    removes: 'the check of a verdict’s store epoch',
    edits: [
      {
        file: 'renderer/data/settleBatch.ts',
        find: 'epochOf(chain, seq).storeEpoch === storeEpoch',
        put: "seq > 0 && storeEpoch !== ''",
      },
    ],
    test: 'renderer/data/enrolment.browser.test.ts',
    named: 'settles no number of the new sequence',
  },
  {
    removes: 'the check of the server’s epoch',
    edits: [
      { file: 'renderer/sync/wasRestored.ts', find: 'known.serverEpoch !== met.serverEpoch ||', put: '' },
    ],
    test: 'renderer/sync/wasRestored.test.ts',
    named: 'names another epoch',
  },
  {
    removes: 'the check of how much the server holds',
    edits: [{ file: 'renderer/sync/wasRestored.ts', find: 'met.held < known.held', put: 'false' }],
    test: 'renderer/sync/wasRestored.test.ts',
    named: 'holds less',
  },
];

const server: readonly Mutant[] = [
  {
    removes: 'the flush of each commit (synchronous = FULL)',
    edits: [
      {
        file: 'sync-server/store/sqlite/connectionSettings.ts',
        find: "synchronous = FULL'",
        put: "synchronous = NORMAL'",
      },
    ],
    test: 'e2e/powercut/serverPowerCut.test.ts',
    named: 'power cuts',
    built: true,
  },
  {
    removes: 'the transaction around derived rows',
    edits: [
      { file: 'sync-server/store/attempt.ts', find: 'await sql`savepoint attempt`.execute(tx);', put: '' },
      {
        file: 'sync-server/store/attempt.ts',
        find: 'const value = await work();\n    await sql`release savepoint attempt`.execute(tx);',
        put: 'const value = await work();',
      },
      {
        file: 'sync-server/ingest/keepItems.ts',
        find: "import type { PushVerdict } from '../../core/protocol/index.ts';",
        put: "import { sql } from 'kysely';\nimport type { PushVerdict } from '../../core/protocol/index.ts';",
      },
      {
        file: 'sync-server/ingest/keepItems.ts',
        find: 'await deriveResponses(',
        put: 'await sql`commit`.execute(tx);\n  await sql`begin`.execute(tx);\n  await deriveResponses(',
      },
    ],
    test: 'e2e/powercut/serverPowerCut.test.ts',
    named: 'power cuts',
    built: true,
  },
  {
    removes: 'the savepoint of a failing item',
    edits: [
      {
        file: 'sync-server/store/attempt.ts',
        find: 'await sql`rollback to savepoint attempt`.execute(tx);',
        put: '',
      },
    ],
    test: 'sync-server/store/attempt.test.ts',
    named: 'as if it had not been made',
  },
  {
    removes: 'the conflict clause of counters',
    edits: [
      {
        file: 'sync-server/store/insertRows.ts',
        find: 'finish(tx.insertInto(table).values(chunk)).compile()',
        put: 'tx.insertInto(table).values(chunk).compile()',
      },
    ],
    test: 'sync-server/store/attempt.test.ts',
    named: 'adds to counters',
  },
  {
    removes: 'duplicates known for what they are',
    edits: [
      {
        file: 'sync-server/ingest/judge.ts',
        find: "if (there.has(item.contentHash)) return 'duplicate';",
        put: '',
      },
    ],
    test: 'sync-server/ingest/verdicts.test.ts',
    named: 'V2',
  },
  {
    removes: 'conflicts known for what they are',
    edits: [
      { file: 'sync-server/ingest/judge.ts', find: "there.size > 1 ? 'conflict' : 'fresh'", put: "'fresh'" },
    ],
    test: 'sync-server/ingest/verdicts.test.ts',
    named: 'V4',
  },
  {
    removes: 'the hash check',
    edits: [
      {
        file: 'sync-server/ingest/readItem.ts',
        find: 'if (found !== contentHash)',
        put: "if (found === '')",
      },
    ],
    test: 'sync-server/ingest/verdicts.test.ts',
    named: 'V5',
  },
  {
    removes: 'the body limit, as sent',
    edits: [
      {
        file: 'sync-server/http/parseBodies.ts',
        find: 'request.routeOptions.bodyLimit ?? LIMITS.maxBatchBytes',
        put: 'Infinity',
      },
    ],
    test: 'sync-server/http/bodies.test.ts',
    named: 'as sent',
  },
  {
    removes: 'the body limit, unpacked',
    edits: [
      {
        file: 'sync-server/http/parseBodies.ts',
        find: 'maxOutputLength: LIMITS.maxUnpackedBytes, ',
        put: '',
      },
    ],
    test: 'sync-server/http/bodies.test.ts',
    named: 'unpacked',
  },
  {
    removes: 'the lock of the data folder',
    edits: [{ file: 'sync-server/store/lockFolder.ts', find: "database.exec('begin exclusive');", put: '' }],
    test: 'sync-server/store/openStore.test.ts',
    named: 'second server',
  },
  {
    removes: 'the chain, on the server: forks',
    edits: [
      {
        file: 'sync-server/devices/mergeSequence.ts',
        find: 'forked ||= overlaps && segment.link?.isNew === true;',
        put: '',
      },
    ],
    test: 'sync-server/devices/fleet.test.ts',
    named: 'H8',
  },
  {
    removes: 'the chain, on the server: broken links',
    edits: [
      {
        file: 'sync-server/devices/mergeSequence.ts',
        find: '!== link.chain',
        put: "=== ''",
      },
    ],
    test: 'sync-server/devices/mergeSequence.property.test.ts',
    named: 'does not follow',
  },
];

export const MUTANTS: readonly Mutant[] = [...device, ...wire, ...server, ...MENDED];
