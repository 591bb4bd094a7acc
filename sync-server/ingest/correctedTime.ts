/** A device's clock when a response was finished, and what is known against which it can be held. */
interface Said {
  readonly deviceTime: number;
  readonly clockOffset: number;
  readonly receivedAt: number;
  /** When the device that heard it was enrolled: nobody was heard on it before. */
  readonly enrolledAt: number | undefined;
}

/** Where nothing is known of the device: before this nobody was heard anywhere. */
const FIRST_SENSIBLE = Date.UTC(2020);
/** A clock may be set right between the answer, the hello and the push. By more it was not set right, but wrong. */
const MOST_OFF = 86_400_000;

/**
 * Device time plus the offset of its clock at the last hello, between enrolment and receipt (H5). Where a clock said something else
 * altogether (one that starts anew after each power cut, and was set right by the very network that brought the hello), the offset says
 * nothing of it: then it counts at its receipt, and is not `isSound`.
 */
export function correctedTime({ deviceTime, clockOffset, receivedAt, enrolledAt }: Said): {
  readonly at: number;
  readonly isSound: boolean;
} {
  const first = Math.min(enrolledAt ?? FIRST_SENSIBLE, receivedAt);
  const corrected = Math.round(deviceTime + clockOffset);
  const isSound = corrected >= first - MOST_OFF && corrected <= receivedAt + MOST_OFF;
  return { at: isSound ? Math.min(Math.max(corrected, first), receivedAt) : receivedAt, isSound };
}
