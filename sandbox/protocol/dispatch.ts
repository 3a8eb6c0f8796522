import { type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallLog, type CallRecord } from '../control/calls.ts';
import { faultError } from '../control/fault-answers.ts';
import { type Faults, type MetFault } from '../control/faults.ts';
import { type RateLimiter } from '../control/rate-limits.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type Answer, errorAnswer, garbageAnswer, successAnswer } from './answer.ts';
import { decompressed } from './body.ts';
import { bodyText } from './cbor.ts';
import { findOperation, type Operations } from './find-operation.ts';
import { identify, type Received } from './identify.ts';
import { type Call, perform } from './perform.ts';
import { stillThere } from './still-there.ts';
import { requestTarget } from './target.ts';
import { type Wire } from './wire.ts';

export interface DispatchContext {
  readonly sandbox: Sandbox;
  readonly operations: Operations;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly rateLimits: RateLimiter;
  /** For `x-amzn-requestid`. */
  readonly nextRequestId: () => string;
  readonly log: (line: string) => void;
}

/** Answers one AWS request; null means that the connection is to be cut without an answer. */
export async function dispatch(
  context: DispatchContext,
  request: IncomingMessage,
  sent: Buffer,
): Promise<Answer | null> {
  const at = context.sandbox.clock.now();
  const start = performance.now();
  const body = decompressed(sent, request.headers['content-encoding']);
  const found = identify(received(request, body ?? Buffer.alloc(0)));
  const { answer, ...record } =
    found.kind === 'unknown'
      ? unknownAnswer(context, found.wire, found.message)
      : await admittedAnswer(context, { ...found, body, authorization: request.headers.authorization }, request);
  context.calls.add(
    { at, ...record, status: answer?.status ?? 0, ms: performance.now() - start },
    { request: bodyText(found.wire, body ?? sent), answer: bodyText(found.wire, answer?.body ?? '') },
  );
  return answer;
}

function received({ headers, url }: IncomingMessage, body: Buffer): Received {
  const first = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const { path, search } = requestTarget(url) ?? { path: '/', search: new URLSearchParams() };
  const contentType = headers['content-type'] ?? '';
  return {
    target: first('x-amz-target'),
    contentType,
    smithyProtocol: first('smithy-protocol'),
    path,
    search,
    body: contentType.startsWith('application/x-www-form-urlencoded') ? body.toString('utf8') : '',
  };
}

interface Answered {
  readonly answer: Answer | null;
  readonly errorCode: string | null;
}

type Recorded = Answered & Pick<CallRecord, 'service' | 'operation' | 'fault'>;

function unknownAnswer({ nextRequestId }: DispatchContext, wire: Wire, message: string): Recorded {
  const answer = errorAnswer(wire, new AwsError(UNKNOWN, message), nextRequestId());
  return { service: null, operation: '', errorCode: UNKNOWN, fault: null, answer };
}

async function admittedAnswer(context: DispatchContext, call: Call, request: IncomingMessage): Promise<Recorded> {
  const admitted = context.rateLimits.admit(call.service.iamPrefix, call.operation);
  const fault = admitted ? context.faults.meet(call.operation) : RATE_LIMIT;
  const answered = await answerCall(context, call, fault, request);
  return {
    service: call.service.name,
    operation: call.operation.slice(0, 100),
    fault: admitted ? (fault?.kind ?? null) : 'rate-limit',
    ...answered,
  };
}

const UNKNOWN = 'UnknownOperationException';
/** Its token stands for the caller (STS API). */
const UNSIGNED: ReadonlySet<string> = new Set(['AssumeRoleWithWebIdentity']);
const RATE_LIMIT = { kind: 'throttle', ms: 0, ended: Promise.resolve() } as const;
const CUT: Answered = { answer: null, errorCode: null };

type Played = Pick<MetFault, 'kind' | 'ms' | 'ended'>;

async function answerCall(
  context: DispatchContext,
  call: Call,
  fault: Played | null,
  { headers, socket }: IncomingMessage,
): Promise<Answered> {
  const { service, operation, wire } = call;
  const requestId = context.nextRequestId();
  try {
    if (fault?.kind === 'reset') return CUT;
    if (fault?.kind === 'slow') await wait(fault.ms, undefined, { ref: false });
    if (fault?.kind === 'stalled' && !(await stillThere(socket, fault.ended))) return CUT;
    if (headers.authorization === undefined && !UNSIGNED.has(operation)) {
      throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
    }
    const error = fault && faultError(fault.kind, service, operation, context.sandbox.world.account);
    if (error) throw error;
    if (fault?.kind === 'garbage') return { answer: garbageAnswer(wire, requestId), errorCode: null };
    const { shape, output } = await perform(
      context.sandbox,
      findOperation(context.operations, service, operation),
      call,
    );
    if (fault?.kind === 'held' && !(await stillThere(socket, fault.ended))) return CUT;
    if (fault?.kind === 'lost') return CUT;
    return { answer: successAnswer(wire, operation, shape, output, requestId), errorCode: null };
  } catch (cause) {
    const error = asAwsError(context, call, cause);
    return { answer: errorAnswer(wire, error, requestId), errorCode: error.code };
  }
}

/** An exception that no operation meant to throw is a fault of the sandbox: logged, and 500 to the caller. */
function asAwsError({ log }: DispatchContext, { service, operation }: Call, cause: unknown): AwsError {
  if (cause instanceof AwsError) return cause;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  log(`The sandbox failed in ${service.iamPrefix}:${operation.slice(0, 100)}: ${text}`);
  return new AwsError('InternalFailure', 'The sandbox failed to carry this out; its log has the cause.', 500);
}
