import { attributeOf, attributesOf, usualName } from '../namespaces.ts';
import type { XmlElement } from '../xmlElement.ts';
import { childrenOf, textOf } from '../xmlElement.ts';
import { resolveRef } from './paths.ts';
import type { Body } from './readBody.ts';

/** Something that the form does by itself: sets a value, takes the place, records sound. */
export interface Action {
  readonly kind: 'setvalue' | 'setgeopoint' | 'recordaudio';
  readonly events: readonly string[];
  /** Path of the node that takes the value. */
  readonly target: string;
  /** Only the instance of this position, of the innermost repeat that the target stands in. */
  readonly instance: number | undefined;
  /** An expression; undefined for a literal text. */
  readonly value: string | undefined;
  readonly literal: string;
  /** Path of the question whose change runs it. */
  readonly control: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, Action['kind']>> = {
  setvalue: 'setvalue',
  setgeopoint: 'setgeopoint',
  'odk:setgeopoint': 'setgeopoint',
  recordaudio: 'recordaudio',
  'odk:recordaudio': 'recordaudio',
};

export function readActions(
  model: XmlElement,
  body: Body,
  rootPath: string,
  pathOfBind: ReadonlyMap<string, string>,
): readonly Action[] {
  const inModel = childrenOf(model).map((element) => ({ element, context: rootPath }));
  return [...inModel, ...body.actions].flatMap((found) => {
    const kind = KINDS[usualName(found.element)];
    const action = kind === undefined ? undefined : readAction(kind, found, pathOfBind);
    return action === undefined ? [] : [action];
  });
}

function readAction(
  kind: Action['kind'],
  found: { readonly element: XmlElement; readonly context: string; readonly control?: string },
  pathOfBind: ReadonlyMap<string, string>,
): Action | undefined {
  const { element, context, control } = found;
  const bind = pathOfBind.get(attributeOf(element, 'bind') ?? '');
  const target = bind ?? resolveRef(attributeOf(element, 'ref') ?? '', context);
  if (target === undefined) return undefined;
  return {
    kind,
    events: (
      attributeOf(element, 'event') ??
      element.attributes.find(({ name }) => name.endsWith(':event'))?.value ??
      ''
    )
      .split(/\s+/)
      .filter(Boolean),
    target,
    instance: instanceIn(attributeOf(element, 'ref') ?? ''),
    value: attributeOf(element, 'value'),
    literal: textOf(element).trim(),
    control,
    attributes: attributesOf(element),
  };
}

/** `/data/visit[position() = 2]/shop`. */
function instanceIn(ref: string): number | undefined {
  const [, position] = /^[^[]*\[\s*(?:position\(\)\s*=\s*)?(\d+)\s*\][^[]*$/.exec(ref) ?? [];
  return position === undefined ? undefined : Number(position);
}
