import { submittedTree } from '../interview/index.ts';
import type { Definition } from '../definition/index.ts';
import type { Interview, SubmittedNode } from '../interview/index.ts';
import { PREFIXES } from './namespaces.ts';
import { escapeText, startTag } from './xmlText.ts';

/** A response as OpenRosa's submission: relevant nodes only, with the attributes that the form gives them. */
export function submissionXml(interview: Interview): string {
  const { definition } = interview.questionnaire;
  const { settings } = definition;
  const attributes: Record<string, string> = {
    ...(settings?.instanceXmlns === undefined ? {} : { xmlns: settings.instanceXmlns }),
    ...declarations(definition),
    id: definition.id,
    ...(definition.version === '' ? {} : { version: definition.version }),
    ...settings?.attributes,
  };
  return written(submittedTree(interview), attributes);
}

/** Prefixes that authors may give attributes of nodes without declaring them; the last ones are hardly ever used. */
const DECLARED = ['orx', 'jr', 'odk', 'entities'] as const;
const IF_USED = ['ev', 'xsd'] as const;

function declarations({ settings, elements }: Definition): Readonly<Record<string, string>> {
  const said = JSON.stringify([settings?.attributes, elements]);
  const prefixes = [...DECLARED, ...IF_USED.filter((prefix) => said.includes(`"${prefix}:`))];
  const known = prefixes.map((prefix) => [`xmlns:${prefix}`, PREFIXES[prefix] ?? '']);
  const own = Object.entries(settings?.namespaces ?? {}).map(([prefix, address]) => [
    `xmlns:${prefix}`,
    address,
  ]);
  return Object.fromEntries([...known, ...own]) as Readonly<Record<string, string>>;
}

function written(node: SubmittedNode, attributes: Readonly<Record<string, string>>): string {
  const { name, text, children } = node;
  const inside =
    children.length > 0
      ? children.map((child) => written(child, child.attributes)).join('')
      : escapeText(text);
  return inside === ''
    ? startTag(name, attributes, 'empty')
    : `${startTag(name, attributes)}${inside}</${name}>`;
}
