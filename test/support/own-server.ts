import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres, type RunningPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { pickFreePort } from '../../src/database/embedded/embedded-server.js';
import { migrate } from '../../src/database/migrating/migrate.js';
import { loadAutoUpdateEnds } from '../../src/catalogue/auto-update-list.js';
import { postmasterPid, waitUntilStopped } from './embedded-postgres-folders.js';

/** A PostgreSQL of the test's own, with a migrated database, that may be stopped, killed and started on its port. */
export class OwnServer {
  private constructor(
    private readonly dataDir: string,
    private readonly port: number,
    private running: RunningPostgres,
  ) {}

  static async start(): Promise<OwnServer> {
    const folder = await mkdtemp(join(tmpdir(), 'rollcall-own-'));
    // As root the server runs as another user, who must get in.
    await chmod(folder, 0o711);
    const dataDir = join(folder, 'data');
    const port = await pickFreePort();
    const running = await open(dataDir, port);
    await migrate(running.ownerUrl);
    await loadAutoUpdateEnds(running.ownerUrl);
    return new OwnServer(dataDir, port, running);
  }

  get appUrl(): string {
    return this.running.appUrl;
  }

  get ownerUrl(): string {
    return this.running.ownerUrl;
  }

  /** As `pg_ctl restart`: every connection is cut, everything is on disk. */
  restart(): Promise<void> {
    return this.again('SIGINT');
  }

  /** As a power cut: it comes back by replaying its log. */
  async crash(): Promise<void> {
    await this.again('SIGKILL');
  }

  async remove(): Promise<void> {
    await this.running.release();
    await rm(join(this.dataDir, '..'), { recursive: true, force: true });
  }

  private async again(signal: NodeJS.Signals): Promise<void> {
    process.kill(await postmasterPid(this.dataDir), signal);
    await waitUntilStopped(this.dataDir);
    this.running = await open(this.dataDir, this.port);
  }
}

function open(dataDir: string, port: number): Promise<RunningPostgres> {
  return openEmbeddedPostgres({ dataDir, log: () => undefined, pickPort: () => Promise.resolve(port) });
}
