import { isMembers, type Members } from '../../../kernel/index.ts';
import { quoted, suggestion } from '../nearestName.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** A place in a JSON value, as a chain back to the root, so that places nobody complains of cost no text. */
export interface Place {
  readonly parent: Place | undefined;
  readonly key: string;
}

export interface Misfit {
  readonly place: Place | undefined;
  readonly message: string;
}

interface Visit {
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly place: Place | undefined;
  readonly depth: number;
}

/** More values than a questionnaire of 5,000 questions and 100,000 choices in many languages has; objects that hold themselves end here. */
const MOST_VALUES = 4_000_000;
const MOST_DEPTH = 1_030;
const MOST_MISFITS = 200;

type Report = (message: string, key?: string) => void;

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const wanted: Readonly<Record<NonNullable<JsonSchema['type']>, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

function hasType(value: unknown, type: NonNullable<JsonSchema['type']>): boolean {
  if (type === 'object') return isMembers(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

/** The alternative whose `type` is the value's. */
function alternative(value: unknown, schemas: readonly JsonSchema[], report: Report): JsonSchema | undefined {
  if (!isMembers(value)) {
    report(`should be an object with a "type", but is ${kindOf(value)}.`);
    return undefined;
  }
  const type = Object.hasOwn(value, 'type') ? value['type'] : undefined;
  const names = (schema: JsonSchema): readonly unknown[] => {
    const member = schema.properties?.['type'];
    return member?.enum ?? [member?.const];
  };
  const found = schemas.find((schema) => names(schema).includes(type));
  if (found !== undefined) return found;
  if (typeof type !== 'string') report('needs a "type" in words, such as "text" or "select_one".');
  else {
    const known = schemas.flatMap(names).filter((name) => typeof name === 'string');
    report(`There is no type ${quoted(type)}.${suggestion(type, known)}`, 'type');
  }
  return undefined;
}

function checkScalar(value: unknown, schema: JsonSchema, report: Report): void {
  if (schema.const !== undefined && value !== schema.const)
    report(`must be ${JSON.stringify(schema.const)}.`);
  if (schema.enum !== undefined && !schema.enum.some((word) => word === value)) {
    report(`must be one of ${schema.enum.map((word) => `"${word}"`).join(', ')}.`);
  }
  if (typeof value === 'string') {
    if (schema.minLength !== undefined && value.length < schema.minLength) report('may not be empty.');
    if (
      schema.maxLength !== undefined &&
      value.length > schema.maxLength &&
      Array.from(value).length > schema.maxLength
    ) {
      report(`has more than ${schema.maxLength} characters; shorten it.`);
    }
  }
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum) {
    report(`must be ${schema.minimum} or more.`);
  }
}

function checkMembers(value: Members, schema: JsonSchema, report: Report): void {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name) || value[name] === undefined) {
      report(`${schema.title ?? 'this'} needs ${quoted(name)}; add it.`);
    }
  }
  const refused = schema.propertyNames?.not.enum;
  const known = schema.properties ?? {};
  for (const name of Object.keys(value)) {
    if (refused?.includes(name) === true)
      report(`${quoted(name)} cannot be used as a name here; choose another.`);
    if (schema.additionalProperties !== false || Object.hasOwn(known, name)) continue;
    const mend =
      suggestion(name, Object.keys(known)) || ' Take it away, or keep it under "extra" where there is one.';
    report(`${quoted(name)} is no column of ${schema.title ?? 'this'}.${mend}`);
  }
}

/** Children in reverse, as they go onto a stack. */
function children({ value, depth, place }: Visit, schema: JsonSchema): Visit[] {
  const next: Visit[] = [];
  const push = (key: string, child: unknown, childSchema: JsonSchema): void => {
    next.push({ value: child, schema: childSchema, place: { parent: place, key }, depth: depth + 1 });
  };
  if (Array.isArray(value) && schema.items !== undefined) {
    for (let index = value.length - 1; index >= 0; index -= 1)
      push(String(index), value[index], schema.items);
  } else if (isMembers(value)) {
    for (const key of Object.keys(value).reverse()) {
      const own = schema.properties !== undefined && Object.hasOwn(schema.properties, key);
      const childSchema = own ? schema.properties[key] : schema.additionalProperties;
      if (childSchema !== undefined && childSchema !== false && value[key] !== undefined)
        push(key, value[key], childSchema);
    }
  }
  return next;
}

/**
 * Where a JSON value differs from a schema, in document order; at most 200 places. Walks with a stack of its own, so that depth
 * and size cost neither the call stack nor more than linear time.
 */
export function conform(root: unknown, rootSchema: JsonSchema): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const stack: Visit[] = [{ value: root, schema: rootSchema, place: undefined, depth: 0 }];
  let visited = 0;
  for (let visit = stack.pop(); visit !== undefined && misfits.length < MOST_MISFITS; visit = stack.pop()) {
    const { value, place, depth } = visit;
    const report: Report = (message, key) => {
      misfits.push({ place: key === undefined ? place : { parent: place, key }, message });
    };
    visited += 1;
    if (visited > MOST_VALUES || depth > MOST_DEPTH) {
      report('The questionnaire is too large or nested too deeply; split it.');
      return misfits;
    }
    let schema: JsonSchema | undefined = resolve(visit.schema, rootSchema);
    if (schema.oneOf !== undefined)
      schema = alternative(
        value,
        schema.oneOf.map((one) => resolve(one, rootSchema)),
        report,
      );
    if (schema === undefined) continue;
    if (schema.type !== undefined && !hasType(value, schema.type)) {
      report(`should be ${wanted[schema.type]}, but is ${kindOf(value)}.`);
      continue;
    }
    checkScalar(value, schema, report);
    if (Array.isArray(value) && schema.minItems !== undefined && value.length < schema.minItems)
      report('needs one entry at least.');
    if (isMembers(value)) checkMembers(value, schema, report);
    for (const child of children(visit, schema)) stack.push(child);
  }
  return misfits;
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const target = root.$defs?.[schema.$ref.slice('#/$defs/'.length)];
  if (target === undefined) throw new Error(`the schema lacks ${schema.$ref}`);
  return target;
}
