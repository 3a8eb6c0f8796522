import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, median } from '../figure.ts';

const FILES = 20_000;
const BYTES = 500_000_000;
const TURNS = 3;

/** What one process that hashes a context tells of itself. */
export interface Hashed {
  readonly seconds: number;
  /** The most memory that the process ever held. */
  readonly mebibytes: number;
  /** The longest that other work of the process had to wait, in milliseconds. */
  readonly heldMs: number;
}

/** The content tag of a context of 20,000 files and 500 MB: time, memory, and what it leaves to work beside it. */
export async function hashing(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-content-'));
  try {
    writeContext(folder);
    // Not counted: the disk may still be writing what was just made.
    await hashOnce(folder);
    const seen: Hashed[] = [];
    for (let turn = 0; turn < TURNS; turn++) seen.push(await hashOnce(folder));
    return figures(seen);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures(seen: readonly Hashed[]): readonly Figure[] {
  const note = `median of ${TURNS} processes; ${FILES} files, ${BYTES / 1e6} MB, 6 patterns, files in the page cache`;
  const most = Math.max(...seen.map(({ mebibytes }) => mebibytes));
  const held = median(seen.map(({ heldMs }) => heldMs));
  return [
    {
      name: 'content tag, time',
      value: median(seen.map(({ seconds }) => seconds)),
      unit: 's',
      limit: 3,
      timing: true,
      note,
    },
    { name: 'content tag, memory', value: most, unit: 'MiB', limit: 150, note: 'the whole process, at its highest' },
    {
      name: 'content tag, held',
      value: held,
      unit: 'ms',
      limit: null,
      timing: true,
      note: 'the longest wait of work beside it',
    },
  ];
}

async function hashOnce(folder: string): Promise<Hashed> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'hash-once.ts'), folder]);
  const told: unknown = JSON.parse(stdout);
  const value = (name: string): number => {
    const found = Object.entries(told ?? {}).find(([key]) => key === name)?.[1] as unknown;
    return typeof found === 'number' ? found : Number.NaN;
  };
  return { seconds: value('seconds'), mebibytes: value('mebibytes'), heldMs: value('heldMs') };
}

/** Most files are small and a few large, as in checked-out code with its assets; a tenth is ignored on top of that. */
function writeContext(folder: string): void {
  const large = 40;
  const largeBytes = 5_000_000;
  const smallBytes = Math.round((BYTES - large * largeBytes) / (FILES - large));
  const bytes = Buffer.alloc(largeBytes, 'a line of text that is not the same as the next one\n');
  for (let index = 0; index < FILES * 1.1; index++) {
    const top = index < FILES ? 'src' : 'node_modules';
    const place = join(folder, top, `part-${index % 20}`, `room-${index % 400}`);
    if (index % FILES < 400) mkdirSync(place, { recursive: true });
    bytes.writeUInt32BE(index, 0);
    writeFileSync(join(place, `file-${index}.ts`), bytes.subarray(0, index < large ? largeBytes : smallBytes));
  }
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  const patterns = ['**/node_modules', '.git', '*.md', '!README.md', '**/*.log', 'coverage'];
  writeFileSync(join(folder, '.dockerignore'), patterns.join('\n'));
}
