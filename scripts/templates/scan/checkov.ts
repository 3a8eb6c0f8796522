import { basename } from 'node:path';

import { type Json } from '../../../sandbox/json.ts';
import { at, each, textOf } from '../values.ts';
import { jsonOf, type Scanner } from './scanner.ts';

/** Nothing is asked of the maker's server; a file that cannot be read ends the scan. */
export const checkov =
  (program: string): Scanner =>
  async (paths) => {
    const options = ['--framework', 'cloudformation', '--skip-download', '--compact', '--output', 'json'];
    const report = await jsonOf(program, [...options, ...paths.flatMap((path) => ['--file', path])]);
    const results = at(report, 'results');
    const unread = each(at(results, 'parsing_errors'));
    if (results === undefined || unread.length > 0) {
      throw new Error(`checkov could not read ${unread.map(textOf).join(', ') || 'any file'}.`);
    }
    return each(at(results, 'failed_checks')).map(brokenOf);
  };

const brokenOf = (check: Json): Awaited<ReturnType<Scanner>>[number] => ({
  scanner: 'checkov',
  template: basename(textOf(at(check, 'file_path'))),
  // `AWS::S3::Bucket.Artifacts`
  resource: textOf(at(check, 'resource')).split('.')[1] ?? '',
  rule: textOf(at(check, 'check_id')),
  message: textOf(at(check, 'check_name')),
});
