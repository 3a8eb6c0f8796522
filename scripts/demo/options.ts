import { parseArgs } from 'node:util';

export const usage = `Usage: npm run demo [-- --stay] [-- --speed N]

  --stay      leave the sandbox and its page up afterwards, until Ctrl+C
  --speed N   AWS's own waits, N times as fast: 1 to 100 (default 10)
  --help      this text`;

export type DemoArguments =
  | { readonly kind: 'run'; readonly stay: boolean; readonly speed: number }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

const options = {
  stay: { type: 'boolean', default: false },
  speed: { type: 'string', default: '10' },
  help: { type: 'boolean', default: false },
} as const;

export function demoArguments(args: readonly string[]): DemoArguments {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return { kind: 'help' };
    const speed = Number(values.speed);
    if (values.speed.trim() === '' || !(speed >= 1 && speed <= 100)) {
      const message = `--speed must be a number from 1 to 100; received ${JSON.stringify(values.speed)}.`;
      return { kind: 'fault', message };
    }
    return { kind: 'run', stay: values.stay, speed };
  } catch (cause) {
    return { kind: 'fault', message: cause instanceof Error ? cause.message : String(cause) };
  }
}
