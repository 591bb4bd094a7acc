import type { Migration } from 'kysely';
import { road } from './0001_road.ts';
import { fleet } from './0002_fleet.ts';
import { counters } from './0003_counters.ts';
import { openingHours } from './0004_opening_hours.ts';
import { severalServers } from './0005_several_servers.ts';
import { acceptance } from './0006_acceptance.ts';
import { combinations } from './0007_combinations.ts';
import { attachments } from './0008_attachments.ts';
import { inbox } from './0009_inbox.ts';
import { sealed } from './0010_sealed.ts';
import { openedAttachments } from './0011_opened_attachments.ts';
import { textFlags } from './0012_text_flags.ts';
import { tally } from './0013_tally.ts';

/** In order; a released one is never changed, only followed. Each serves SQLite and PostgreSQL: see define.ts. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001_road': road,
  '0002_fleet': fleet,
  '0003_counters': counters,
  '0004_opening_hours': openingHours,
  '0005_several_servers': severalServers,
  '0006_acceptance': acceptance,
  '0007_combinations': combinations,
  '0008_attachments': attachments,
  '0009_inbox': inbox,
  '0010_sealed': sealed,
  '0011_opened_attachments': openedAttachments,
  '0012_text_flags': textFlags,
  '0013_tally': tally,
};
