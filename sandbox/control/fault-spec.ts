import { type Body, Invalid, numberMember, refuseUnknown, shown, textMember } from './invalid.ts';
import { faultKinds, type FaultSpec } from './faults.ts';

const members = ['operation', 'kind', 'times', 'after', 'fromMs', 'forMs', 'ms', 'size', 'refillPerSecond'];

/** A day: a connection that is held for longer serves no one. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Checks a fault as it was posted. `known` are the operations that are emulated. */
export function faultSpec(body: Body, known: ReadonlySet<string>): FaultSpec {
  refuseUnknown(body, members);
  const operation = textMember(body, 'operation');
  if (operation !== '*' && !known.has(operation)) {
    throw new Invalid(`operation must be * or an operation that is emulated; received ${shown(operation)}.`);
  }
  const given = body.get('kind');
  const kind = faultKinds.find((each) => each === given);
  if (!kind) throw new Invalid(`kind must be one of ${faultKinds.join(', ')}; received ${shown(given)}.`);
  const spec = {
    operation,
    kind,
    times: numberMember(body, 'times', null),
    after: numberMember(body, 'after', 0),
    fromMs: numberMember(body, 'fromMs', 0),
    forMs: numberMember(body, 'forMs', null),
    ms: numberMember(body, 'ms', 1000),
    size: numberMember(body, 'size', 0),
    refillPerSecond: numberMember(body, 'refillPerSecond', 0),
  };
  if (spec.ms > LONGEST_WAIT_MS) throw new Invalid(`ms must be at most ${LONGEST_WAIT_MS}.`);
  if (kind === 'bucket' && spec.size < 1) throw new Invalid('A bucket needs a size of 1 or more, and refillPerSecond.');
  return spec;
}
