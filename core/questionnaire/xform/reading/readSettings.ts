import type { Settings } from '../../definition/index.ts';
import { compact, unlessEmpty } from '../compact.ts';
import { attributeOf, attributesOf, named, PREFIXES } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { expressionOf } from './expressions.ts';
import type { FormReading } from './formReading.ts';

/** `more`: settings that XForms have no place for, as `leftOverOf` kept them. */
export function readSettings(
  reading: FormReading,
  { clientEditable, allowChoiceDuplicates, omitInstanceId, extra }: Readonly<Record<string, unknown>>,
): Settings | undefined {
  const { root, model, body, html } = reading.parts;
  const meta = `${reading.tree.path}/meta`;
  const submission = named(model, 'submission')[0];
  const { id: _id, version: _version, ...attributes } = attributesOf(root);
  const name = `${meta}/instanceName`;
  const preload = reading.bindOf(`${meta}/instanceID`)['jr:preload'];
  const settings = compact<Settings>({
    instanceName: expressionOf(reading, reading.bindOf(name)['calculate'], name),
    style: attributeOf(body, 'class') || undefined,
    ...submissionOf(submission),
    omitInstanceId: reading.nodes.has(`${meta}/instanceID`)
      ? omitInstanceId === false
        ? false
        : undefined
      : true,
    instanceId: preload === 'uid' ? undefined : preload,
    instanceXmlns: ownNamespace(root),
    namespaces: unlessEmpty(namespacesOf(html)),
    attributes: unlessEmpty(attributes),
    ...(clientEditable === false ? { clientEditable } : {}),
    ...(typeof allowChoiceDuplicates === 'boolean' ? { allowChoiceDuplicates } : {}),
    ...(typeof extra === 'object' && extra !== null ? { extra: { ...extra } } : {}),
  });
  return Object.keys(settings).length === 0 ? undefined : settings;
}

function submissionOf(
  submission: XmlElement | undefined,
): Partial<Pick<Settings, 'submissionUrl' | 'publicKey' | 'autoSend' | 'autoDelete' | 'clientEditable'>> {
  if (submission === undefined) return {};
  const url = attributeOf(submission, 'action');
  const key = attributeOf(submission, 'base64RsaPublicKey');
  const send = attributeOf(submission, 'orx:auto-send');
  const remove = attributeOf(submission, 'orx:auto-delete');
  return {
    ...(url === undefined ? {} : { submissionUrl: url }),
    ...(key === undefined ? {} : { publicKey: key }),
    ...(send === undefined ? {} : { autoSend: send.trim() === 'true' }),
    ...(remove === undefined ? {} : { autoDelete: remove.trim() === 'true' }),
    ...(attributeOf(submission, 'odk:client-editable')?.trim() === 'true' ? { clientEditable: true } : {}),
  };
}

const ownNamespace = (root: XmlElement): string | undefined =>
  root.name.includes(':') || root.namespace === '' || root.namespace === PREFIXES['']
    ? undefined
    : root.namespace;

const WRITTEN_ANYWAY = new Set(['', 'h', 'ev', 'xsd', 'jr', 'orx', 'odk', 'entities', 'earshot']);

function namespacesOf(html: XmlElement): Readonly<Record<string, string>> {
  const found = html.attributes
    .filter(({ name }) => name.startsWith('xmlns:'))
    .map(({ name, value }) => [name.slice('xmlns:'.length), value] as const)
    .filter(([prefix]) => !WRITTEN_ANYWAY.has(prefix));
  return Object.fromEntries(found);
}
