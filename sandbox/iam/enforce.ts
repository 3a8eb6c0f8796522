/** Holds an operation against the caller's policies. */
import { type Sandbox } from '../operation.ts';
import { type Service } from '../protocol/services.ts';
import { asked } from './actions/index.ts';
import { type Caller } from './caller.ts';
import { decide } from './decide.ts';
import { accessDenied, denialText } from './denial.ts';

/** Throws AccessDenied, with the first right that is missing. Nothing happens where IAM is not enforced. */
export function authorize(
  sandbox: Sandbox,
  caller: Caller,
  call: { readonly service: Service; readonly operation: string },
  input: unknown,
): void {
  if (!sandbox.settings.enforceIam || caller.kind !== 'session') return;
  for (const each of asked(call, input, sandbox)) {
    const denial = decide(sandbox, caller, each);
    if (denial) throw accessDenied(call.service, denialText(denial));
  }
}
