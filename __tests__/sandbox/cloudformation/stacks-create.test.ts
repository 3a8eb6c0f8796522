import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Stage, startStage, template } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const topics = template({
  First: { Type: 'AWS::SNS::Topic' },
  Second: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'First' } } },
});

describe('CreateStack', () => {
  test('makes resources in the order of their dependencies, and tells it', async () => {
    await stage.launch(topics);
    expect(await stage.story()).toEqual([
      'shop CREATE_IN_PROGRESS: User Initiated',
      'First CREATE_IN_PROGRESS',
      'First CREATE_IN_PROGRESS: Resource creation Initiated',
      'First CREATE_COMPLETE',
      'Second CREATE_IN_PROGRESS',
      'Second CREATE_IN_PROGRESS: Resource creation Initiated',
      'Second CREATE_COMPLETE',
      'shop CREATE_COMPLETE',
    ]);
  });
});
