/** What a scanner is here: a program that finds rules broken by resources of template files. */
import { execFile } from 'node:child_process';

import { type Json } from '../../../sandbox/json.ts';
import { type Subject } from '../subject.ts';

export const SCANNERS = ['cfn-lint', 'checkov', 'guard'] as const;
export type ScannerName = (typeof SCANNERS)[number];

export interface Broken {
  readonly scanner: ScannerName;
  /** File name without its folder. */
  readonly template: string;
  /** A logical id; '' where the finding is about the file. */
  readonly resource: string;
  readonly rule: string;
  readonly message: string;
}

/** Throws where the scanner did not do its work: no output, a file that it could not read. */
export type Scanner = (paths: readonly string[], subjects: readonly Subject[]) => Promise<readonly Broken[]>;

/** Standard output of a program as JSON. Scanners end with another code than 0 where they find something. */
export async function jsonOf(program: string, args: readonly string[]): Promise<Json> {
  const { out, error } = await new Promise<{ out: string; error: string }>((resolve) => {
    const limits = { maxBuffer: 2 ** 28, timeout: 300_000, env: { ...process.env, LOG_LEVEL: 'CRITICAL' } };
    execFile(program, args, limits, (fault, stdout, stderr) => {
      resolve({ out: stdout, error: stderr === '' ? (fault?.message ?? '') : stderr });
    });
  });
  try {
    // What JSON.parse gives is JSON.
    return JSON.parse(out) as Json;
  } catch (cause) {
    throw new Error(`${program} ${args.join(' ')} gave no JSON: ${error.slice(-2000)}`, { cause });
  }
}
