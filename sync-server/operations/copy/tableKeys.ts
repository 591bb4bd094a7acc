import { COMBINATION_KEY, COUNTER_KEY, type Tables } from '../../store/index.ts';

export type TableName = keyof Tables;

/** The primary key of each table, in whose order it is read. A new table has to be named here, or nothing compiles. */
export const TABLE_KEYS: Readonly<Record<TableName, readonly string[]>> = {
  inbox: ['arrival'],
  tombstone: ['tenant_id', 'response_id'],
  acceptance: ['tenant_id', 'device_id', 'up_to_arrival'],
  correction: ['tenant_id', 'response_id', 'rev', 'nth'],
  opened: ['tenant_id', 'response_id', 'rev', 'content_hash'],
  unopened: ['tenant_id', 'response_id', 'rev', 'content_hash'],
  project_key: ['tenant_id', 'key_id'],
  audit: ['entry'],
  survey: ['tenant_id', 'survey_id'],
  survey_version: ['tenant_id', 'survey_id', 'questionnaire_version'],
  touchpoint: ['tenant_id', 'touchpoint_id'],
  enrolment: ['tenant_id', 'code_hash'],
  device: ['tenant_id', 'device_id'],
  device_chain: ['tenant_id', 'device_id', 'store_epoch'],
  device_range: ['tenant_id', 'device_id', 'store_epoch', 'from_seq'],
  quarantine: ['tenant_id', 'response_id', 'rev', 'content_hash'],
  response: ['tenant_id', 'response_id'],
  comment: ['tenant_id', 'response_id', 'question'],
  counter: COUNTER_KEY,
  combination: COMBINATION_KEY,
  attachment: ['tenant_id', 'sha256'],
  response_attachment: ['tenant_id', 'response_id', 'content_hash', 'name'],
  opened_attachment: ['tenant_id', 'response_id', 'rev', 'content_hash', 'name'],
  person: ['tenant_id', 'person_id'],
  session: ['tenant_id', 'session_hash'],
  shared_key: ['tenant_id', 'made_at'],
  file_key: ['tenant_id', 'name'],
  spent_nonce: ['tenant_id', 'nonce_hash'],
  job: ['tenant_id', 'job_id'],
  server: ['server_id'],
};

export const TABLE_NAMES = Object.keys(TABLE_KEYS) as readonly TableName[];
