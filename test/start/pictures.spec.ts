import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

it.each([[['--all']], [['--everything', 'folder']]])(
  'the script that takes the pictures refuses %j in words, before it starts anything',
  (args) => {
    const script = join(import.meta.dirname, '../../scripts/pictures.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stderr).toBe('Name the folder for the pictures: npm run pictures -- --all FOLDER\n');
    expect(status).toBe(1);
  },
  30_000,
);
