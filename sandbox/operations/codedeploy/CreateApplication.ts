import {
  CreateApplication$,
  type CreateApplicationInput,
  type CreateApplicationOutput,
} from '@aws-sdk/client-codedeploy';

import { uuid } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { checkName } from './lookup.ts';
import { readTags } from './tags.ts';

export const createApplication = operation<CreateApplicationInput, CreateApplicationOutput>(
  CreateApplication$,
  (input, { world, clock, random }) => {
    const name = checkName('Application', input.applicationName);
    const { applications } = world.codedeploy;
    if (applications.has(name)) {
      throw new AwsError('ApplicationAlreadyExistsException', `Application already exists with name: ${name}`);
    }
    if (input.computePlatform !== 'ECS') {
      const received = JSON.stringify(input.computePlatform ?? 'Server');
      throw new AwsError(
        'InvalidComputePlatformException',
        `The sandbox has the ECS compute platform only, not ${received}.`,
      );
    }
    const tags = readTags(input.tags ?? []);
    const id = uuid(random);
    applications.set(name, {
      id,
      name,
      createdAt: clock.now(),
      groups: new Map(),
      revisions: new Map(),
      registered: new Map(),
      tags,
    });
    return { applicationId: id };
  },
);
