import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from '../core/response/index.ts';

/** A response as it lies in the server's inbox, read past the server: by SQLite itself, from the file. */
export interface Stored {
  readonly responseId: string;
  readonly contentHash: string;
  readonly response: Response;
}

const open = (dataFolder: string): Database.Database =>
  new Database(join(dataFolder, 'earshot.sqlite'), { readonly: true, fileMustExist: true });

function query<Row>(dataFolder: string, sql: string): Row[] {
  const database = open(dataFolder);
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

/** Everything in the inbox that was understood, in order of arrival. */
export function storedResponses(dataFolder: string): Stored[] {
  const rows = query<{ response_id: string; content_hash: string; payload: Buffer }>(
    dataFolder,
    `select i.response_id, i.content_hash, i.payload from inbox i
     where not exists (select 1 from quarantine q
       where q.response_id = i.response_id and q.rev = i.rev and q.content_hash = i.content_hash)
     order by i.arrival`,
  );
  return rows.map((row) => ({
    responseId: row.response_id,
    contentHash: row.content_hash,
    response: JSON.parse(row.payload.toString('utf8')) as Response,
  }));
}

export const quarantinedCount = (dataFolder: string): number =>
  query<{ n: number }>(dataFolder, 'select count(*) as n from quarantine')[0]?.n ?? 0;

/** Answers per face as the counters say it, worst first; what the console shows is made of these. */
export function countedFaces(dataFolder: string): number[] {
  const rows = query<{ value: string; n: number }>(
    dataFolder,
    `select value, sum(count) as n from counter where question = '/data/visit' group by value`,
  );
  return ['1', '2', '3', '4', '5'].map((face) => rows.find(({ value }) => value === face)?.n ?? 0);
}

/** The same, counted again from what people said. */
export function recountFaces(stored: readonly Stored[]): number[] {
  return ['1', '2', '3', '4', '5'].map(
    (face) => stored.filter(({ response }) => response.answers['/data/visit'] === face).length,
  );
}

/** Integrity as SQLite itself sees it: 'ok'. */
export const integrity = (dataFolder: string): string =>
  query<{ integrity_check: string }>(dataFolder, 'pragma integrity_check')[0]?.integrity_check ?? 'nothing';

/** Attachments that responses name and that are here whole. */
export const heldAttachments = (dataFolder: string): { readonly name: string; readonly sha256: string }[] =>
  query(
    dataFolder,
    'select name, sha256 from response_attachment join attachment using (tenant_id, sha256) order by sha256',
  );

/** What the server keeps under a hash. */
export const attachmentContents = (dataFolder: string, sha256: string): Buffer =>
  readFileSync(join(dataFolder, 'attachments', sha256.slice(0, 2), sha256));
