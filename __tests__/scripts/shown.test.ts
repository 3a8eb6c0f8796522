import { describe, expect, test } from '@jest/globals';
import { showLines, shown } from '../../scripts/runner/shown.ts';

describe('a line', () => {
  test.each<[string, string, string | null]>([
    ['as it is', 'AllowTraffic: done', '  AllowTraffic: done'],
    ['a group', '::group::Look', '  ▸ Look'],
    ['the end of a group', '::endgroup::', null],
    ['an error of two lines', '::error::100%25 wrong%0Arepair it', '  ✗ 100% wrong\n    repair it'],
    ['a warning with properties', '::warning file=a.js,line=1::careful', '  ! careful'],
    ['a percent sign that was written as one', '::error::%250A', '  ✗ %0A'],
    ['debugging', '::debug::at run.ts', null],
    ['a secret', '::add-mask::secret', null],
    ['no command: in the middle', 'std::vector', '  std::vector'],
  ])('%s', (_, line, expected) => {
    expect(shown(line)).toBe(expected);
  });
});

describe('a stream', () => {
  test('in any pieces', () => {
    const text = 'one\n::group::two\n::debug::x\nthree\n';
    for (let size = 1; size <= text.length; size += 1) {
      let written = '';
      const show = showLines((piece) => (written += piece));
      for (let at = 0; at < text.length; at += size) show(text.slice(at, at + size));
      expect(written).toBe('  one\n  ▸ two\n  three\n');
    }
  });

  test('what child processes print between stop-commands and its end is shown as it is, the two lines are not', () => {
    let written = '';
    const show = showLines((piece) => (written += piece));
    show('::stop-commands::0a1b-2c\n::error::theirs\n::0a1b-2c::\n::error::ours\n');
    expect(written).toBe('  ::error::theirs\n  ✗ ours\n');
  });
});
