import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../sandbox/arguments.ts';
import { parseHook } from '../../../sandbox/hooks/command.ts';

const longest = 15 * 60_000;

describe('--hook NAME=COMMAND', () => {
  test.each([
    ['check=./check.sh', { command: ['./check.sh'], timeoutMs: longest }],
    ['check=./check.sh  --fast 3', { command: ['./check.sh', '--fast', '3'], timeoutMs: longest }],
    ['check=["bash","-c","a && b=\\"c\\""]', { command: ['bash', '-c', 'a && b="c"'], timeoutMs: longest }],
    ['check={"command":["a","b c"],"timeoutMs":50}', { command: ['a', 'b c'], timeoutMs: 50 }],
    ['check=env A=B true', { command: ['env', 'A=B', 'true'], timeoutMs: longest }],
  ])('%s', (option, command) => {
    expect(parseHook(option)).toEqual(['check', command]);
  });

  test.each([
    ['check', "begin with a Lambda function's name"],
    ['=true', "begin with a Lambda function's name"],
    ['a/b=true', "begin with a Lambda function's name"],
    ['check=', 'there is no command'],
    ['check=echo "a b"', 'no shell reads the command'],
    ['check=a && b', 'no shell reads the command'],
    ['check=a > /tmp/b', 'no shell reads the command'],
    ['check=echo $HOME', 'no shell reads the command'],
    ['check=["a"', 'it begins like JSON and is not'],
    ['check=[]', 'a list of strings, a program first'],
    ['check=["",1]', 'a list of strings, a program first'],
    ['check=["a",1]', 'a list of strings, a program first'],
    ['check=["a\\u0000b"]', 'a list of strings, a program first'],
    ['check={}', 'the command must be a list'],
    ['check={"command":"a"}', 'the command must be a list'],
    ['check={"command":["a"],"timeoutMs":0}', 'timeoutMs must be a number above 0'],
    ['check={"command":["a"],"timeoutMs":1e9}', 'timeoutMs must be a number above 0'],
    ['check={"command":["a"],"timeoutMs":"1"}', 'timeoutMs must be a number above 0'],
  ])('%s is refused', (option, part) => {
    expect(() => parseHook(option)).toThrow(part);
    expect(parseArguments(['--hook', option])).toEqual({ kind: 'fault', message: expect.stringContaining('--hook') });
  });

  test('may be given more than once', () => {
    const parsed = parseArguments(['--hook', 'a=true', '--hook', 'b=false']);
    expect(parsed).toMatchObject({ kind: 'options', options: { hooks: expect.any(Map) } });
    const names = parsed.kind === 'options' ? [...(parsed.options.hooks?.keys() ?? [])] : [];
    expect(names).toEqual(['a', 'b']);
  });
});
