/**
 * The AWS SDK's ES modules for the bundler. Each package holds the same code twice, and its `node` condition leads to
 * one CommonJS file with everything in it: a bundler can leave nothing out. From the ES modules it takes what is used,
 * which spares a start a third of what it would parse.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCOPES = ['@aws-sdk', '@smithy'];

/** Puts the ES modules of all installed SDK packages under `<folder>/node_modules`, where they are found first. */
export function placeSdkModules(root: string, folder: string): void {
  for (const scope of SCOPES)
    for (const name of readdirSync(join(root, 'node_modules', scope))) {
      const from = join(root, 'node_modules', scope, name);
      // Types only, or a second version inside of a package: left to be found where they are.
      if (!existsSync(join(from, 'dist-es')) || existsSync(join(from, 'node_modules'))) continue;
      const to = join(folder, 'node_modules', scope, name);
      mkdirSync(to, { recursive: true });
      // With the licence, which the bundler collects.
      for (const part of ['dist-es', 'LICENSE'])
        if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
      writeFileSync(join(to, 'package.json'), esModules(readFileSync(join(from, 'package.json'), 'utf8')));
    }
}

/** A package.json that leads to the package's ES modules. */
export function esModules(packageJson: string): string {
  const content = JSON.parse(packageJson) as Record<string, unknown>; // npm takes only objects
  const withoutNode = JSON.parse(packageJson, (key, value: unknown) => (key === 'node' ? undefined : value)) as object;
  const exports = 'exports' in withoutNode ? { exports: withoutNode.exports } : {};
  return JSON.stringify({ ...content, ...exports, main: content['module'] ?? content['main'] });
}

/** The same program in ASCII: V8 reads a text with any other character at half the speed, in twice the memory. */
export function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
