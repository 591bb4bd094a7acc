import { settingWords } from './vocabulary.ts';
import type { SettingsReader } from './settings.ts';
import type { Table } from './table.ts';

const legacy: ReadonlySet<string> = new Set([
  ...[
    'form_title',
    'set_form_title',
    'form_id',
    'set_form_id',
    'sms_keyword',
    'sms_separator',
    'sms_allow_media',
  ],
  ...[
    'sms_date_format',
    'sms_datetime_format',
    'prefix',
    'delimiter',
    'public_key',
    'submission_url',
    'auto_send',
  ],
  ...['auto_delete', 'allow_choice_duplicates'],
]);

/** Rows of the survey sheet may be settings: the type is the setting, the name its value. */
export const isSettingRow = (type: string): boolean => legacy.has(type);

export function settingsOfSurvey(survey: Table, settings: SettingsReader): void {
  for (const { cells } of survey.rows) {
    const type = cells.get('type');
    const value = cells.get('name');
    if (type === undefined || value === undefined || !isSettingRow(type)) continue;
    settings.set(settingWords.aliases.get(type)?.[0] ?? type, value);
  }
}
