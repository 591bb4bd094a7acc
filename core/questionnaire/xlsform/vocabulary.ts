import { MORE } from './more.ts';

/** What a sheet calls its columns: known names, and other spellings of them with the parts they stand for. */
export interface Vocabulary {
  readonly known: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Columns that may be followed by a language. */
  readonly translated: ReadonlySet<string>;
}

const aliases = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(entries).map(([alias, parts]) => [alias, parts.split(' ')]));

const media = {
  image: 'media image',
  'big-image': 'media big-image',
  audio: 'media audio',
  video: 'media video',
};

const shown = ['label', 'media::image', 'media::big-image', 'media::audio', 'media::video'];

export const surveyWords: Vocabulary = {
  translated: new Set([
    ...shown,
    ...[
      'hint',
      'guidance_hint',
      'bind::jr:constraintMsg',
      'bind::jr:requiredMsg',
      'bind::jr:noAppErrorString',
    ],
    ...['earshot_warning_message', 'kobo--rank-constraint-message'],
  ]),
  known: new Set([
    ...[
      'type',
      'name',
      'label',
      'hint',
      'guidance_hint',
      'default',
      'parameters',
      'trigger',
      'choice_filter',
    ],
    ...['bind', 'control', 'media', 'instance', 'intent', 'query', 'itemset', 'list_name', 'choices', 'flat'],
    ...[
      'sms_field',
      'sms_option',
      'sms_separator',
      'sms_allow_media',
      'sms_date_format',
      'sms_datetime_format',
    ],
    ...['sms_response', 'disabled', 'minimum_seconds', 'earshot_warning', 'earshot_warning_message'],
    ...['earshot_special_answers', 'earshot_fixed', 'earshot_start_instances', MORE],
    ...['kobo--score-choices', 'kobo--rank-items', 'kobo--rank-constraint-message', 'kobo--matrix_list'],
  ]),
  aliases: aliases({
    ...media,
    command: 'type',
    tag: 'name',
    value: 'name',
    caption: 'label',
    body: 'control',
    compact_tag: 'instance odk:tag',
    read_only: 'bind readonly',
    readonly: 'bind readonly',
    relevant: 'bind relevant',
    relevance: 'bind relevant',
    required: 'bind required',
    constraint: 'bind constraint',
    calculation: 'bind calculate',
    calculate: 'bind calculate',
    constraining_message: 'bind jr:constraintMsg',
    constraint_message: 'bind jr:constraintMsg',
    required_message: 'bind jr:requiredMsg',
    requiredmsg: 'bind jr:requiredMsg',
    noapperrorstring: 'bind jr:noAppErrorString',
    no_app_error_string: 'bind jr:noAppErrorString',
    save_to: 'bind entities:saveto',
    appearance: 'control appearance',
    autoplay: 'control autoplay',
    rows: 'control rows',
    count: 'control jr:count',
    repeat_count: 'control jr:count',
    'jr:count': 'control jr:count',
  }),
};

export const choiceWords: Vocabulary = {
  translated: new Set(shown),
  known: new Set(['list_name', 'name', 'label', 'media', 'earshot_exclusive', MORE]),
  aliases: aliases({ ...media, caption: 'label', value: 'name' }),
};

export const settingWords: Vocabulary = {
  translated: new Set(),
  known: new Set([
    ...[
      'form_title',
      'form_id',
      'version',
      'instance_name',
      'default_language',
      'public_key',
      'submission_url',
    ],
    ...['style', 'name', 'auto_send', 'auto_delete', 'client_editable', 'allow_choice_duplicates'],
    ...['clean_text_values', 'omit_instanceid', 'instance_id', 'instance_xmlns', 'namespaces', 'attribute'],
    ...['add_none_option', 'flat', 'prefix', 'delimiter', 'sms_keyword', 'sms_separator', 'sms_allow_media'],
    ...['sms_date_format', 'sms_datetime_format', 'sms_response', MORE],
  ]),
  aliases: aliases({
    set_form_title: 'form_title',
    title: 'form_title',
    set_form_id: 'form_id',
    id_string: 'form_id',
  }),
};

export const entityWords: Vocabulary = {
  translated: new Set(),
  known: new Set(['list_name', 'label', 'entity_id', 'create_if', 'update_if', 'repeat']),
  aliases: aliases({ dataset: 'list_name' }),
};
