/** Nothing that a stack made is lost, whatever becomes of its updates. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type StackResource } from '../../../sandbox/world/cloudformation.ts';
import { refused, type Script, scriptTopics, topic } from './scripted.ts';
import { type Stage, startStage, template } from './stage.ts';

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

/** Physical ids, in their order: those that were made and not removed. */
function there(): string[] {
  const removed = script.calls.filter((call) => call.startsWith('remove')).map((call) => call.split(' ')[2]);
  const made = script.calls
    .filter((call) => call.startsWith('create'))
    .map((call, at) => `${call.split(' ')[1] ?? ''}-${at + 1}`);
  return made.filter((id) => !removed.includes(id)).sort();
}

const resource = (id: string): StackResource | undefined =>
  [...stage.sandbox.world.cloudformation.stacks.values()][0]?.resources.get(id);

const remove = async (): Promise<string | undefined> => {
  await stage.cfn.deleteStack({ StackName: 'shop' });
  await stage.pass();
  return [...stage.sandbox.world.cloudformation.stacks.values()][0]?.status;
};

const named = { TopicName: 'n' };
const before = template({ First: topic('old'), Second: topic('two'), Bad: topic('bad') });
/** Replaces Second, adds Third, and fails at Bad. */
const changed = template({
  First: topic('new'),
  Second: topic('two', {}, named),
  Third: topic('third'),
  Bad: topic('worse', { DependsOn: ['First', 'Second', 'Third'] }),
});

describe('a stack that is deleted takes all with it', () => {
  test('after an update that failed and was not rolled back', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    await update(changed, { DisableRollback: true });
    expect(there()).toEqual(['Bad-3', 'First-1', 'Second-2', 'Second-4', 'Third-5']);
    expect(await remove()).toBe('DELETE_COMPLETE');
    expect(there()).toEqual([]);
  });

  test('after a rollback that failed', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: changed });
    await stage.pass(500);
    script.faults.set('First update', refused('locked'));
    await stage.pass();
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_FAILED');
    expect(there()).toEqual(['Bad-3', 'First-1', 'Second-2', 'Second-4', 'Third-5']);
    expect(await remove()).toBe('DELETE_COMPLETE');
    expect(there()).toEqual([]);
  });

  test('though two versions of the template had them depend on each other', async () => {
    await stage.launch(template({ One: topic('1'), Two: topic('2', { DependsOn: 'One' }), Bad: topic('bad') }));
    script.faults.set('Bad update', refused('no'));
    const other = { One: topic('1', { DependsOn: 'Two' }, named), Two: topic('2', {}, { TopicName: 'm' }) };
    await update(template({ ...other, Bad: topic('x', { DependsOn: 'One' }) }), { DisableRollback: true });
    expect(there()).toHaveLength(5);
    expect(await remove()).toBe('DELETE_COMPLETE');
    expect(there()).toEqual([]);
  });

  test('but what could not be removed, which can then be let go', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    await update(changed, { DisableRollback: true });
    script.faults.set('Second remove', refused('in use'));
    expect(await remove()).toBe('DELETE_FAILED');
    const { resources, besides } = stage.sandbox.world.cloudformation.stacks.values().next().value ?? {};
    expect([...(resources?.values() ?? []), ...(besides ?? [])].map(({ made }) => made?.physicalId)).toEqual([
      'Second-4',
      'Second-2',
    ]);
    await stage.cfn.deleteStack({ StackName: 'shop', RetainResources: ['Second'] });
    await stage.pass();
    expect([...stage.sandbox.world.cloudformation.stacks.values()][0]?.status).toBe('DELETE_COMPLETE');
  });
});

describe('what a replacement told and left', () => {
  test('a rollback gives the old one its policies and dependencies back', async () => {
    await stage.launch(before);
    script.faults.set('Bad update', refused('no'));
    const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', DependsOn: 'First' };
    await update(
      template({ First: topic('old'), Second: topic('two', kept, named), Bad: topic('x', { DependsOn: 'Second' }) }),
    );
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(resource('Second')).toMatchObject({
      made: { physicalId: 'Second-2' },
      deletionPolicy: 'Delete',
      updateReplacePolicy: 'Delete',
      dependencies: [],
    });
  });

  test('a rollback of versions that depend on each other the other way round takes all back', async () => {
    await stage.launch(template({ One: topic('1'), Two: topic('2', { DependsOn: 'One' }), Bad: topic('bad') }));
    script.faults.set('Bad update', refused('no'));
    const other = { One: topic('1', { DependsOn: 'Two' }, named), Two: topic('22') };
    await update(template({ ...other, Bad: topic('x', { DependsOn: 'One' }) }));
    expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(there()).toEqual(['Bad-2', 'One-1', 'Two-3']);
    expect(script.calls).toContain('update Two "2" (was "22")');
    expect(resource('One')?.made?.physicalId).toBe('One-1');
  });

  test('old ones go in the order of what they depended on', async () => {
    await stage.launch(template({ One: topic('1'), Two: topic({ Ref: 'One' }) }));
    script.calls.length = 0;
    await update(template({ One: topic('1', {}, named), Two: topic('2', {}, { TopicName: 'm' }) }));
    expect(script.calls.filter((call) => call.startsWith('remove'))).toEqual(['remove Two Two-2', 'remove One One-1']);
  });
});

test('outputs that conflict leave UPDATE_FAILED where there is to be no rollback', async () => {
  const out = { Outputs: { A: { Value: 'a', Export: { Name: 'taken' } } } };
  await stage.launch(template({ First: topic('x') }, out), { StackName: 'other' });
  await stage.launch(before);
  await update(template({ First: topic('new'), Second: topic('two'), Bad: topic('bad') }, out), {
    DisableRollback: true,
  });
  expect(await stage.status()).toBe('UPDATE_FAILED');
});

test('only what could not be taken back can be skipped', async () => {
  await stage.launch(before);
  script.faults.set('Bad update', refused('no'));
  await stage.cfn.updateStack({ StackName: 'shop', TemplateBody: changed });
  await stage.pass(500);
  script.faults.set('First update', refused('locked'));
  await stage.pass();
  const skip = (...ResourcesToSkip: string[]) =>
    stage.cfn.continueUpdateRollback({ StackName: 'shop', ResourcesToSkip });
  await expect(skip('First', 'Second', 'Nothing')).rejects.toThrow(
    'Only resources in UPDATE_FAILED state can be skipped; these of stack [shop] are not: [Second, Nothing]',
  );
  await skip('First');
  await stage.pass();
  expect(await stage.status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(there()).toEqual(['Bad-3', 'First-1', 'Second-2']);
});
