import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refused, type Script, scriptTopics, topic } from './scripted.ts';
import { type Stage, startStage, template } from './stage.ts';

let stage: Stage;
let script: Script;
beforeEach(async () => {
  script = scriptTopics();
  stage = await startStage();
});
afterEach(() => stage.close());

const pair = template({ First: topic('one'), Second: topic({ Ref: 'First' }) });

describe('CreateStack', () => {
  test('makes resources in the order of their dependencies, and tells it', async () => {
    await stage.launch(pair);
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
    expect(script.calls).toEqual(['create First "one"', 'create Second "First-1"']);
  });

  test('makes independent resources at the same time, one setting long each', async () => {
    const many = Object.fromEntries(['A', 'B', 'C', 'D'].map((id) => [id, topic(id)]));
    await stage.cfn.createStack({
      StackName: 'shop',
      TemplateBody: template({ ...many, Last: topic('x', { DependsOn: 'D' }) }),
    });
    await stage.pass(1_000);
    expect((await stage.story()).filter((line) => line.endsWith('COMPLETE'))).toHaveLength(4);
    expect(await stage.status()).toBe('CREATE_IN_PROGRESS');
    await stage.pass(1_000);
    expect(await stage.status()).toBe('CREATE_COMPLETE');
  });

  test('waits for what has not settled, and gives up after three hours', async () => {
    script.progress.set('First settled', 'waiting');
    await stage.launch(pair);
    expect([await stage.status(), script.calls]).toEqual(['CREATE_IN_PROGRESS', ['create First "one"']]);
    script.progress.delete('First settled');
    await stage.pass(2_000);
    expect(await stage.status()).toBe('CREATE_COMPLETE');
    script.progress.set('Slow settled', 'waiting');
    await stage.cfn.createStack({ StackName: 'slow', TemplateBody: template({ Slow: topic('x') }) });
    await stage.pass(3 * 60 * 60_000 - 2_000);
    expect(await stage.status('slow')).toBe('CREATE_IN_PROGRESS');
    await stage.pass(60_000);
    expect(await stage.status('slow')).toBe('ROLLBACK_COMPLETE');
    expect(await stage.story('slow')).toContainEqual(
      expect.stringMatching(/^Slow CREATE_FAILED: .*"Exceeded attempts to wait".*HandlerErrorCode: NotStabilized\)$/),
    );
  });
});

describe('a creation that fails', () => {
  const three = template({
    Good: topic('good'),
    Bad: topic('bad'),
    Other: topic('other'),
    After: topic({ Ref: 'Bad' }),
  });

  test('is rolled back: what is under way is cancelled, what follows never begins', async () => {
    script.faults.set('Bad create', refused('No room for bad.'));
    script.progress.set('Other settled', 'waiting');
    await stage.launch(three);
    const story = await stage.story();
    expect(story).toContainEqual(
      expect.stringMatching(
        /^Bad CREATE_FAILED: Resource handler returned message: "No room for bad. \(Service: Sns, Status Code: 400, Request ID: [\w-]+\)" \(RequestToken: [\w-]+, HandlerErrorCode: InvalidRequest\)$/,
      ),
    );
    expect(story.filter((line) => line.startsWith('shop') || line.includes('cancelled'))).toEqual([
      'shop CREATE_IN_PROGRESS: User Initiated',
      'Good CREATE_FAILED: Resource creation cancelled',
      'Other CREATE_FAILED: Resource creation cancelled',
      'shop ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Bad, Good, Other]. Rollback requested by user.',
      'shop ROLLBACK_COMPLETE',
    ]);
    expect(story.slice(-6)).toEqual([
      'Good DELETE_IN_PROGRESS',
      'Bad DELETE_COMPLETE',
      'Other DELETE_IN_PROGRESS',
      'Good DELETE_COMPLETE',
      'Other DELETE_COMPLETE',
      'shop ROLLBACK_COMPLETE',
    ]);
    expect(script.calls.filter((call) => call.includes('After'))).toEqual([]);
  });

  test.each([
    ['OnFailure DO_NOTHING', { OnFailure: 'DO_NOTHING' }, 'CREATE_FAILED', []],
    ['DisableRollback', { DisableRollback: true }, 'CREATE_FAILED', []],
    ['OnFailure DELETE', { OnFailure: 'DELETE' }, 'DELETE_COMPLETE', ['remove Good Good-1']],
  ] as const)('%s', async (_name, given, status, removed) => {
    script.faults.set('Bad create', refused('no'));
    const id = await stage.launch(template({ Good: topic('good'), Bad: topic({ Ref: 'Good' }) }), given);
    expect(await stage.status(id)).toBe(status);
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual(removed);
  });

  test('a fault of the sandbox is told as Internal Failure, and its cause is in the log', async () => {
    script.faults.set('Bad create', new TypeError('undefined is not a topic'));
    await stage.launch(three);
    expect(await stage.story()).toContain('Bad CREATE_FAILED: Internal Failure');
    expect(await stage.status()).toBe('ROLLBACK_COMPLETE');
    expect(stage.logged.join('\n')).toContain(
      'on a AWS::SNS::Topic of stack shop: TypeError: undefined is not a topic',
    );
  });

  test('properties that the type does not have are named with their place', async () => {
    await stage.launch(template({ Wrong: topic('x', {}, { DisplayNames: 'y' }) }));
    expect(await stage.story()).toContainEqual(
      expect.stringMatching(
        /^Wrong CREATE_FAILED: Properties validation failed for resource Wrong with message:\n.*DisplayNames/,
      ),
    );
    expect(script.calls).toEqual([]);
  });

  test('a removal that fails leaves ROLLBACK_FAILED, which can be deleted', async () => {
    script.faults.set('Bad create', refused('no')).set('Good remove', refused('in use'));
    await stage.launch(template({ Good: topic('good'), Bad: topic({ Ref: 'Good' }) }));
    expect(await stage.status()).toBe('ROLLBACK_FAILED');
    script.faults.clear();
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass();
    await expect(stage.status()).rejects.toThrow('Stack with id shop does not exist');
  });

  test('one that takes longer than TimeoutInMinutes', async () => {
    script.progress.set('Slow settled', 'waiting');
    await stage.launch(template({ Slow: topic('x') }), { TimeoutInMinutes: 5 });
    expect(await stage.status()).toBe('ROLLBACK_COMPLETE');
    expect((await stage.story()).join('\n')).toContain('Stack creation time exceeded the specified timeout');
  });

  test('policies: Retain keeps what was made, RetainExceptOnCreate does not', async () => {
    script.faults.set('Bad create', refused('no'));
    await stage.launch(
      template({
        Kept: topic('k', { DeletionPolicy: 'Retain' }),
        Gone: topic('g', { DeletionPolicy: 'RetainExceptOnCreate' }),
        Bad: topic('b', { DependsOn: ['Kept', 'Gone'] }),
      }),
    );
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual(['remove Gone Gone-2']);
    expect(await stage.story()).toContain('Kept DELETE_SKIPPED');
  });
});
