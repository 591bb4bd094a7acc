import { Dexie } from 'dexie';
import type { Attachment, Response } from '../../core/response/index.ts';
import { keepAttachment } from '../../renderer/data/attachments/keepAttachment.ts';
import { openDeviceStorage } from '../../renderer/data/openDeviceStorage.ts';
import { compactOutbox } from '../../renderer/data/outbox/compactOutbox.ts';
import { openJournal } from '../../renderer/platform/journal/openJournal.ts';
import { localSentinel } from '../../renderer/platform/localSentinel.ts';
import { systemClock, systemRandom } from '../../renderer/platform/systemPorts.ts';
import { enrolDevice } from '../../renderer/sync/enrolDevice.ts';
import { applyReceipt } from '../../renderer/syncFile/applyReceipt.ts';
import { choosePlace, type FilePlace } from '../../renderer/syncFile/filePlace.ts';
import { saveSyncFile } from '../../renderer/syncFile/saveSyncFile.ts';
import { queueMany, whose } from '../drain/queueMany.ts';
import { sameResponses } from '../drain/sameResponses.ts';
import { ProgressSeen } from './progressSeen.ts';
import { photos } from './seededPhotos.ts';

// On the loopback it takes itself to be under development, and traces every call.
Dexie.debug = false;
// No dialog of the system can be answered here: the browser then downloads.
Object.assign(window, { showSaveFilePicker: undefined });

const journal = openJournal();
const witnesses = { journal, sentinel: localSentinel };
const storage = openDeviceStorage({ clock: systemClock, random: systemRandom, witnesses }, 'earshot');
const AT_ONCE = 500;

window.enrolDevice = async (code) => {
  const enrolled = await enrolDevice({ storage, appVersion: 'bench' }, code);
  if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.error.kind} ${enrolled.error.detail}`);
};

async function keep(photo: Blob): Promise<Attachment> {
  const kept = await keepAttachment(storage, photo, 'photo');
  if (!kept.ok) throw new Error(kept.error.detail);
  return kept.value;
}

window.recordMany = async ({ responses, photos: count }) => {
  const mine = await whose(storage);
  const seeded = photos(count);
  const every = Math.ceil(responses / count);
  for (let from = 0; from < responses; from += AT_ONCE) {
    const batch: Response[] = [];
    for (const [index, response] of sameResponses(Math.min(AT_ONCE, responses - from), mine).entries()) {
      const photo = (from + index) % every === 0 ? seeded.next().value : undefined;
      batch.push(photo === undefined ? response : { ...response, attachments: [await keep(photo)] });
    }
    await queueMany({ storage, journal }, batch);
  }
  while (await compactOutbox(storage));
};

/** The place, and how much has been written there. */
function counted(place: FilePlace) {
  const written = { bytes: 0 };
  const inner = place.writer.getWriter();
  const writer = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: async (chunk) => {
      await inner.write(chunk);
      written.bytes += chunk.length;
    },
    close: () => inner.close(),
    abort: (reason) => inner.abort(reason),
  });
  return { place: { ...place, writer }, written };
}

window.saveFile = async () => {
  const { place, written } = counted(await choosePlace('bench.earshot'));
  const seen = new ProgressSeen();
  const begin = performance.now();
  const saved = await saveSyncFile({
    storage,
    appVersion: 'bench',
    place,
    signal: new AbortController().signal,
    onProgress: (progress) => seen.hear(progress, written.bytes),
  });
  const milliseconds = performance.now() - begin;
  if (!saved.ok) throw new Error(`not saved: ${saved.error}`);
  const { bytes } = written;
  return { milliseconds, ...saved.value, bytes, photoBytes: seen.photoBytes, progress: seen.told(bytes) };
};

window.readReceipt = async () => {
  const [file] = document.querySelector('input')?.files ?? [];
  if (file === undefined) throw new Error('no receipt was given');
  const begin = performance.now();
  const applied = await applyReceipt(storage, new Uint8Array(await file.arrayBuffer()));
  if (!applied.ok) throw new Error(`not applied: ${applied.error}`);
  return { milliseconds: performance.now() - begin, ...applied.value };
};
