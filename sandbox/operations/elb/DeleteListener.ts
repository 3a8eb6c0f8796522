import {
  DeleteListener$,
  type DeleteListenerInput,
  type DeleteListenerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { operation } from '../../operation.ts';
import { findListener } from './lookup.ts';
import { removeListener } from './remove.ts';

export const deleteListener = operation<DeleteListenerInput, DeleteListenerOutput>(
  DeleteListener$,
  async (input, sandbox) => {
    await removeListener(sandbox, findListener(sandbox.world, input.ListenerArn).arn);
    return {};
  },
);
