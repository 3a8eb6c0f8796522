import { RegisterApplicationRevision$, type RegisterApplicationRevisionInput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { findApplication } from './lookup.ts';
import { readRevision } from './revision.ts';

export const registerApplicationRevision = operation<RegisterApplicationRevisionInput, Record<string, never>>(
  RegisterApplicationRevision$,
  (input, { world, clock, settings }) => {
    const application = findApplication(world, input.applicationName);
    const { content, sha256 } = readRevision(settings, input.revision);
    application.revisions.set(sha256, content);
    application.registered?.set(sha256, { at: clock.now(), description: input.description });
    return {};
  },
);
