import type { Generated } from 'kysely';

/** The tables as Kysely sees them. Every key begins with `tenant_id` (docs/scaling.md). Moments are milliseconds since 1970 UTC, flags 0 or 1, JSON is text. */
export interface Tables {
  server: ServerTable;
  survey: SurveyTable;
  survey_version: SurveyVersionTable;
  touchpoint: TouchpointTable;
  enrolment: EnrolmentTable;
  device: DeviceTable;
  device_chain: DeviceChainTable;
  device_range: DeviceRangeTable;
  inbox: InboxTable;
  tombstone: TombstoneTable;
  acceptance: AcceptanceTable;
  correction: CorrectionTable;
  opened: OpenedTable;
  unopened: UnopenedTable;
  project_key: ProjectKeyTable;
  audit: AuditTable;
  quarantine: QuarantineTable;
  response: ResponseTable;
  comment: CommentTable;
  counter: CounterTable;
  combination: CombinationTable;
  attachment: AttachmentTable;
  response_attachment: ResponseAttachmentTable;
  opened_attachment: OpenedAttachmentTable;
  person: PersonTable;
  session: SessionTable;
  shared_key: SharedKeyTable;
  file_key: FileKeyTable;
  spent_nonce: SpentNonceTable;
  job: JobTable;
}

interface Tenanted {
  tenant_id: string;
}

/** One row: who this server is. */
interface ServerTable {
  server_id: string;
  /** New with every database; a device that meets another one knows that the store was restored or replaced. */
  store_epoch: string;
  created_at: number;
  /** What came before this moment is in a verified backup; 0: there is none. */
  backup_horizon: Generated<number>;
  /** By which rules the derived tables were made (ingest/rebuild.ts); other rules, and a start makes them anew. */
  derivation: Generated<number>;
}

interface SurveyTable extends Tenanted {
  survey_id: string;
  /** JSON: title by language. */
  title: string;
  current_version: string;
  created_at: number;
}

/** Immutable once written. */
interface SurveyVersionTable extends Tenanted {
  survey_id: string;
  questionnaire_version: string;
  questionnaire_id: string;
  /** JSON: the questionnaire's definition. */
  definition: string;
  /** JSON: the questions that are counted or listed (surveys/heardQuestions.ts); derived from the definition and `counting`. */
  questions: string;
  /** JSON: what the survey says beyond the questionnaire of how it is counted (surveys/counting.ts). */
  counting: Generated<string>;
  /** 1: what is said in it is put down as envelopes only (SPEC K). */
  sealed: Generated<number>;
  published_at: number;
}

interface TouchpointTable extends Tenanted {
  touchpoint_id: string;
  name: string;
  /** IANA name. */
  timezone: string;
  survey_id: string;
  created_at: number;
  /** `OpeningHours` as JSON; null: always open. */
  opening_hours: string | null;
}

interface EnrolmentTable extends Tenanted {
  code_hash: string;
  touchpoint_id: string;
  created_at: number;
  expires_at: number;
  /** Who used it, and with which key: the same key may ask again. */
  device_id: string | null;
  public_key: string | null;
}

interface DeviceTable extends Tenanted {
  device_id: string;
  touchpoint_id: string;
  name: string;
  /** JSON Web Key. */
  public_key: string;
  install_id: string;
  /** Opens the hidden device page; head office may look it up. */
  pin: string;
  enrolled_at: number;
  last_contact_at: number | null;
  last_response_at: number | null;
  /** Server time minus device time at the last hello. */
  clock_offset: number;
  store_epoch: string | null;
  /** JSON: the health of the last hello. */
  health: string | null;
  /** Since then everything that it sends goes to quarantine. */
  revoked_at: number | null;
}

