import type {
  AttachmentCounts,
  ClockWarning,
  FileAttachments,
  ImportReport,
  ImportState,
  SignatureState,
} from '../../core/protocol/index.ts';

const STATES: Readonly<Record<ImportState, string>> = {
  merged: 'taken in whole',
  partly: 'taken in part; the file is kept',
  aside: 'kept, but not taken',
  refused: 'refused and kept',
};
const SIGNATURES: Readonly<Record<SignatureState, string>> = {
  valid: 'signed by its device, from the first byte to the last',
  upToCut: 'signed by its device as far as it could be read',
  invalid: 'not the signature of its device from some place on; nothing behind it was taken',
  unchecked: 'not checked: nothing was read that could be',
};
const CLOCKS: Readonly<Record<ClockWarning, string>> = {
  fileFromFuture: 'the file was written in the future, if its device is right',
  farFromServer: "the device's clock differs from the server's by more than a day",
  neverCompared: "the device's clock was never compared with the server's",
};

/** The merge report for the eye. `receipt`: where it is, to be carried back to the device. */
export function writeReport(report: ImportReport, receipt: string | null): string {
  const { file, preview, state, detail, origin, counts, truncated } = report;
  const seen = report.firstTakenAt === null ? [] : [`first taken ${moment(report.firstTakenAt)}`];
  const rows: readonly (readonly [string, string | null])[] = [
    ['from', origin && `${origin.deviceName} (${origin.deviceId})${report.revokedDevice ? ', revoked' : ''}`],
    ['written', origin && `${moment(origin.createdAt)} by its clock, ${contentsText(origin)}`],
    ['here', seen.join() || null],
    ['responses', countsText(counts)],
    ['files', attachmentsText(report.attachments)],
    ['awaited', missingText(report.attachments)],
    ['signature', SIGNATURES[report.signature]],
    ['cut', truncated && `after response ${String(truncated.afterResponses)}${lastText(truncated.lastSeq)}`],
    ['keys', report.keyIds.join(', ') || null],
    ['missing', holesText(report.holes) || null],
    ['clock', report.clockWarnings.map((warning) => CLOCKS[warning]).join('; ') || null],
    ['receipt', receipt],
  ];
  const lines = rows.flatMap(([name, text]) => (text === null ? [] : [`  ${name.padEnd(10)} ${text}`]));
  const head = `${file.name}: ${preview ? 'would be ' : ''}${STATES[state]}${detail === '' ? '' : `. ${detail}`}`;
  return [head, ...lines].join('\n');
}

const moment = (at: number): string =>
  Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : '?';

const countsText = ({ read, notKept, ...counts }: ImportReport['counts']): string => {
  const kinds = Object.entries({ ...counts, 'not kept': notKept }).filter(([, count]) => count > 0);
  const parts = kinds.map(([kind, count]) => `${String(count)} ${kind}`);
  return `${String(read)} read${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
};

const contentsText = ({ responses, attachments }: NonNullable<ImportReport['origin']>): string =>
  `${String(responses)} responses${attachments === undefined ? '' : `, ${filesText(attachments)}`}`;

const filesText = ({ count, bytes }: FileAttachments): string =>
  `${String(count)} ${count === 1 ? 'file' : 'files'} (${(bytes / 1e6).toFixed(1)} MB)`;

/** Photos and the like. Null: the file has none. */
function attachmentsText(counts: AttachmentCounts | undefined): string | null {
  if (counts === undefined || counts.read === 0) return null;
  const { read, unasked, notKept } = counts;
  const kinds = Object.entries({
    new: counts.new,
    duplicate: counts.duplicate,
    'that no response names, not taken': unasked,
    'not kept for want of room': notKept,
  }).filter(([, count]) => count > 0);
  return `${String(read)} read: ${kinds.map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}`;
}

function missingText(counts: AttachmentCounts | undefined): string | null {
  if (counts === undefined || counts.missing.count === 0) return null;
  const { missing, firstMissing } = counts;
  const named = firstMissing.map(({ name, responseId }) => `${name} of ${responseId}`);
  return `${filesText(missing)} still to come: ${named.join(', ')}${named.length < missing.count ? ', ...' : ''}`;
}

const lastText = (lastSeq: number | null): string =>
  lastSeq === null ? '' : `, the last of which is number ${String(lastSeq)}`;

const holesText = (holes: ImportReport['holes']): string =>
  holes.map(({ from, to }) => (from === to ? String(from) : `${String(from)} to ${String(to)}`)).join(', ');
