import { mergeSequence, type Link, type SequenceRange } from '../devices/index.ts';
import { openReadOnly } from '../store/index.ts';

interface Place {
  readonly device_id: string;
  readonly store_epoch: string;
  readonly seq: number;
  readonly chain: string;
  readonly content_hash: string;
}

interface Noted {
  readonly first_seq: number;
  readonly forked: number;
  readonly broken: number;
  readonly kept: number;
}

/**
 * Follows the chain of each store epoch through the inbox. A fork or a broken link that is noted with the device is a fact of the past,
 * told on the console; one that is not noted is a finding, and so is a response whose place the device's ranges leave out, and one that
 * was kept and is not there.
 */
export function chainFindings(path: string): readonly string[] {
  const database = openReadOnly(path);
  try {
    const noted = database.prepare(
      'select first_seq, forked, broken, kept from device_chain where device_id = ? and store_epoch = ?',
    );
    const ranges = database.prepare(
      'select from_seq as "from", to_seq as "to", to_chain as endChain from device_range where device_id = ? and store_epoch = ? order by from_seq',
    );
    const seen = new Set<string>();
    const findings: string[] = [];
    for (const places of epochs(database)) {
      const [first] = places;
      if (first === undefined) continue;
      const { device_id: device, store_epoch: epoch } = first;
      const chain = noted.get(device, epoch) as Noted | undefined;
      const held = ranges.all(device, epoch) as readonly SequenceRange[];
      const where = placeOf(first);
      seen.add(where);
      const found = chain === undefined ? ['its sequence is not noted'] : epochFindings(places, chain, held);
      findings.push(...found.map((finding) => `${where}: ${finding}`));
    }
    // Of these the inbox has no row that would have led here.
    const gone = (database.prepare(KEPT).all() as readonly Kept[])
      .filter((one) => !seen.has(placeOf(one)))
      .map((one) => `${placeOf(one)}: ${missing(one.kept)}`);
    return [...findings, ...gone];
  } finally {
    database.close();
  }
}

const missing = (count: number): string =>
  `${String(count)} responses were acknowledged and are not here any more; a backup has to bring them back`;

type Kept = Pick<Place, 'device_id' | 'store_epoch'> & Pick<Noted, 'kept'>;
const KEPT = 'select device_id, store_epoch, kept from device_chain where kept > 0';

const placeOf = ({ device_id, store_epoch }: Pick<Place, 'device_id' | 'store_epoch'>): string =>
  `device ${device_id}, store epoch ${store_epoch}`;

function epochFindings(places: readonly Place[], noted: Noted, held: readonly SequenceRange[]): string[] {
  const links: Link[] = places.map(({ seq, chain, content_hash: contentHash }) => ({
    seq,
    chain,
    contentHash,
    isNew: true,
  }));
  const { forked, broken } = mergeSequence([], links, noted.first_seq);
  const left = places.filter(({ seq }) => !held.some(({ from, to }) => from <= seq && seq <= to));
  return [
    ...(places.length < noted.kept ? [missing(noted.kept - places.length)] : []),
    ...(forked && noted.forked === 0 ? ['two responses have one sequence number'] : []),
    ...(broken && noted.broken === 0 ? ['a link of the chain does not follow from the one before it'] : []),
    ...(left.length > 0 ? [`${String(left.length)} responses are held whose numbers are not noted`] : []),
  ];
}

/** The places of one store epoch after the other: only one of them is in memory. */
function* epochs(database: ReturnType<typeof openReadOnly>): Generator<readonly Place[]> {
  const rows = database
    .prepare(
      'select device_id, store_epoch, seq, chain, content_hash from inbox where seq > 0 order by device_id, store_epoch, seq, arrival',
    )
    .iterate() as IterableIterator<Place>;
  let group: Place[] = [];
  for (const row of rows) {
    const [first] = group;
    if (first !== undefined && (first.device_id !== row.device_id || first.store_epoch !== row.store_epoch)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  yield group;
}
