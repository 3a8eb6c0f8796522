import { basename } from 'node:path';

import { at, each, textOf } from '../values.ts';
import { jsonOf, type Scanner } from './scanner.ts';

/** With informational (`-c I`) and experimental (`-e`) rules. */
export const cfnLint =
  (program: string): Scanner =>
  async (paths) => {
    const found = await jsonOf(program, ['-c', 'I', '-e', '-f', 'json', '-t', ...paths]);
    return each(found).map((match) => {
      const path = each(at(match, 'Location', 'Path')).map(textOf);
      return {
        template: basename(textOf(at(match, 'Filename'))),
        resource: path[0] === 'Resources' ? (path[1] ?? '') : '',
        rule: textOf(at(match, 'Rule', 'Id')),
        message: `${textOf(at(match, 'Message'))} (${path.join('.')})`,
      };
    });
  };
