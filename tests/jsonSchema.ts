/** As much of JSON Schema as the published schemas use; an unknown word in a schema throws. */
type Json = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const fits = (type: string, value: unknown): boolean =>
  type === typeOf(value) || (type === 'number' && typeof value === 'number');

const ignored = new Set(['$schema', '$defs', 'title', 'description', 'default']);

/** What is wrong with a value, one line for each fault with its place; empty when nothing is. */
export function faults(schema: Json, value: unknown, root: Json = schema, at = ''): string[] {
  const found: string[] = [];
  const fault = (what: string): void => void found.push(`${at || '/'}: ${what}`);
  const inside = (part: unknown, each: unknown, key: string | number): void =>
    void found.push(...faults(part as Json, each, root, `${at}/${key}`));
  const object = typeOf(value) === 'object' ? (value as Json) : null;
  const properties = (schema['properties'] ?? {}) as Json;
  for (const [word, want] of Object.entries(schema)) {
    if (ignored.has(word)) continue;
    switch (word) {
      case '$ref': {
        const name = String(want).replace('#/$defs/', '');
        found.push(...faults((root['$defs'] as Record<string, Json>)[name]!, value, root, at));
        break;
      }
      case 'type':
        if (![want].flat().some((type) => fits(type as string, value))) fault(`not a ${want}`);
        break;
      case 'const':
        if (value !== want) fault(`not ${want}`);
        break;
      case 'enum':
        if (!(want as unknown[]).includes(value)) fault(`${value} is none of ${want}`);
        break;
      case 'pattern':
        if (typeof value === 'string' && !new RegExp(want as string).test(value))
          fault(`${value} does not match ${want}`);
        break;
      case 'minimum':
        if (typeof value === 'number' && value < (want as number)) fault(`below ${want}`);
        break;
      case 'maximum':
        if (typeof value === 'number' && value > (want as number)) fault(`above ${want}`);
        break;
      case 'multipleOf':
        if (typeof value === 'number' && value % (want as number) !== 0) fault(`not even`);
        break;
      case 'minLength':
        if (typeof value === 'string' && value.length < (want as number)) fault('too short');
        break;
      case 'maxLength':
        if (typeof value === 'string' && value.length > (want as number)) fault('too long');
        break;
      case 'minItems':
        if (Array.isArray(value) && value.length < (want as number)) fault('too few');
        break;
      case 'maxItems':
        if (Array.isArray(value) && value.length > (want as number)) fault('too many');
        break;
      case 'minProperties':
        if (object && Object.keys(object).length < (want as number)) fault('empty');
        break;
      case 'items':
        if (Array.isArray(value)) value.forEach((each, i) => inside(want, each, i));
        break;
      case 'required':
        for (const key of want as string[]) if (object && !(key in object)) fault(`no ${key}`);
        break;
      case 'properties':
        for (const [key, part] of Object.entries(properties))
          if (object && key in object) inside(part, object[key], key);
        break;
      case 'additionalProperties':
        for (const key of Object.keys(object ?? {})) {
          if (key in properties) continue;
          if (want === false) fault(`${key} is not known`);
          else inside(want, object![key], key);
        }
        break;
      case 'oneOf': {
        const good = (want as Json[]).filter((each) => faults(each, value, root, at).length === 0);
        if (good.length !== 1) fault(`fits ${good.length} of the alternatives`);
        break;
      }
      default:
        throw new Error(`The schema says ${word}, which the tests do not know`);
    }
  }
  return found;
}
