import { describe, expect, test } from '@jest/globals';
import { InputError, RefusalError, StepError } from '../../src/errors.ts';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { Interruption } from '../../src/ports/signals.ts';
import { reportFailure } from '../../src/report/failure.ts';
import { recordedRun } from '../recorded.ts';

function errorsOf(thrown: unknown): readonly string[] {
  const { log, of } = recordedRun();
  reportFailure(thrown, log);
  return of('error');
}

const fault = (on: string) => ({ tried: 'read it', on, why: 'it is not there.', repair: 'Make it.' });

describe('one annotation for each thing to repair', () => {
  test('inputs', () => {
    const faults = [
      { input: 'cluster', received: 'nothing', allowed: 'a name' },
      { input: 'wait-for', received: '"ever"', allowed: 'none' },
    ];
    expect(errorsOf(new InputError(faults))).toEqual([
      "Input 'cluster': received nothing; allowed: a name",
      `Input 'wait-for': received "ever"; allowed: none`,
    ]);
  });

  test('refusals', () => {
    expect(errorsOf(new RefusalError([fault('one'), fault('two')]))).toEqual([
      'Could not read it (one): it is not there.\nMake it.',
      'Could not read it (two): it is not there.\nMake it.',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['a step', new StepError(fault('one')), 'Could not read it (one): it is not there.\nMake it.'],
    [
      'a cancelled run',
      new Interruption('the run was cancelled (SIGINT)'),
      'Ended early: the run was cancelled (SIGINT). No deployment was started.',
    ],
    ['a mistake of this program', new TypeError('x is undefined'), 'x is undefined'],
    ['no error at all', 'just a word', 'just a word'],
    ['nothing', undefined, 'undefined'],
  ])('%s', (_, thrown, text) => {
    expect(errorsOf(thrown)).toEqual([text]);
  });
});

describe('a call to AWS that no step explains', () => {
  const call = { service: 'ecr', operation: 'GetAuthorizationToken', on: 'the registry' };
  const told = (kind: AwsErrorKind, message: string): string =>
    errorsOf(new AwsCallError(call, { kind, code: 'Code', message })).join('\n\n');

  test('denied: with the statement to add', () => {
    const message = 'User: arn:aws:sts::1:x is not authorized to perform: ecr:GetAuthorizationToken on resource: *';
    expect(told('denied', message)).toContain('{"Effect":"Allow","Action":"ecr:GetAuthorizationToken","Resource":"*"}');
  });

  test.each<[AwsErrorKind, RegExp]>([
    ['credentials', /configure-aws-credentials/],
    ['throttled', /max-retries/],
    ['server', /Run the job again/],
    ['network', /proxy, VPC endpoints/],
    ['missing', /account and region/],
    ['other', /what the message names/],
  ])('%s: what was called, on what, why, and a repair', (kind, repair) => {
    const text = told(kind, 'it said\nno');
    expect(text).toMatch(/^Could not call ecr:GetAuthorizationToken \(the registry\): Code: it said no\n/);
    expect(text).toMatch(repair);
  });
});

describe('step debugging', () => {
  test('shows where an error came from', () => {
    const { log, of } = recordedRun();
    reportFailure(new TypeError('x'), log);
    expect(of('debug')).toEqual([expect.stringContaining('failure.test')]);
  });

  test('has nothing to show of what is no error', () => {
    const { log, of } = recordedRun();
    reportFailure('just a word', log);
    expect(of('debug')).toEqual([]);
  });
});
