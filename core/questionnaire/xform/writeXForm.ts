import type { Definition, Settings } from '../definition/index.ts';
import { PREFIXES } from './namespaces.ts';
import { leftOverOf } from './leftOver.ts';
import { escapeText, startTag } from './xmlText.ts';
import { FormWriting } from './writing/formWriting.ts';
import { writeFirstAction } from './writing/writeActions.ts';
import { writeBind } from './writing/writeBind.ts';
import { entitiesVersion } from './writing/entitiesVersion.ts';
import { writeBody } from './writing/writeBody.ts';
import { writePrimary, writeSecondary } from './writing/writeInstances.ts';
import { writeItext } from './writing/writeItext.ts';

/**
 * The definition as an ODK XForm, shaped like those of pyxform 4.5: ODK Collect, Enketo and ODK Web Forms read it. Types of ours
 * become the nearest type that they know, with an appearance that `readXForm` knows them by; what XForms have no word for stands in
 * attributes of our own namespace, which other tools pass over.
 */
export function writeXForm(definition: Definition): string {
  const writing = new FormWriting(definition);
  const binds = writing.outline.all
    .map((node) => `${writeBind(writing, node)}${writeFirstAction(writing, node)}`)
    .join('');
  const body = writeBody(writing);
  const secondary = writeSecondary(writing);
  const model = [
    submissionOf(definition.settings),
    writeItext(writing),
    writePrimary(writing),
    secondary,
    binds,
  ].join('');
  const title = definition.title[definition.defaultLanguage] ?? Object.values(definition.title)[0] ?? '';
  const attributes = {
    'odk:xforms-version': '1.0.0',
    'entities:entities-version': entitiesVersion(writing),
    'earshot:more': leftOverOf(definition, writing.itext.size > 0),
  };
  return `<?xml version="1.0"?>\n${startTag('h:html', namespacesOf(definition))}<h:head><h:title>${escapeText(title)}</h:title>${startTag('model', attributes)}${model}</model></h:head>${body}</h:html>\n`;
}

/** Where nothing is made an entity, attributes that authors wrote may still use the prefix. */
const namesEntities = ({ entities, elements }: Definition): boolean =>
  entities !== undefined || JSON.stringify(elements).includes('"entities:');

function namespacesOf(definition: Definition): Readonly<Record<string, string>> {
  const { settings } = definition;
  const { '': xforms = '', entities = '', ...others } = PREFIXES;
  return {
    xmlns: xforms,
    ...Object.fromEntries(Object.entries(others).map(([prefix, address]) => [`xmlns:${prefix}`, address])),
    ...(namesEntities(definition) ? { 'xmlns:entities': entities } : {}),
    ...Object.fromEntries(
      Object.entries(settings?.namespaces ?? {}).map(([prefix, address]) => [`xmlns:${prefix}`, address]),
    ),
  };
}

function submissionOf(settings: Settings = {}): string {
  const { submissionUrl, publicKey, autoSend, autoDelete, clientEditable } = settings;
  const attributes = {
    action: submissionUrl,
    base64RsaPublicKey: publicKey,
    'orx:auto-send': autoSend === undefined ? undefined : String(autoSend),
    'orx:auto-delete': autoDelete === undefined ? undefined : String(autoDelete),
    'odk:client-editable': clientEditable === true ? 'true' : undefined,
  };
  if (Object.values(attributes).every((value) => value === undefined)) return '';
  const method = submissionUrl === undefined ? undefined : 'post';
  return startTag('submission', { ...attributes, method }, 'empty');
}
