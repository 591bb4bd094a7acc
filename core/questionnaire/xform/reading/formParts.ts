import { err, ok } from '../../../kernel/index.ts';
import type { Result } from '../../../kernel/index.ts';
import { attributeOf, named, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';

/** Where an XForm keeps what. */
export interface FormParts {
  readonly html: XmlElement;
  readonly title: string;
  readonly model: XmlElement;
  readonly body: XmlElement;
  /** Root of the primary instance. */
  readonly root: XmlElement;
  readonly secondary: readonly XmlElement[];
  /** Further instances that nobody can call by an id. */
  readonly nameless: readonly XmlElement[];
}

export function formParts(html: XmlElement): Result<FormParts, string> {
  if (usualName(html) !== 'h:html') return err('This is no XForm: its outermost element should be h:html.');
  const [head] = named(html, 'h:head');
  const [body] = named(html, 'h:body');
  const model = head === undefined ? undefined : named(head, 'model')[0];
  if (head === undefined || model === undefined) return err('This is no XForm: it has no model in its head.');
  if (body === undefined) return err('This is no XForm: it has no body.');
  const instances = named(model, 'instance');
  const primary = instances[0] === undefined ? undefined : childrenOf(instances[0])[0];
  if (primary === undefined) return err('The XForm has no primary instance, so it asks for nothing.');
  const [title] = named(head, 'h:title');
  const isNamed = (instance: XmlElement): boolean => attributeOf(instance, 'id') !== undefined;
  return ok({
    html,
    title: title === undefined ? '' : textOf(title).trim(),
    model,
    body,
    root: primary,
    secondary: instances.slice(1).filter(isNamed),
    nameless: instances.slice(1).filter((instance) => !isNamed(instance)),
  });
}
