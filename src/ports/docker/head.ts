import { runProcess } from './process.ts';

/** The commit that is checked out where the folder lies (`git rev-parse HEAD`); null where Git tells none. */
export async function headOf(folder: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  // Git's own variables would lead it to another repository than the folder's.
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')));
  try {
    const { code, stdout } = await runProcess('git', ['-C', folder, 'rev-parse', 'HEAD'], { env });
    const sha = stdout.trim();
    return code === 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha) ? sha : null;
  } catch {
    // No Git on this machine.
    return null;
  }
}
