import { useId } from 'react';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { Arrival } from './arrival.ts';
import styles from './DeviceDetail.module.css';
import type { Shown } from './troubles.ts';
import { numbersText } from './troubleWords.ts';

interface ArrivedProps {
  readonly shown: Shown;
  readonly formats: Formats;
}

/** Each sequence of the device as far as it is here, with what is missing in it. */
export function Arrived({ shown, formats }: ArrivedProps) {
  const { say } = useConsole();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h3 id={headingId} className={styles.heading}>
        {say('arrived.title')}
      </h3>
      {shown.arrivals.length === 0 && <p className={styles.quiet}>{say('arrived.none')}</p>}
      <ul className={styles.chains}>
        {shown.arrivals.map((arrival, index) => (
          <li key={arrival.chain.storeEpoch}>
            <Sequence arrival={arrival} current={index === 0} formats={formats} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SequenceProps {
  readonly arrival: Arrival;
  readonly current: boolean;
  readonly formats: Formats;
}

function Sequence({ arrival, current, formats }: SequenceProps) {
  const { say } = useConsole();
  const { chain, missing, missingCount, pending } = arrival;
  const { received, lastSeq, firstSeenAt } = chain;
  const n = formats.count(received);
  return (
    <>
      <p className={styles.chain}>
        <strong>{say('arrived.received', { count: received, n })}</strong>
        <span className={styles.quiet}>
          {say(current ? 'arrived.current' : 'arrived.former', { time: formats.dayAndClock(firstSeenAt) })}
        </span>
      </p>
      {lastSeq > 0 && <Track arrival={arrival} />}
      <p className={styles.chain}>
        <span className={missingCount > 0 ? styles.missing : styles.quiet}>
          {missingCount > 0
            ? say('arrived.missing', { numbers: numbersText(formats, missing) })
            : say('arrived.whole')}
        </span>
        <span className={styles.quiet}>
          {pending > 0
            ? say('arrived.pending', { count: pending, n: formats.count(pending) })
            : lastSeq > 0 && say('arrived.last', { n: formats.count(lastSeq) })}
        </span>
      </p>
    </>
  );
}

/** The sequence as a line: what is missing is cut out of it, what is still on the device is hatched at its end. */
function Track({ arrival: { chain, missing, pending } }: { readonly arrival: Arrival }) {
  const end = Math.max(chain.lastSeq, ...missing.map(({ to }) => to)) + pending;
  const first = Math.max(1, end - spanOf(chain, missing, pending) + 1);
  const length = end - first + 1;
  const place = (from: number, to: number) => ({
    insetInlineStart: `${(100 * (from - first)) / length}%`,
    inlineSize: `${(100 * (to - from + 1)) / length}%`,
  });
  return (
    <div aria-hidden="true" className={styles.track}>
      {missing.map(({ from, to }) => (
        <span key={from} className={styles.hole} style={place(from, to)} />
      ))}
      {pending > 0 && <span className={styles.pending} style={place(end - pending + 1, end)} />}
    </div>
  );
}

/** All numbers that the sequence is known to have: it need not begin at 1. */
const spanOf = (chain: Arrival['chain'], missing: Arrival['missing'], pending: number): number =>
  chain.received + missing.reduce((sum, { from, to }) => sum + to - from + 1, 0) + pending;
