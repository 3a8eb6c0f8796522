/** Bundles `dist/` from `src/`: TypeScript to JavaScript, then one entry with lazily loaded chunks. */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const run = (program: string, ...args: string[]): void => {
  execFileSync(process.execPath, [resolve(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' });
};

// A chunk that is no longer made must not stay.
for (const folder of ['build', 'dist']) rmSync(resolve(root, folder), { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
run(
  '@vercel/ncc/dist/ncc/cli.js',
  'build',
  'build/index.js',
  '-o',
  'dist',
  '--target',
  'es2024',
  '--license',
  'licenses.txt',
);

// The bundler takes `resolve(folder, 'name')` for an asset of ours, copies files and rewrites the path.
const strays = readdirSync(resolve(root, 'dist')).filter((name) => !/\.js$|^package\.json$|^licenses\.txt$/.test(name));
if (strays.length > 0) {
  throw new Error(`dist/ holds ${strays.join(', ')}: use join(), not resolve(), on the path that the bundler rewrote.`);
}
