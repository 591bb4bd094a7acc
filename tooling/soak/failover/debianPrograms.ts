import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgBasebackup: string;
  readonly pgbouncer: string;
  readonly haproxy: string;
}

const PACKAGES = ['postgresql', 'pgbouncer', 'haproxy'];
const INSTALLED = '/usr/lib/postgresql';

/** Where Debian puts them; installed with apt where they are missing and we may. The error says what to do. */
export function debianPrograms(): Programs {
  const found = find();
  if (found !== null) return found;
  const byHand = `install them with: apt-get install --no-install-recommends ${PACKAGES.join(' ')}`;
  if (userInfo().uid !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`The failover soak needs Debian's PostgreSQL, PgBouncer and HAProxy: ${byHand}`);
  console.log(`installing ${PACKAGES.join(', ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
      env,
      stdio: 'pipe',
    });
  } catch (cause) {
    throw new Error(`They could not be installed; ${byHand}`, { cause });
  }
  const installed = find();
  if (installed === null) throw new Error(`They are installed, but not where Debian puts them; ${byHand}`);
  return installed;
}

function find(): Programs | null {
  const newest = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().at(-1) : undefined;
  if (newest === undefined) return null;
  const within = (name: string): string => join(INSTALLED, newest, 'bin', name);
  const programs = {
    initdb: within('initdb'),
    postgres: within('postgres'),
    pgBasebackup: within('pg_basebackup'),
    pgbouncer: '/usr/sbin/pgbouncer',
    haproxy: '/usr/sbin/haproxy',
  };
  return Object.values(programs).every((path) => existsSync(path)) ? programs : null;
}
