import { type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallLog } from '../control/calls.ts';
import { faultError } from '../control/fault-answers.ts';
import { type Faults, type FaultSpec } from '../control/faults.ts';
import { uuid } from '../ids.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type Answer, errorAnswer, garbageAnswer, successAnswer } from './answer.ts';
import { decompressed } from './body.ts';
import { findOperation, type Operations } from './find-operation.ts';
import { identify, type Received } from './identify.ts';
import { type Call, perform } from './perform.ts';

export interface DispatchContext {
  readonly sandbox: Sandbox;
  readonly operations: Operations;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly log: (line: string) => void;
}

/** Answers one AWS request; null means that the connection is to be cut without an answer. */
export async function dispatch(
  context: DispatchContext,
  request: IncomingMessage,
  sent: Buffer,
): Promise<Answer | null> {
  const at = context.sandbox.clock.now();
  const body = decompressed(sent, request.headers['content-encoding']);
  const found = identify(received(request, body ?? Buffer.alloc(0)));
  const requestId = uuid(Math.random);
  if (found.kind === 'unknown') {
    context.calls.add({ at, service: null, operation: '', status: 400, errorCode: UNKNOWN, fault: null });
    return errorAnswer(found.wire, new AwsError(UNKNOWN, found.message), requestId);
  }
  const call: Call = { ...found, body };
  const fault = context.faults.meet(call.operation);
  const { answer, errorCode } = await answerCall(context, call, fault, request.headers.authorization, requestId);
  context.calls.add({
    at,
    service: call.service.name,
    operation: call.operation.slice(0, 100),
    status: answer?.status ?? 0,
    errorCode,
    fault: fault?.kind ?? null,
  });
  return answer;
}

const UNKNOWN = 'UnknownOperationException';

function received({ headers, url }: IncomingMessage, body: Buffer): Received {
  const first = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const { pathname, searchParams } = new URL(url ?? '/', 'http://sandbox');
  const contentType = headers['content-type'] ?? '';
  return {
    target: first('x-amz-target'),
    contentType,
    smithyProtocol: first('smithy-protocol'),
    path: pathname,
    search: searchParams,
    body: contentType.startsWith('application/x-www-form-urlencoded') ? body.toString('utf8') : '',
  };
}

interface Answered {
  readonly answer: Answer | null;
  readonly errorCode: string | null;
}

async function answerCall(
  context: DispatchContext,
  call: Call,
  fault: FaultSpec | null,
  authorization: string | undefined,
  requestId: string,
): Promise<Answered> {
  const { service, operation, wire } = call;
  try {
    if (fault?.kind === 'reset') return { answer: null, errorCode: null };
    if (fault?.kind === 'slow') await wait(fault.ms, undefined, { ref: false });
    if (authorization === undefined) {
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
    if (fault?.kind === 'lost') return { answer: null, errorCode: null };
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
