import { attributeOf, attributesOf, named, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf } from '../xmlElement.ts';
import type { FormReading } from './formReading.ts';
import { resolveRef } from './paths.ts';
import { ACTIONS } from './readBody.ts';

const IN_HTML = new Set(['h:head', 'h:body']);
const IN_HEAD = new Set(['h:title', 'model']);
const IN_MODEL = new Set(['instance', 'itext', 'bind', 'submission', ...ACTIONS]);

/** Attributes that are read, of the elements that stand once. */
const ATTRIBUTES = {
  'h:html': new Set<string>(),
  model: new Set(['odk:xforms-version', 'entities:entities-version', 'earshot:more', 'id']),
  submission: new Set([
    ...['action', 'method', 'base64RsaPublicKey', 'orx:auto-send', 'orx:auto-delete'],
    'odk:client-editable',
  ]),
  'h:body': new Set(['class']),
} as const;

const EVENTS = new Set([
  ...['odk-instance-first-load', 'odk-instance-load', 'xforms-ready', 'odk-new-repeat'],
  'xforms-value-changed',
]);

const FORMS = new Set(['', 'long', 'short', 'guidance', 'image', 'big-image', 'audio', 'video']);

/** Tells of all in an XForm that the reader passed over: nothing is dropped in silence. */
export function tellOfUnknown(reading: FormReading): void {
  tellOfParts(reading);
  tellOfBinds(reading);
  tellOfBody(reading);
  tellOfActions(reading);
  tellOfItext(reading);
}

function tellOfParts(reading: FormReading): void {
  const { html, model, body, nameless } = reading.parts;
  const unknown = (parent: XmlElement | undefined, known: ReadonlySet<string>): void => {
    for (const child of parent === undefined ? [] : childrenOf(parent))
      if (!known.has(usualName(child)))
        reading.find('unsupported', parent?.name ?? '', leftOut(`The element ${child.name}`));
  };
  unknown(html, IN_HTML);
  unknown(named(html, 'h:head')[0], IN_HEAD);
  unknown(model, IN_MODEL);
  for (const _ of nameless)
    reading.find('unsupported', 'model', 'An instance without an id is called by nobody; it was left out.');
  const [submission] = named(model, 'submission');
  for (const element of [html, model, body, ...(submission === undefined ? [] : [submission])]) {
    const known: ReadonlySet<string> | undefined = new Map(Object.entries(ATTRIBUTES)).get(
      usualName(element),
    );
    for (const name of Object.keys(attributesOf(element)))
      if (known?.has(name) === false)
        reading.find('unsupported', element.name, leftOut(`The attribute ${name}`));
  }
}

const leftOut = (what: string): string => `${what} is not understood and was left out.`;

function tellOfBinds(reading: FormReading): void {
  for (const bind of named(reading.parts.model, 'bind')) {
    const nodeset = attributeOf(bind, 'nodeset') ?? attributeOf(bind, 'ref') ?? '';
    const path = resolveRef(nodeset, reading.tree.path);
    if (path !== undefined && (path.includes('@') || reading.nodes.has(path))) continue;
    const why = 'The primary instance has no such node, so what its bind says was left out.';
    reading.find('unsupported', nodeset, why);
  }
}

function tellOfBody(reading: FormReading): void {
  const { body, nodes } = reading;
  for (const { name } of body.unknown) reading.find('unsupported', 'body', leftOut(`The element ${name}`));
  for (const [path, control] of body.controls) {
    if (!nodes.has(path))
      reading.find('unsupported', path, 'The body shows it, but the primary instance does not have it.');
    else if (usualName(control) === 'secret')
      reading.find('unsupported', path, 'What is typed into a "secret" can be read on the screen.');
  }
  for (const path of body.doubled)
    reading.find('unsupported', path, 'The body asks for it several times; only the first was kept.');
  if (body.loose.length > 0)
    reading.find(
      'unsupported',
      'body',
      'Groups without a ref only arrange questions on the screen; they were left out, the questions in them were kept.',
    );
}

function tellOfActions(reading: FormReading): void {
  for (const { target, events } of reading.actions) {
    if (!target.includes('@') && !reading.nodes.has(target))
      reading.find('unsupported', target, 'An action sets it, but the primary instance does not have it.');
    for (const event of events)
      if (!EVENTS.has(event))
        reading.find('unsupported', target, `Nothing happens at "${event}"; the action for it was left out.`);
  }
}

function tellOfItext(reading: FormReading): void {
  const told = new Set<string>();
  for (const byLanguage of reading.itext.texts.values())
    for (const forms of byLanguage.values())
      for (const form of forms.keys()) if (!FORMS.has(form)) told.add(form);
  for (const form of told) reading.find('unsupported', 'itext', leftOut(`The form "${form}" of texts`));
}
