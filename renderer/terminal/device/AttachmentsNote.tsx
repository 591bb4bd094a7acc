import { useLiveQuery } from 'dexie-react-hooks';
import { readAttachmentStatus, savePauseOnMetered } from '../../data/attachments/attachmentStatus.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { DeviceSay } from '../../i18n/device/index.ts';
import type { InterfaceLanguage } from '../../i18n/languages.ts';
import styles from './DevicePage.module.css';
import { formatBytes } from './formats.ts';

interface AttachmentsNoteProps {
  readonly storage: DeviceStorage;
  readonly language: InterfaceLanguage;
  readonly say: DeviceSay;
}

/** What belongs to responses and is still on its way, as long as there is any. */
export function AttachmentsNote({ storage, language, say }: AttachmentsNoteProps) {
  const status = useLiveQuery(() => readAttachmentStatus(storage), [storage]);
  if (status === undefined) return null;
  const { photos, files, bytes, damaged, pauseOnMetered } = status;
  const count = photos + files;
  const what = files === 0 ? 'files.photos' : photos === 0 ? 'files.files' : 'files.both';
  return (
    <>
      {count > 0 && (
        <p data-testid="attachments" data-count={count}>
          {say(what, { count, size: formatBytes(bytes, language) })}
        </p>
      )}
      {damaged > 0 && <p className={styles.warning}>{say('files.damaged', { count: damaged })}</p>}
      {count + damaged > 0 && (
        <label className={styles.quiet}>
          <input
            type="checkbox"
            checked={pauseOnMetered}
            onChange={({ target }) => void savePauseOnMetered(storage, target.checked)}
          />{' '}
          {say('files.pause')}
        </label>
      )}
    </>
  );
}
