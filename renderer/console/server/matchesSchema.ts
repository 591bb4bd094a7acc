import { isMembers, type Members } from '../../../core/kernel/index.ts';

/** The part of JSON Schema that the console's contract uses; anything else in a schema is a bug of ours and throws. */
export interface Rules {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rules>>;
  readonly additionalProperties?: boolean | Rules;
  readonly items?: Rules;
}

/**
 * Is a reply what the contract says? Checked with the very schema that the server validates with. Members that the schema does
 * not name are let through: a newer server may say more. `T` is the type derived from that schema.
 */
export function matchesSchema<T>(schema: Rules, value: unknown): value is T {
  return matches(schema, value);
}

function matches(rules: Rules, value: unknown): boolean {
  const types = rules.type === undefined ? [] : [rules.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(type, value))) return false;
  if (rules.enum !== undefined && !rules.enum.includes(value)) return false;
  if (Array.isArray(value)) {
    const { items } = rules;
    return items === undefined || value.every((item) => matches(items, item));
  }
  return isMembers(value) ? membersMatch(rules, value) : true;
}

function membersMatch(rules: Rules, value: Members): boolean {
  if (!(rules.required ?? []).every((name) => Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, member]) => {
    const named = rules.properties?.[name];
    if (named !== undefined) return matches(named, member);
    return typeof rules.additionalProperties === 'object'
      ? matches(rules.additionalProperties, member)
      : true;
  });
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isMembers(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'null':
      return value === null;
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      throw new Error(`the console's contract uses a type that is not checked: ${type}`);
  }
}
