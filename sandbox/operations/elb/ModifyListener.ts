import {
  ModifyListener$,
  type ModifyListenerInput,
  type ModifyListenerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation, type Sandbox } from '../../operation.ts';
import { type Listener } from '../../world/elb.ts';
import { checkAssociation, readActions } from './actions.ts';
import { readSecurity } from './listener-security.ts';
import { findListener } from './lookup.ts';
import { listenerInfo } from './shapes.ts';

/** Port and protocol may change: the listener then answers on another real port. */
export const modifyListener = operation<ModifyListenerInput, ModifyListenerOutput>(
  ModifyListener$,
  (input, sandbox) => {
    const { world } = sandbox;
    const listener = findListener(world, input.ListenerArn);
    const { Port: port = listener.port, Protocol: protocol = listener.protocol } = input;
    const actions = input.DefaultActions && readActions(world, input.DefaultActions);
    if (actions) checkAssociation(world, actions, listener.loadBalancerArn);
    const security = readSecurity(protocol, input, listener);
    const moved = { ...listener, port, protocol, actions: actions ?? listener.actions, ...security };
    if (port === listener.port && protocol === listener.protocol) {
      world.elb.listeners.set(moved.arn, moved);
      return { Listeners: [listenerInfo(moved, sandbox)] };
    }
    checkPort(sandbox, moved);
    return move(sandbox, listener, moved);
  },
);

function checkPort({ world }: Sandbox, { arn, loadBalancerArn, port }: Listener): void {
  const others = [...world.elb.listeners.values()].filter((other) => other.arn !== arn);
  if (others.some((other) => other.loadBalancerArn === loadBalancerArn && other.port === port)) {
    throw new AwsError('DuplicateListener', 'A listener already exists on this port for this load balancer');
  }
}

/** If the new port cannot be had, the listener is again what it was. */
async function move(sandbox: Sandbox, before: Listener, after: Listener): Promise<ModifyListenerOutput> {
  const { world, balancer } = sandbox;
  const { listeners } = world.elb;
  listeners.set(after.arn, after);
  await balancer.closeListener(after.arn);
  try {
    await balancer.open(after.arn);
  } catch (cause) {
    listeners.set(before.arn, before);
    await balancer.open(before.arn);
    throw cause;
  }
  return { Listeners: [listenerInfo(after, sandbox)] };
}
