import { periodsOf } from './sizes.ts';

const HOURS = 24 * 3_600_000;

/** How the two databases say the same. */
const WORDS = {
  sqlite: {
    day: (back: number) => `date(local_date, '-${String(back)} days')`,
    name: `printf('%08x', n) || substr(response_id, 9)`,
  },
  postgres: {
    day: (back: number) => `to_char(local_date::date - ${String(back)}, 'YYYY-MM-DD')`,
    name: `lpad(to_hex(n), 8, '0') || substr(response_id, 9)`,
  },
} as const;

const numbers = (first: number, last: number): string =>
  `(with recursive numbers(n) as (select ${String(first)} union all select n + 1 from numbers where n < ${String(last)}) select n from numbers)`;

/**
 * Lets the people of the base, which came through the ingest, say the same again under other ids: on the same days, and on those of
 * three periods before. What they are counted in grows by as much. Not through the ingest: five million would take it an hour.
 */
export function growStatements(dialect: keyof typeof WORDS, times: number): readonly string[] {
  const { day, name } = WORDS[dialect];
  const periods = periodsOf(times);
  const rows = periods.flatMap(({ back, first, copies }) => {
    const from = Math.max(first, 1);
    if (from > first + copies - 1) return [];
    const some = numbers(from, first + copies - 1);
    const earlier = String(back * HOURS);
    return [
      `insert into inbox (tenant_id, response_id, rev, content_hash, payload, conflict, device_id, device_touchpoint_id, store_epoch, seq,
        chain, batch_id, clock_offset, received_at, revoked) select tenant_id, ${name}, rev, content_hash, payload, conflict, device_id,
        device_touchpoint_id, store_epoch, seq, chain, batch_id, clock_offset, received_at - ${earlier}, revoked from base_inbox, ${some} as copy`,
      `insert into response (tenant_id, response_id, rev, touchpoint_id, survey_id, questionnaire_version, channel, language, ended_by, at,
        local_date, hour_from, flag) select tenant_id, ${name}, rev, touchpoint_id, survey_id, questionnaire_version, channel, language, ended_by,
        at - ${earlier}, ${day(back)}, hour_from - ${earlier}, flag from base_response, ${some} as copy`,
      `insert into comment (tenant_id, response_id, question, touchpoint_id, survey_id, text, face, language, at) select tenant_id, ${name},
        question, touchpoint_id, survey_id, text, face, language, at - ${earlier} from base_comment, ${some} as copy`,
    ];
  });
  const counts = periods.flatMap(({ back, copies }) =>
    back === 0
      ? [
          `update counter set count = count * ${String(copies)}`,
          `update combination set count = count * ${String(copies)}`,
        ]
      : [
          `insert into counter (tenant_id, touchpoint_id, local_date, hour_from, survey_id, channel, flag, question, value, count) select
            tenant_id, touchpoint_id, ${day(back)}, hour_from - ${String(back * HOURS)}, survey_id, channel, flag, question, value,
            count * ${String(copies)} from base_counter`,
          `insert into combination (tenant_id, survey_id, touchpoint_id, local_date, flag, questionnaire_version, given, count) select
            tenant_id, survey_id, touchpoint_id, ${day(back)}, flag, questionnaire_version, given, count * ${String(copies)} from base_combination`,
        ],
  );
  const tables = ['inbox', 'response', 'comment', 'counter', 'combination'];
  return [
    ...tables.map((table) => `create table base_${table} as select * from ${table}`),
    ...rows,
    ...counts,
    ...tables.map((table) => `drop table base_${table}`),
  ];
}
