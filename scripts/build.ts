/** Bundles `dist/` from `src/`: TypeScript to JavaScript, then one entry with lazily loaded chunks. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inAscii, placeSdkModules } from './sdk-modules.ts';

const root = resolve(import.meta.dirname, '..');
const build = join(root, 'build');
const made = join(build, 'dist');
const dist = join(root, 'dist');

const run = (program: string, ...args: string[]): void => {
  const path = join(root, 'node_modules', program);
  execFileSync(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' });
};

rmSync(build, { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
placeSdkModules(root, build);
const options = ['--out', 'build/dist', '--target', 'es2024', '--license', 'licenses.txt', '--no-cache'];
run('@vercel/ncc/dist/ncc/cli.js', 'build', 'build/index.js', ...options);

// The bundler takes `resolve(folder, 'name')` for an asset of ours, copies files and rewrites the path.
const strays = readdirSync(made).filter((name) => !/\.js$|^package\.json$|^licenses\.txt$/.test(name));
if (strays.length > 0) {
  throw new Error(`dist/ holds ${strays.join(', ')}: use join(), not resolve(), on the path that the bundler rewrote.`);
}

for (const name of readdirSync(made).filter((each) => each.endsWith('.js'))) {
  const file = join(made, name);
  writeFileSync(file, inAscii(readFileSync(file, 'utf8')));
}

// At once, and only when all went well: a run that begins meanwhile finds one whole bundle.
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);
rmSync(build, { recursive: true });
