import type { Definition, EntityDeclaration } from '../../definition/index.ts';
import { MORE } from '../more.ts';
import type { LanguageHeaders } from './languageHeaders.ts';
import { RowWriter } from './sheetRows.ts';
import { asReference } from './typeText.ts';

export const SETTINGS_ORDER: readonly string[] = ['form_title', 'form_id', 'version', 'default_language'];

export const ENTITY_ORDER: readonly string[] = [
  ...['list_name', 'label', 'entity_id', 'create_if', 'update_if', 'repeat'],
];

const yes = (said: boolean | undefined): string | undefined =>
  said === undefined ? undefined : said ? 'yes' : 'no';

/** The XForm takes these words as they are. */
const truth = (said: boolean | undefined): string | undefined => said?.toString();

/** The one row of the settings sheet. `exact`: several spaces in a row mean something. */
export function settingsRow(
  { id, version, title, defaultLanguage, root, settings = {} }: Definition,
  languages: LanguageHeaders,
  { exact, more }: { readonly exact: boolean; readonly more: string | undefined },
): RowWriter {
  const namespaces = Object.entries(settings.namespaces ?? {}).map(([prefix, uri]) => `${prefix}="${uri}"`);
  return new RowWriter()
    .set('form_title', title[defaultLanguage] ?? Object.values(title)[0])
    .set('form_id', id)
    .set('version', version)
    .set('default_language', languages.defaultName)
    .set('name', root)
    .set('instance_name', settings.instanceName)
    .set('style', settings.style)
    .set('public_key', settings.publicKey)
    .set('submission_url', settings.submissionUrl)
    .set('auto_send', truth(settings.autoSend))
    .set('auto_delete', truth(settings.autoDelete))
    .set('client_editable', yes(settings.clientEditable))
    .set('allow_choice_duplicates', yes(settings.allowChoiceDuplicates))
    .set('omit_instanceID', yes(settings.omitInstanceId))
    .set('instance_id', settings.instanceId)
    .set('instance_xmlns', settings.instanceXmlns)
    .set('namespaces', namespaces.join(' '))
    .set('clean_text_values', exact ? 'no' : undefined)
    .each('attribute', settings.attributes)
    .each('', settings.extra)
    .set(MORE, more);
}

export const entityRows = (entities: readonly EntityDeclaration[] | undefined): readonly RowWriter[] =>
  (entities ?? []).map(({ list, label, entityId, createIf, updateIf, repeat }) =>
    new RowWriter()
      .set('list_name', list)
      .set('label', label)
      .set('entity_id', entityId)
      .set('create_if', createIf)
      .set('update_if', updateIf)
      .set('repeat', repeat === undefined ? undefined : asReference(repeat)),
  );
