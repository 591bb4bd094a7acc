import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FACE, OTHER } from './questions.ts';

const answer = (path: string): string => `json_extract(cast(inbox.payload as text), '$.answers."${path}"')`;
const FROM = `from response join inbox using (tenant_id, response_id, rev)
  where response.survey_id = 'demo' and inbox.conflict = 0 and response.flag = ''`;

/** The same questions without counters: every response is read, and the answers are taken out of its payload. */
export function openDirectScan(folder: string) {
  const database = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  const day = database.prepare(`select ${answer(FACE)} as face, count(*) as count ${FROM}
    and response.touchpoint_id = ? and response.local_date = ? group by 1`);
  return {
    facesOf(touchpointId: string, date: string): readonly number[] {
      const faces = [0, 0, 0, 0, 0];
      for (const { face, count } of day.all(touchpointId, date) as { face: string; count: number }[])
        faces[Number(face) - 1] = count;
      return faces;
    },
    together: (): number =>
      database
        .prepare(
          `select count(*) from (select ${answer(FACE)} as face, ${answer(OTHER)} as other ${FROM}) where face <> '' and other <> ''`,
        )
        .pluck()
        .get() as number,
    responses: () => database.prepare('select count(*) from response').pluck().get() as number,
    close: () => {
      database.close();
    },
  };
}