interface DeviceChainTable extends Tenanted {
  device_id: string;
  store_epoch: string;
  first_seen_at: number;
  /** Where the store epoch begins: the numbers of a device go on when its epoch is renewed. */
  first_seq: Generated<number>;
  /** Two different responses came with one sequence number: the device was cloned or restored. */
  forked: number;
  /** A link did not follow from the one before. */
  broken: number;
  /** Rows of the inbox with a place in this store epoch. */
  kept: Generated<number>;
}

/** Sequence numbers received, as ranges that neither overlap nor touch. */
interface DeviceRangeTable extends Tenanted {
  device_id: string;
  store_epoch: string;
  from_seq: number;
  to_seq: number;
  /** Chain hash of the response at `to_seq`. */
  to_chain: string;
}

/** Every response as it arrived. Triggers refuse every change but one: a response with a tombstone loses its payload. */
interface InboxTable extends Tenanted {
  /** Order of arrival on this server. */
  arrival: Generated<number>;
  response_id: string;
  rev: number;
  content_hash: string;
  /** The bytes that `content_hash` is taken over; empty once the response is erased. */
  payload: Buffer;
  /** 1: the same id and revision had arrived before with another hash. */
  conflict: number;
  device_id: string;
  device_touchpoint_id: string;
  store_epoch: string;
  seq: number;
  chain: string;
  batch_id: string;
  clock_offset: number;
  received_at: number;
  /** 1: its device was revoked by then. */
  revoked: Generated<number>;
  /** A `Source` (ingest/keepItems.ts); '': unknown. */
  source: Generated<string>;
}

/** Responses erased for privacy: their ids, so that they are not stored again. */
interface TombstoneTable extends Tenanted {
  response_id: string;
  erased_at: number;
}

/** A person's word that what had come of a device while it was revoked counts. Never changed. */
interface AcceptanceTable extends Tenanted {
  device_id: string;
  /** The last `inbox.arrival` that it speaks of. */
  up_to_arrival: number;
  accepted_by: string;
  accepted_at: number;
}

/** What a person decided on one item of the inbox, beside it: the item stays as it came. Only ever added to. */
interface CorrectionTable extends Tenanted {
  response_id: string;
  rev: number;
  /** 1, 2, 3 ... of this response and revision: the order in which they hold. */
  nth: number;
  /** Of which of those with this id and revision. */
  content_hash: string;
  /** The kind of a `Correction` (ingest/corrections). */
  kind: string;
  /** JSON; never an answer. */
  detail: string;
  /** Under which id the item counts as a response of its own; null: under the one it came with. */
  apart_id: string | null;
  made_by: string;
  made_at: number;
}

/** What was sealed in a response that somebody opened (K7), beside the inbox: the response stays as it came. Only ever added to, or erased. */
interface OpenedTable extends Tenanted {
  response_id: string;
  rev: number;
  content_hash: string;
  /** The text that was sealed. */
  payload: Buffer;
  opened_at: number;
}

/** Sealed responses that nobody has opened yet (K6). Derived. */
interface UnopenedTable extends Tenanted {
  response_id: string;
  rev: number;
  content_hash: string;
  survey_id: string;
  received_at: number;
}

/** A key that responses are sealed to (K8): its public half. */
interface ProjectKeyTable extends Tenanted {
  key_id: string;
  /** age1... */
  recipient: string;
  state: 'inUse' | 'retired' | 'revoked';
  made_at: number;
  /** What the person was called then. */
  made_by: string;
  /** Since when nothing is sealed to it; null while it is in use. */
  ended_at: number | null;
}

/** Who did what, when. Triggers refuse every change. */
interface AuditTable extends Tenanted {
  entry: Generated<number>;
  at: number;
  person_id: string;
  /** What the person was called then. */
  person_name: string;
  act: string;
  /** What it was done to: a kind of thing, and which one. */
  kind: string;
  subject: string;
  /** JSON; never an answer. */
  detail: string;
}

