import type { InterfaceLanguage } from '../../i18n/languages.ts';
import { syncFileWords } from '../../i18n/syncFile/index.ts';
import type { Applied } from '../../syncFile/applyReceipt.ts';
import type { Saved, SaveProgress } from '../../syncFile/saveSyncFile.ts';

/** What whoever saves a file or brings a receipt is told, in sentences. */
export function syncFileNews(language: InterfaceLanguage) {
  const say = syncFileWords(language);
  const write = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  return {
    progress({ responses, allResponses, bytes, allBytes, isChecking }: SaveProgress): string {
      if (isChecking) return say('checking');
      if (bytes === 0) return say('progress', { written: write(responses), total: write(allResponses) });
      return say('progressFiles', { written: write(bytes / 1e6), total: write(allBytes / 1e6) });
    },
    saved: ({ responses, attachments }: Saved): string =>
      [
        say('saved', { count: responses }),
        ...(attachments > 0 ? [say('savedFiles', { count: attachments })] : []),
      ].join(' '),
    applied({ responses, attachments }: Applied): string {
      if (responses === 0 && attachments === 0) return say('appliedBefore');
      return [
        ...(responses > 0 ? [say('applied', { count: responses })] : []),
        ...(attachments > 0 ? [say('appliedFiles', { count: attachments })] : []),
      ].join(' ');
    },
  };
}
