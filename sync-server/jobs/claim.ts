import type { Clock } from '../../core/kernel/index.ts';
import { TENANT, dialectOf, inList, type Tx } from '../store/index.ts';

/** Milliseconds: for so long a claim counts that nobody renews. Far more than the clocks of servers are apart. */
export const LEASE = 5 * 60_000;
/** When a job is due that is done only when it is asked for. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** Who claims, and by which clock. */
export interface Claimant {
  readonly name: string;
  readonly clock: Clock;
}

export interface Claim {
  readonly jobId: string;
  /** 1 the first time; more where it failed, or was left in the middle. */
  readonly tries: number;
}

/**
 * What is due for the longest time and nobody is at; a claim that ran out is due, too: whoever had it left in the middle. Two that ask at
 * once never get the same. `nextDue`: when each job is due after this time; other jobs are not for us.
 */
export async function claimDue(
  tx: Tx,
  { name, clock }: Claimant,
  nextDue: ReadonlyMap<string, number>,
): Promise<Claim | null> {
  const now = clock.now();
  const due = tx
    .selectFrom('job')
    .where('tenant_id', '=', TENANT)
    .where('job_id', 'in', inList([...nextDue.keys()]))
    .where('claimed_until', '<=', now)
    .where((where) => where.or([where('due_at', '<=', now), where('claim', 'is not', null)]))
    .orderBy('due_at')
    .orderBy('job_id')
    .limit(1)
    .select(['job_id', 'tries']);
  // In SQLite nobody else writes meanwhile.
  const found = await (dialectOf(tx) === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
  if (found === undefined) return null;
  const { job_id: jobId, tries } = found;
  const claimed = { claim: name, claimed_until: now + LEASE, tries: tries + 1 };
  await jobOf(tx, jobId)
    .set({ ...claimed, due_at: nextDue.get(jobId) ?? NEVER })
    .execute();
  return { jobId, tries: tries + 1 };
}

/** Whether the claim is still ours; its lease counts anew from now on. */
export async function renewClaim(tx: Tx, { name, clock }: Claimant, { jobId }: Claim): Promise<boolean> {
  const { numUpdatedRows } = await jobOf(tx, jobId)
    .set({ claimed_until: clock.now() + LEASE })
    .where('claim', '=', name)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives up a claim that is still ours, as done or to be done again at `dueAgainAt`. What was asked for meanwhile is due as it was asked. */
export async function endClaim(
  tx: Tx,
  { name }: Claimant,
  { jobId }: Claim,
  dueAgainAt: number | null,
): Promise<void> {
  const ending = dueAgainAt === null ? { tries: 0 } : { due_at: dueAgainAt };
  await jobOf(tx, jobId)
    .set({ claim: null, claimed_until: 0, ...ending })
    .where('claim', '=', name)
    .execute();
}

/** Makes a job due, whether or not it was there and whoever is at it. */
export async function askFor(tx: Tx, jobId: string, now: number): Promise<void> {
  await newJob(tx, jobId, now)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'job_id']).doUpdateSet({ due_at: now }))
    .execute();
}

/** Makes a job known, due at once; one that is known is left as it is. */
export async function addJob(tx: Tx, jobId: string, now: number): Promise<void> {
  await newJob(tx, jobId, now)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const newJob = (tx: Tx, jobId: string, now: number) =>
  tx
    .insertInto('job')
    .values({ tenant_id: TENANT, job_id: jobId, due_at: now, claim: null, claimed_until: 0, tries: 0 });

const jobOf = (tx: Tx, jobId: string) =>
  tx.updateTable('job').where('tenant_id', '=', TENANT).where('job_id', '=', jobId);
