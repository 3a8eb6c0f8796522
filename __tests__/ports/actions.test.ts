import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFileCommands } from '../../scripts/runner/file-commands.ts';
import { actionsLog, actionsRunner } from '../../src/ports/actions.ts';
import { caught, readLog } from './runner-log.ts';

const log = actionsLog();

/** Texts made of what the runner looks for, beside any other. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '##[',
        '##',
        '[',
        ']',
        '\n',
        '\r',
        '\r\n',
        ' ',
        '\t',
        '\u0085',
        '\u2028',
        '\u00a0',
        '%0A',
      ),
      fc.constantFrom(
        'add-mask',
        'set-env name=A',
        'error',
        'stop-commands',
        'endgroup',
        '::add-mask::x',
        '##[error]x',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('text from elsewhere is never a command', () => {
  const ways: readonly (readonly [string, (text: string) => unknown, readonly string[]])[] = [
    [
      'info',
      (text) => {
        log.info(text);
      },
      [],
    ],
    [
      'debug',
      (text) => {
        log.debug(text);
      },
      ['debug'],
    ],
    [
      'warning',
      (text) => {
        log.warning(text);
      },
      ['warning'],
    ],
    [
      'error',
      (text) => {
        log.error(text);
      },
      ['error'],
    ],
    ['group', (text) => log.group(text, () => Promise.resolve()), ['group', 'endgroup']],
  ];

  test.each(ways)('%s', async (_, write, own) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { commands } = readLog(await caught(() => write(text)));
        expect(commands.map(({ name }) => name)).toEqual(own);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['a command', '::add-mask::secret'],
    ['behind blanks', ' \t::set-output name=a::b'],
    ['behind U+0085, which .NET trims and JavaScript does not', '\u0085::add-mask::secret'],
    ['in the second line', 'fine\n::error::no'],
    ['behind a lone carriage return', 'fine\r::error::no'],
    ['of the old form, in the middle', 'fine ##[error]no'],
    ['of the old form, after more signs', '####[error]no'],
  ])('info: %s', async (_, text) => {
    expect(
      readLog(
        await caught(() => {
          log.info(text);
        }),
      ).commands,
    ).toEqual([]);
  });

  test('what is harmless is printed as it is', async () => {
    const text = '  std::vector is a::b, # [1] 100 %0A\n\n\ttab';
    expect(
      await caught(() => {
        log.info(text);
      }),
    ).toBe(`${text}\n`);
  });

  test('a warning arrives whole, on one line of output', async () => {
    const text = '100 % of::it\r\nand ##[error] more';
    const output = await caught(() => {
      log.warning(text);
    });
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(readLog(output).commands).toEqual([{ name: 'warning', data: text }]);
  });
});

describe('group', () => {
  test('a heading of several lines becomes one', async () => {
    const output = await caught(() =>
      log.group('one\n::add-mask::two', () => {
        log.info('inside');
        return Promise.resolve();
      }),
    );
    expect(output).toBe('::group::one ::add-mask::two\ninside\n::endgroup::\n');
  });

  test('ends also where its work throws', async () => {
    const output = await caught(async () => {
      await expect(log.group('work', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    });
    expect(output).toBe('::group::work\n::endgroup::\n');
  });

  test('gives what its work gives', async () => {
    let given = 0;
    await caught(async () => {
      given = await log.group('work', () => Promise.resolve(7));
    });
    expect(given).toBe(7);
  });
});

describe('mask', () => {
  test('each line of a secret of its own: the runner masks line by line', async () => {
    const { commands } = readLog(
      await caught(() => {
        log.mask('first\r\n\n  \nsecond %');
      }),
    );
    expect(commands).toEqual([
      { name: 'add-mask', data: 'first' },
      { name: 'add-mask', data: 'second %' },
    ]);
  });

  test('nothing is no mask: it would blank every line', async () => {
    expect(
      await caught(() => {
        log.mask('\n \r\n');
      }),
    ).toBe('');
  });
});

describe('quoted', () => {
  const childPrints = (): Promise<void> => {
    process.stdout.write('::add-mask::x\n::error::y\n##[error]z\n');
    return Promise.resolve();
  };

  test('what is printed inside commands nothing, what comes after does', async () => {
    const output = await caught(async () => {
      await log.quoted(childPrints);
      log.warning('after');
    });
    const names = readLog(output).commands.map(({ name }) => name);
    expect(names).toEqual(['stop-commands', expect.stringMatching(/^[0-9a-f-]{36}$/), 'warning']);
  });

  test('ends also where its work throws', async () => {
    const output = await caught(async () => {
      await expect(log.quoted(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    });
    const [stop, end] = readLog(output).commands;
    expect([stop?.name, end?.name]).toEqual(['stop-commands', stop?.data]);
  });

  test('has another token each time', async () => {
    const outputs = [await caught(() => log.quoted(childPrints)), await caught(() => log.quoted(childPrints))];
    const tokens = outputs.map((output) => readLog(output).commands[0]?.data);
    expect(new Set(tokens).size).toBe(2);
  });
});

describe('files of the runner', () => {
  let folder = '';
  const before = { ...process.env };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'actions-'));
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
      process.env[name] = join(folder, name);
      await writeFile(join(folder, name), '');
    }
    process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'summary');
  });

  afterEach(async () => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
    await rm(folder, { recursive: true });
  });

  test.each([
    ['one line', 'arn:aws:ecs:x'],
    ['nothing', ''],
    ['several lines', '{\n  "a": 1\n}\n'],
    ['what looks like an output', 'x\nother=stolen\nother<<EOF\nstolen\nEOF'],
  ])('outputs and state of %s are read back as they were', async (_, value) => {
    const runner = actionsRunner(process.env);
    runner.setOutput('result', value);
    runner.saveState('ended', value);
    expect(parseFileCommands(await readFile(join(folder, 'GITHUB_OUTPUT'), 'utf8'))).toEqual({ result: value });
    expect(parseFileCommands(await readFile(join(folder, 'GITHUB_STATE'), 'utf8'))).toEqual({ ended: value });
  });

  test('a later value of the same name counts', async () => {
    const runner = actionsRunner(process.env);
    runner.saveState('starting', 'shop / web');
    runner.saveState('starting', '');
    expect(parseFileCommands(await readFile(join(folder, 'GITHUB_STATE'), 'utf8'))).toEqual({ starting: '' });
  });

  test('the summary is added to what is there, and made where it is not', async () => {
    const runner = actionsRunner(process.env);
    await runner.addSummary('one');
    await runner.addSummary('two');
    expect(await readFile(join(folder, 'summary'), 'utf8')).toBe('one\ntwo\n');
  });

  test('a summary that cannot be written is told to the caller', async () => {
    const runner = actionsRunner({ GITHUB_STEP_SUMMARY: join(folder, 'none', 'summary') });
    await expect(runner.addSummary('one')).rejects.toThrow('ENOENT');
  });

  test('outside of a runner nothing is written, and nothing fails', async () => {
    const runner = actionsRunner({});
    runner.setOutput('result', 'x');
    runner.saveState('ended', 'x');
    await runner.addSummary('x');
    expect(await readFile(join(folder, 'GITHUB_OUTPUT'), 'utf8')).toBe('');
  });
});

describe('context', () => {
  test('from the environment', () => {
    const { context } = actionsRunner({
      GITHUB_REPOSITORY: 'octo-org/shop',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'deploy',
      GITHUB_SHA: '0123',
      GITHUB_ACTOR: 'octocat',
      GITHUB_SERVER_URL: 'https://git.example.com',
      GITHUB_WORKSPACE: '/workspace',
      RUNNER_TEMP: '/tmp/runner',
    });
    expect(context).toEqual({
      repository: 'octo-org/shop',
      runId: '7',
      runAttempt: '2',
      job: 'deploy',
      sha: '0123',
      actor: 'octocat',
      serverUrl: 'https://git.example.com',
      workspace: '/workspace',
      temp: '/tmp/runner',
    });
  });

  test('outside of a runner: nothing, this folder and the machine’s temporary one', () => {
    const { context } = actionsRunner({ GITHUB_WORKSPACE: '', GITHUB_SERVER_URL: '' });
    expect(context).toMatchObject({
      repository: '',
      serverUrl: 'https://github.com',
      workspace: process.cwd(),
      temp: tmpdir(),
    });
  });

  test('state of the main step', () => {
    const runner = actionsRunner({ STATE_phase: 'main' });
    expect([runner.state('phase'), runner.state('ended')]).toEqual(['main', '']);
  });
});
