import { type Json, type JsonObject } from '../../json.ts';
import { AwsError } from '../../operation.ts';
import { formatError, notEmulated, validationError } from './fault.ts';
import { entriesOf, isList, isObject, pathText } from './shape.ts';
import { getAttPair } from './short-forms.ts';
import { yamlBody } from './yaml-body.ts';

/** Of a TemplateBody (CloudFormation quotas). A template in S3 may be larger; the sandbox reads none from there. */
const BYTES = 51_200;

/** The text of a template as data, in long form. */
export function readBody(body: string): JsonObject {
  const size = Buffer.byteLength(body);
  if (size > BYTES) {
    throw validationError(
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${String(BYTES)} (it has ${String(size)})`,
    );
  }
  const whole = parsed(body);
  if (!isObject(whole)) throw formatError('unsupported structure.');
  const normal = normalized(whole, []);
  return isObject(normal) ? normal : {};
}

function parsed(body: string): Json {
  try {
    // YAML's reader sees JSON as well: it finds duplicate keys and too deep nesting, which JSON's own does not.
    const yaml = yamlBody(body);
    return /^\s*\{/.test(body) ? jsonBody(body) : yaml;
  } catch (cause) {
    if (cause instanceof AwsError) throw cause;
    // The library's own recursion ends in a RangeError.
    throw formatError(`YAML not well-formed. ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function jsonBody(body: string): Json {
  try {
    // JSON.parse gives nothing but JSON.
    return JSON.parse(body) as Json;
  } catch (cause) {
    throw formatError(`JSON not well-formed. ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function normalized(value: Json, path: readonly (string | number)[]): Json {
  if (value === null) throw formatError(`[${pathText(path)}] 'null' values are not allowed in templates`);
  if (isList(value)) return value.map((each, index) => normalized(each, [...path, index]));
  if (!isObject(value)) return checkText(value);
  return Object.fromEntries(
    entriesOf(value).map(([name, member]) => {
      // No service has such a member, and code that reads data by name must never meet it.
      if (name === '__proto__') throw formatError(`[${pathText(path)}] a key must not be named __proto__`);
      const inner = normalized(member, [...path, name]);
      return [name, name === 'Fn::GetAtt' ? getAttPair(inner) : inner];
    }),
  );
}

function checkText(value: string | number | boolean): Json {
  if (typeof value === 'string' && value.includes('{{resolve:')) {
    throw notEmulated(`The dynamic reference in ${JSON.stringify(value.slice(0, 200))}`);
  }
  return value;
}
