/** Bundles `dist/` from `src/`: TypeScript to JavaScript, then one entry with lazily loaded chunks. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inAscii, placeSdkModules } from './sdk-modules.ts';

const root = resolve(import.meta.dirname, '..');
const run = (program: string, ...args: string[]): void => {
  execFileSync(process.execPath, [resolve(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' });
};

rmSync(resolve(root, 'build'), { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
// A chunk that is no longer made must not stay.
rmSync(resolve(root, 'dist'), { recursive: true, force: true });
placeSdkModules(root, resolve(root, 'build'));
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

for (const name of readdirSync(resolve(root, 'dist')).filter((each) => each.endsWith('.js'))) {
  const file = resolve(root, 'dist', name);
  writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
}
rmSync(resolve(root, 'build/node_modules'), { recursive: true });
