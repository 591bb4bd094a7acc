import type { ClockWarning, ImportReport, ImportState, SignatureState } from '../../core/protocol/index.ts';

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
    ['written', origin && `${moment(origin.createdAt)} by its clock, ${String(origin.responses)} responses`],
    ['here', seen.join() || null],
    ['responses', countsText(counts)],
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

const lastText = (lastSeq: number | null): string =>
  lastSeq === null ? '' : `, the last of which is number ${String(lastSeq)}`;

const holesText = (holes: ImportReport['holes']): string =>
  holes.map(({ from, to }) => (from === to ? String(from) : `${String(from)} to ${String(to)}`)).join(', ');
