import { describe, expect, it } from 'vitest';
import type { JournalEpoch, JournalSummary } from '../../../core/response/index.ts';
import { CHAIN_START } from '../../../core/response/index.ts';
import type { ChainState } from '../deviceDatabase.ts';
import { planSequence, type Statements } from './planSequence.ts';
import type { Sentinel } from './witnesses.ts';

const chain = (lastSeq: number, more: Partial<ChainState> = {}): ChainState => ({
  storeEpoch: 'A',
  lastSeq,
  head: `head ${lastSeq}`,
  lastResponseAt: null,
  ...more,
});
const epoch = (storeEpoch: string, lastSeq: number, from = 1): JournalEpoch => ({
  storeEpoch,
  lastSeq,
  head: `head ${lastSeq}`,
  unreleased: [{ from, to: lastSeq }],
  unreadable: [],
});
const journal = (...epochs: JournalEpoch[]): JournalSummary => ({ epochs, found: 8, made: 0 });
const sentinel = (storeEpoch: string, lastSeq: number): Sentinel => ({
  storeEpoch,
  lastSeq,
  unsent: lastSeq,
  copied: true,
});
const plan = (said: Partial<Statements> & Pick<Statements, 'chain'>) =>
  planSequence({ empty: said.chain.lastSeq === 0, setAside: [], journal: null, sentinel: null, ...said }, 'FRESH');

describe('the three witnesses', () => {
  it('agree: the sequence stays as it is', () => {
    const here = chain(9);
    const said = plan({ chain: here, journal: journal(epoch('A', 9)), sentinel: sentinel('A', 9) });
    expect(said).toMatchObject({ finding: 'sound', anew: [] });
    expect(said.chain).toBe(here);
  });

  it('may be behind: what is not copied yet, or a sentinel that a power cut took back, is no loss', () => {
    expect(plan({ chain: chain(9), journal: journal(epoch('A', 4)), sentinel: sentinel('A', 7) }).finding).toBe('sound');
    expect(plan({ chain: chain(9) }).finding).toBe('sound');
    expect(plan({ chain: chain(0), journal: journal() }).finding).toBe('sound');
  });

  it('a database without its end goes on after the end that the journal knows, in the same epoch', () => {
    const said = plan({ chain: chain(180), journal: journal(epoch('A', 300)), sentinel: sentinel('A', 300) });
    expect(said).toMatchObject({ finding: 'shortened', chain: { storeEpoch: 'A', lastSeq: 300, head: 'head 300' } });
  });

  it('a database without its end, where the journal does not know it either, goes on in a new epoch', () => {
    for (const witness of [journal(epoch('A', 200)), journal(), null]) {
      expect(plan({ chain: chain(180), journal: witness, sentinel: sentinel('A', 300) })).toMatchObject({
        finding: 'shortened',
        chain: {
          storeEpoch: 'FRESH',
          firstSeq: 301,
          lastSeq: 300,
          head: CHAIN_START,
          former: [{ storeEpoch: 'A', firstSeq: 1, lastSeq: 300 }],
        },
      });
    }
  });

  it('one response that only the journal has, and of which nobody was told, was cut off', () => {
    expect(plan({ chain: chain(8), journal: journal(epoch('A', 9)), sentinel: sentinel('A', 8) }).finding).toBe('cutOff');
    expect(plan({ chain: chain(8), journal: journal(epoch('A', 9)), sentinel: sentinel('A', 9) }).finding).toBe('shortened');
  });

  it('two ends at one number: the sequence forked, and goes on in a new epoch', () => {
    const other = { ...epoch('A', 9), head: 'another head' };
    expect(plan({ chain: chain(9), journal: journal(other) })).toMatchObject({
      finding: 'forked',
      chain: { storeEpoch: 'FRESH', firstSeq: 10 },
    });
  });

  it('a database created anew takes no number that was given before', () => {
    const said = plan({ chain: chain(0), journal: journal(epoch('X', 40, 31)), sentinel: sentinel('X', 42) });
    expect(said).toMatchObject({
      finding: 'emptied',
      inPlace: ['A', 'X'],
      chain: { storeEpoch: 'A', firstSeq: 43, lastSeq: 42, former: [{ storeEpoch: 'X', firstSeq: 31, lastSeq: 42 }] },
    });
  });

  it('several epochs that the database forgot follow each other', () => {
    expect(plan({ chain: chain(0), journal: journal(epoch('Y', 60, 41), epoch('X', 40)) }).chain).toMatchObject({
      firstSeq: 61,
      former: [
        { storeEpoch: 'X', firstSeq: 1, lastSeq: 40 },
        { storeEpoch: 'Y', firstSeq: 41, lastSeq: 60 },
      ],
    });
  });

  it('B10 an epoch that the database forgot begins at the first number that the copy held, readable or not', () => {
    const held = { ...epoch('X', 9, 5), unreadable: [{ from: 4, to: 4 }] };
    const here = plan({ chain: chain(0), journal: journal(epoch('W', 2, 2), held) }).chain;
    expect(here.former?.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq])).toEqual([
      [2, 2],
      [4, 9],
    ]);
  });

  it('B10 a sentinel that is late does not make an epoch begin earlier', () => {
    const said = { chain: chain(0), journal: journal(epoch('X', 6, 3)) };
    for (const lastSeq of [1, 5, 6, 8])
      expect(plan({ ...said, sentinel: sentinel('X', lastSeq) }).chain.former).toMatchObject([
        { storeEpoch: 'X', firstSeq: 3, lastSeq: Math.max(6, lastSeq) },
      ]);
  });

  it('E6 an epoch of another server is set aside, whether the database was lost or not', () => {
    const held = journal({ ...epoch('X', 9), serverId: 'former' }, { ...epoch('Y', 4), serverId: 'today' });
    expect(plan({ chain: chain(0), serverId: 'today', journal: held })).toMatchObject({
      aside: ['X'],
      chain: { former: [{ storeEpoch: 'Y' }] },
    });
    expect(plan({ chain: chain(5), serverId: 'today', journal: held })).toMatchObject({ aside: ['X'], anew: ['Y'] });
    const lost = { ...sentinel('A', 0), aside: 2 };
    expect(plan({ chain: chain(0), serverId: 'today', sentinel: lost }).finding).toBe('emptied');
    expect(plan({ chain: chain(0), serverId: 'today', sentinel: lost, setAside: ['X'] }).finding).toBe('sound');
  });

  it('only the sentinel is left: the loss is known all the same', () => {
    expect(plan({ chain: chain(0), sentinel: sentinel('X', 7) })).toMatchObject({
      finding: 'emptied',
      chain: { firstSeq: 8 },
    });
  });

  it('what stands in the journal under a forgotten epoch, while the database has gone on, gets new places', () => {
    expect(plan({ chain: chain(5), journal: journal(epoch('A', 5), epoch('X', 40)) })).toMatchObject({
      finding: 'sound',
      anew: ['X'],
    });
  });

  it('an epoch of a former enrolment, or of before a fork, is no stranger', () => {
    const former = [{ storeEpoch: 'B', firstSeq: 1, lastSeq: 4 }];
    const here = chain(4, { firstSeq: 5, former });
    expect(plan({ chain: here, journal: journal(epoch('B', 4)), sentinel: sentinel('B', 4) })).toMatchObject({
      finding: 'sound',
      anew: [],
    });
    expect(plan({ chain: chain(0), setAside: ['X'], journal: journal(epoch('X', 9)), sentinel: sentinel('X', 9) })).toMatchObject({
      finding: 'sound',
      anew: [],
      inPlace: ['A'],
    });
  });
});
