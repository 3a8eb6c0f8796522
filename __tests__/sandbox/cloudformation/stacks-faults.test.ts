import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ResourceHandler } from '../../../sandbox/cloudformation/resources/handler.ts';
import { handlers } from '../../../sandbox/cloudformation/resources/index.ts';
import { type Script, scriptTopics, topic } from './scripted.ts';
import { type Stage, startStage, template } from './stage.ts';

let stage: Stage;
let script: Script;
beforeEach(async () => {
  script = scriptTopics();
  stage = await startStage();
});
afterEach(() => stage.close());

/** Changes how topics are handled; read-only for the sandbox, and each test file has modules of its own. */
function patchTopics(patch: Partial<ResourceHandler>): void {
  const scripted = handlers.get('AWS::SNS::Topic');
  if (!scripted) throw new Error('There are no scripted topics.');
  (handlers as Map<string, ResourceHandler>).set('AWS::SNS::Topic', { ...scripted, ...patch });
}

function broken(): never {
  throw new TypeError('a fault of the sandbox');
}

const one = template({ First: topic('old') });

/** What has no getter for its attributes breaks whatever reads them. */
const unreadable = {
  physicalId: 'x',
  ref: 'x',
  get attributes(): never {
    return broken();
  },
};

describe('no stack hangs by a fault of the sandbox', () => {
  test.each<[string, Partial<ResourceHandler>, string]>([
    ['in a creation', { create: broken }, 'First CREATE_FAILED: Internal Failure'],
    [
      'in a creation that answers later',
      { create: () => Promise.reject(new TypeError('later')) },
      'First CREATE_FAILED: Internal Failure',
    ],
    ['while a creation settles', { settled: broken }, 'First CREATE_FAILED: Internal Failure'],
  ])('%s', async (_name, patch, told) => {
    patchTopics(patch);
    await stage.launch(one);
    expect(await stage.story()).toContain(told);
    expect(await stage.status()).toBe('ROLLBACK_COMPLETE');
    expect(stage.logged.join('\n')).toContain('The sandbox failed on a AWS::SNS::Topic of stack shop: TypeError');
  });

  test.each<[string, Partial<ResourceHandler>]>([
    ['in a removal', { remove: broken }],
    ['while a removal settles', { gone: broken }],
  ])('%s', async (_name, patch) => {
    await stage.launch(one);
    patchTopics(patch);
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    expect((await stage.story()).slice(-2)).toEqual([
      'First DELETE_FAILED: Internal Failure',
      'shop DELETE_FAILED: The following resource(s) failed to delete: [First]. ',
    ]);
  });

  test('in an update', async () => {
    await stage.launch(one);
    patchTopics({ update: broken });
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: template({ First: topic('new') }) });
    await stage.pass();
    expect(await stage.story()).toContain('First UPDATE_FAILED: Internal Failure');
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('in what stands behind no single resource', async () => {
    patchTopics({ create: () => unreadable });
    const outputs = { Outputs: { Name: { Value: { 'Fn::GetAtt': ['First', 'TopicName'] } } } };
    await stage.launch(template({ First: topic('old') }, outputs));
    expect((await stage.story()).at(-1)).toBe('shop CREATE_FAILED: Internal Failure');
    expect(stage.logged.join('\n')).toContain('The sandbox failed on stack shop: TypeError: a fault of the sandbox');
    patchTopics({ create: broken });
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    await expect(stage.status()).rejects.toThrow('does not exist');
  });
});

test('a call that is under way when its stack is deleted is waited for, and what it made is removed', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  patchTopics({
    async create() {
      await answered;
      return { physicalId: 'late', ref: 'late', attributes: {} };
    },
  });
  const { StackId = '' } = await stage.cfn.createStack({ StackName: 'shop', TemplateBody: one });
  await stage.cfn.deleteStack({ StackName: 'shop' });
  expect(await stage.status()).toBe('DELETE_IN_PROGRESS');
  answer();
  await stage.pass();
  expect(await stage.status(StackId)).toBe('DELETE_COMPLETE');
  expect(script.calls).toEqual(['remove First late']);
});
