import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The same question without counters: every response of the place is read, and the day's answers are taken out of its payload. */
export function openDirectScan(folder: string) {
  const database = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  const statement = database.prepare(`
    select response.hour_from, response.ended_by, json_extract(cast(inbox.payload as text), '$.answers."/data/visit"') as face, count(*) as count
    from response join inbox using (tenant_id, response_id, rev)
    where response.touchpoint_id = ? and response.local_date = ? and response.survey_id = 'visit' and inbox.conflict = 0 and response.flag = ''
    group by 1, 2, 3`);
  return {
    facesOf(touchpointId: string, date: string): readonly number[] {
      const faces = [0, 0, 0, 0, 0];
      for (const { face, count } of statement.all(touchpointId, date) as { face: string; count: number }[]) {
        const index = Number(face) - 1;
        faces[index] = (faces[index] ?? 0) + count;
      }
      return faces;
    },
    responses: () => database.prepare('select count(*) from response').pluck().get() as number,
    close: () => {
      database.close();
    },
  };
}
