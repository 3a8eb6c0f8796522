import {
  ModifyListener$,
  type ModifyListenerInput,
  type ModifyListenerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { checkAssociation, readActions } from './actions.ts';
import { findListener } from './lookup.ts';
import { listenerInfo } from './shapes.ts';

/** Port and protocol stay as they are in the sandbox: real sockets stand behind them. */
export const modifyListener = operation<ModifyListenerInput, ModifyListenerOutput>(
  ModifyListener$,
  (input, { world }) => {
    const listener = findListener(world, input.ListenerArn);
    const { Port: port = listener.port, Protocol: protocol = listener.protocol } = input;
    if (port !== listener.port || protocol !== listener.protocol) {
      throw new AwsError('ValidationError', 'The sandbox does not change the port or the protocol of a listener');
    }
    if (input.DefaultActions) {
      const actions = readActions(world, input.DefaultActions);
      checkAssociation(world, actions, listener.loadBalancerArn);
      listener.actions = actions;
    }
    return { Listeners: [listenerInfo(listener)] };
  },
);