/** Derived. */
interface QuarantineTable extends Tenanted {
  response_id: string;
  rev: number;
  content_hash: string;
  device_touchpoint_id: string;
  /** What was not understood; never an answer. */
  reason: string;
  received_at: number;
  device_id: Generated<string>;
  /** As far as the response says; '' where it doesn't. */
  survey_id: Generated<string>;
}

/** The revision of each response that is counted; all else that is known of it stands in the inbox. Derived. */
interface ResponseTable extends Tenanted {
  response_id: string;
  rev: number;
  touchpoint_id: string;
  survey_id: string;
  questionnaire_version: string;
  channel: string;
  language: string;
  ended_by: string;
  /** When it was finished by the server's clock. */
  at: number;
  /** That moment's day and hour at the touchpoint: YYYY-MM-DD, and when the hour began. */
  local_date: string;
  hour_from: number;
  /** Under which quality flag it is counted; '' where nothing speaks against it. */
  flag: Generated<string>;
}

/** Derived. */
interface CommentTable extends Tenanted {
  response_id: string;
  question: string;
  touchpoint_id: string;
  survey_id: string;
  text: string;
  /** 1 worst to the best; null where the face was not answered. */
  face: number | null;
  language: string;
  at: number;
  /** A `TextFlag`; '': everybody may read it. */
  flag: Generated<string>;
}

/**
 * How often a value was given in an hour of the touchpoint's local time, by channel and by quality flag ('': none). Question '' counts
 * responses by how they ended. No row counts nothing. Derived.
 */
interface CounterTable extends Tenanted {
  touchpoint_id: string;
  local_date: string;
  hour_from: number;
  survey_id: string;
  channel: string;
  flag: string;
  question: string;
  value: string;
  count: number;
}

/**
 * How often the counted questions of a version were answered in the same way, on a local day of a touchpoint. Only of responses that
 * answered two of them at least. Derived.
 */
interface CombinationTable extends Tenanted {
  survey_id: string;
  touchpoint_id: string;
  local_date: string;
  flag: string;
  questionnaire_version: string;
  /** JSON: the answer to each counted question of the version, in its order; null where there is none. */
  given: string;
  count: number;
}

/** Contents that are here, whole and durable (attachments/). */
interface AttachmentTable extends Tenanted {
  sha256: string;
  bytes: number;
  stored_at: number;
}

/** What responses say to have, whether it is here or not; derived from the inbox. */
interface ResponseAttachmentTable extends Tenanted {
  response_id: string;
  rev: number;
  content_hash: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
}

/**
 * What the files of opened responses are, by what was sealed in the responses (K11); derived from `opened`. A file is open where its
 * contents are here under `sha256`.
 */
interface OpenedAttachmentTable extends ResponseAttachmentTable {
  /** Of the age file that came. */
  sealed_sha256: string;
}

interface PersonTable extends Tenanted {
  person_id: string;
  name: string;
  /** Lower case. */
  email: string;
  role: string;
  /** argon2id, PHC string. */
  password_hash: string;
  created_at: number;
}

interface SessionTable extends Tenanted {
  session_hash: string;
  person_id: string;
  created_at: number;
  expires_at: number;
}

/** What the secrets that servers give to devices are signed with, so that each knows those of the others (secrets/sharedKeys.ts). */
interface SharedKeyTable extends Tenanted {
  made_at: number;
  /** 256 random bits, base64url. */
  secret: string;
}

/** Keys of sync files that all servers of one store have in common (fileKeys/). */
interface FileKeyTable extends Tenanted {
  name: string;
  content: string;
}

/** Nonces that were good once (H1), until they would have expired. */
interface SpentNonceTable extends Tenanted {
  nonce_hash: string;
  until: number;
}

/** Work that is nobody's request: done by one server at a time (jobs/). */
interface JobTable extends Tenanted {
  job_id: string;
  due_at: number;
  /** Who is at it, until when it counts; null: nobody. */
  claim: string | null;
  claimed_until: number;
  /** How often it was begun since it was last done. */
  tries: number;
}
