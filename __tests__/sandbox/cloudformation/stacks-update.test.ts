import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refused, type Script, scriptTopics, topic } from './scripted.ts';
import { parameter, type Stage, startStage, template } from './stage.ts';

let stage: Stage;
let script: Script;
beforeEach(async () => {
  script = scriptTopics();
  stage = await startStage();
});
afterEach(() => stage.close());

const update = async (TemplateBody: string, given: object = {}): Promise<void> => {
  await stage.cfn.updateStack({ StackName: 'shop', TemplateBody, ...given });
  await stage.pass();
};

/** What was told since the stack had been made. */
const since = async (): Promise<string[]> => {
  const story = await stage.story();
  return story.slice(story.indexOf('shop CREATE_COMPLETE') + 1);
};

const one = template({ First: topic('old'), Second: topic({ Ref: 'First' }) });

describe('UpdateStack', () => {
  test('changes in place what differs, and nothing else', async () => {
    await stage.launch(one);
    await update(template({ First: topic('new'), Second: topic({ Ref: 'First' }) }));
    expect(await since()).toEqual([
      'shop UPDATE_IN_PROGRESS: User Initiated',
      'First UPDATE_IN_PROGRESS',
      'First UPDATE_COMPLETE',
      'shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'shop UPDATE_COMPLETE',
    ]);
    expect(script.calls.slice(2)).toEqual(['update First "new" (was "old")']);
  });

  test('replaces: the new one first, then what names it, the old one at last', async () => {
    await stage.launch(one);
    await update(template({ First: topic('old', {}, { TopicName: 'other' }), Second: topic({ Ref: 'First' }) }));
    expect(await since()).toEqual([
      'shop UPDATE_IN_PROGRESS: User Initiated',
      'First UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating one.',
      'First UPDATE_IN_PROGRESS: Resource creation Initiated',
      'First UPDATE_COMPLETE',
      'Second UPDATE_IN_PROGRESS',
      'Second UPDATE_COMPLETE',
      'shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'First DELETE_IN_PROGRESS',
      'First DELETE_COMPLETE',
      'shop UPDATE_COMPLETE',
    ]);
    expect(script.calls.slice(2)).toEqual([
      'create First "old"',
      'update Second "First-3" (was "First-1")',
      'remove First First-1',
    ]);
  });

  test('keeps what UpdateReplacePolicy retains, removes what the template no longer has, adds what it has', async () => {
    const kept = { UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Retain' };
    await stage.launch(template({ Kept: topic('k', kept), Gone: topic('g'), Left: topic('l', kept) }));
    await update(template({ Kept: topic('k', kept, { TopicName: 'n' }), Added: topic('a') }));
    const story = await since();
    expect(story.slice(-6)).toEqual([
      'shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Kept DELETE_SKIPPED',
      'Gone DELETE_IN_PROGRESS',
      'Left DELETE_SKIPPED',
      'Gone DELETE_COMPLETE',
      'shop UPDATE_COMPLETE',
    ]);
    const { StackResourceSummaries = [] } = await stage.cfn.listStackResources({ StackName: 'shop' });
    expect(StackResourceSummaries.map(({ LogicalResourceId: id }) => id).sort()).toEqual(['Added', 'Kept']);
  });

  test('a deletion policy that comes with another change counts from then on, unless the update is taken back', async () => {
    const retained = { DeletionPolicy: 'Retain' };
    await stage.launch(one);
    script.faults.set('Second update', refused('no'));
    await update(template({ First: topic('old', retained), Second: topic('new') }));
    expect(
      stage.sandbox.world.cloudformation.stacks.values().next().value?.resources.get('First')?.deletionPolicy,
    ).toBe('Delete');
    script.faults.clear();
    await update(template({ First: topic('old', retained), Second: topic('new') }));
    await update(template({ Second: topic('new') }));
    expect(await since()).toContain('First DELETE_SKIPPED');
  });

  test.each([
    ['the same template', one],
    [
      'a deletion policy alone',
      template({ First: topic('old', { DeletionPolicy: 'Retain' }), Second: topic({ Ref: 'First' }) }),
    ],
  ])('%s: No updates are to be performed.', async (_name, body) => {
    await stage.launch(one);
    await expect(update(body)).rejects.toThrow('No updates are to be performed.');
    expect(await stage.status()).toBe('CREATE_COMPLETE');
  });

  test('outputs alone are a change, and so is metadata', async () => {
    await stage.launch(one);
    const outputs = { Outputs: { Name: { Value: { Ref: 'First' }, Export: { Name: 'first' } } } };
    await update(template({ First: topic('old'), Second: topic({ Ref: 'First' }) }, outputs));
    const { Stacks = [] } = await stage.cfn.describeStacks({ StackName: 'shop' });
    expect(Stacks[0]?.Outputs).toEqual([{ OutputKey: 'Name', OutputValue: 'First-1', ExportName: 'first' }]);
    await update(template({ First: topic('old', { Metadata: { a: 1 } }), Second: topic({ Ref: 'First' }) }, outputs));
    expect([await stage.status(), script.calls.length]).toEqual(['UPDATE_COMPLETE', 2]);
  });

  test('parameters: given ones, previous ones, defaults', async () => {
    const body = (text: unknown): string =>
      template({ First: topic(text) }, { Parameters: { A: { Type: 'String', Default: 'a' }, B: { Type: 'String' } } });
    const both = { 'Fn::Sub': '${A}-${B}' };
    await stage.launch(body(both), { Parameters: [parameter('A', 'x'), parameter('B', 'y')] });
    await update(body(both), {
      Parameters: [{ ParameterKey: 'A', UsePreviousValue: true }, parameter('B', 'z')],
    });
    await stage.cfn.updateStack({
      StackName: 'shop',
      UsePreviousTemplate: true,
      Parameters: [{ ParameterKey: 'B', UsePreviousValue: true }],
    });
    await stage.pass();
    expect(script.calls).toEqual([
      'create First "x-y"',
      'update First "x-z" (was "x-y")',
      'update First "a-z" (was "x-z")',
    ]);
  });

  test('a change of type is refused at once', async () => {
    await stage.launch(one);
    const other = template({ First: { Type: 'AWS::SQS::Queue' }, Second: topic('x') });
    await expect(update(other)).rejects.toThrow(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [First]',
    );
  });
});

describe('an update that fails', () => {
  const changed = template({
    First: topic('new'),
    Second: topic({ Ref: 'First' }, {}, { TopicName: 'n' }),
    Third: topic('third'),
    Bad: topic('bad now', { DependsOn: ['Second', 'Third'] }),
  });
  const before = template({ First: topic('old'), Second: topic({ Ref: 'First' }), Bad: topic('bad') });

  test('goes back to what was: properties, replaced and new resources', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('Unable to update.'));
    await update(changed);
    const story = await since();
    expect(story.slice(story.findIndex((line) => line.startsWith('Bad UPDATE_FAILED')))).toEqual([
      expect.stringContaining('Bad UPDATE_FAILED: Resource handler returned message: "Unable to update. (Service: Sns'),
      'shop UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Bad]. ',
      'First UPDATE_IN_PROGRESS',
      'Bad UPDATE_IN_PROGRESS',
      'Bad UPDATE_COMPLETE',
      'First UPDATE_COMPLETE',
      'Second UPDATE_COMPLETE',
      'shop UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'Third DELETE_IN_PROGRESS',
      'Second DELETE_IN_PROGRESS',
      'Third DELETE_COMPLETE',
      'Second DELETE_COMPLETE',
      'shop UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect(script.calls.filter((call) => call.startsWith('update First'))).toEqual([
      'update First "new" (was "old")',
      'update First "old" (was "new")',
    ]);
    const { TemplateBody } = await stage.cfn.getTemplate({ StackName: 'shop' });
    expect(TemplateBody).toBe(before);
    script.faults.clear();
    await update(changed);
    expect(await stage.status()).toBe('UPDATE_COMPLETE');
  });

  test('a rollback that fails can be continued, or a resource left out', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: changed });
    await stage.pass(1_000);
    script.faults.set('First update', refused('locked'));
    await stage.pass();
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_FAILED');
    await expect(update(before)).rejects.toThrow('is in UPDATE_ROLLBACK_FAILED state and can not be updated.');
    await stage.cfn.continueUpdateRollback({ StackName: 'shop' });
    await stage.pass();
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_FAILED');
    await stage.cfn.continueUpdateRollback({ StackName: 'shop', ResourcesToSkip: ['First'] });
    await stage.pass();
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('what it made is let go where its policy is Retain', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    const added = {
      New: topic('n', { DeletionPolicy: 'Retain' }),
      Other: topic('o', { DeletionPolicy: 'RetainExceptOnCreate' }),
    };
    await update(
      template({
        ...added,
        First: topic('old'),
        Second: topic({ Ref: 'First' }),
        Bad: topic('x', { DependsOn: ['New', 'Other'] }),
      }),
    );
    const story = await since();
    expect(story).toContain('New DELETE_SKIPPED');
    expect(story).toContain('Other DELETE_COMPLETE');
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('DisableRollback leaves UPDATE_FAILED', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    await update(changed, { DisableRollback: true });
    expect(await stage.status()).toBe('UPDATE_FAILED');
  });

  test('a name of its own stands in the way of a replacement', async () => {
    await stage.launch(one);
    script.faults.set('First create', refused('First exists', 'ResourceAlreadyExistsException'));
    await update(template({ First: topic('old', {}, { TopicName: 'n' }), Second: topic({ Ref: 'First' }) }));
    expect((await since()).join('\n')).toContain(
      'First UPDATE_FAILED: CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
        'Rename First-1 and update the stack again.',
    );
    const { StackResources = [] } = await stage.cfn.describeStackResources({ StackName: 'shop' });
    expect(StackResources.map(({ PhysicalResourceId: id }) => id).sort()).toEqual(['First-1', 'Second-2']);
  });

  test('what a replacement needs and someone else uses is told in the words of the service', async () => {
    await stage.launch(one);
    script.faults.set('First create', refused('Subnet is in use', 'ResourceInUse'));
    await update(template({ First: topic('old', {}, { TopicName: 'n' }), Second: topic({ Ref: 'First' }) }));
    expect((await since()).join('\n')).toMatch(
      /First UPDATE_FAILED: .*Subnet is in use.*HandlerErrorCode: InvalidRequest/,
    );
  });

  test('CancelUpdateStack rolls back what was begun', async () => {
    await stage.launch(before);
    await expect(stage.cfn.cancelUpdateStack({ StackName: 'shop' })).rejects.toThrow(
      'CancelUpdateStack cannot be called from current stack status',
    );
    script.progress.set('First settled', 'waiting');
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: changed });
    await stage.pass(5_000);
    await stage.cfn.cancelUpdateStack({ StackName: 'shop' });
    script.progress.clear();
    await stage.pass();
    expect(await since()).toContain('First UPDATE_FAILED: Resource update cancelled');
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  });
});
