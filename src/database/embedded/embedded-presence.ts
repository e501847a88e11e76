import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

// Two numbers that differ from each other; nothing else takes advisory locks in the database `postgres`.
const IN_USE_LOCK = 18_001;
const SET_UP_LOCK = 18_002;

// A connection that its process has closed is still listed until its server process has ended.
const LEAVING_POLLS = 20;
const LEAVING_POLL_MS = 50;

const CONNECT_TIMEOUT_MS = 10_000;

const PRESENCE_NAME = 'rollcall: in use';

/**
 * This process's sign on the server's door: one connection that holds a shared advisory lock for as long as the
 * process uses the server. The lock goes with the connection, so a killed process leaves no sign behind, and whoever
 * gets the lock for itself alone knows that it is the last one, and that nobody can come in while it stops the server.
 */
export class Presence {
  private lost = false;

  private constructor(
    private readonly client: Client,
    private readonly socket: Socket,
  ) {
    client.on('error', () => {
      this.lost = true;
    });
  }

  /** Connects and signs in; waits while the last user is stopping the server, and fails when it has stopped. */
  static async enter(adminUrl: string): Promise<Presence> {
    const socket = new Socket();
    const client = new Client({
      connectionString: adminUrl,
      application_name: PRESENCE_NAME,
      stream: () => socket,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    const presence = new Presence(client, socket);
    await client.connect();
    try {
      await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE_LOCK]);
    } catch (error) {
      await client.end();
      throw error;
    }
    // A process that is done may end without release(); its sign must not keep it alive.
    socket.unref();
    return presence;
  }

  /** True when the server ended the connection: it crashed, or somebody stopped it by hand. */
  get isLost(): boolean {
    return this.lost;
  }

  /** Runs the set-up of roles and databases; processes that start together do it one after the other. */
  async setUp(work: (client: Client) => Promise<void>): Promise<void> {
    this.socket.ref();
    await this.client.query('SELECT pg_advisory_lock($1)', [SET_UP_LOCK]);
    try {
      await work(this.client);
    } finally {
      await this.client.query('SELECT pg_advisory_unlock($1)', [SET_UP_LOCK]);
      this.socket.unref();
    }
  }

  /** Signs out. When nobody else is on the server, `stop` runs while the door is still locked. */
  async leave(stop: () => Promise<void>): Promise<'stopped' | 'in use'> {
    this.socket.ref();
    try {
      await this.client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE_LOCK]);
      const { rows } = await this.client.query<{ alone: boolean }>(
        'SELECT pg_try_advisory_lock($1) AS alone',
        [IN_USE_LOCK],
      );
      if (!rows[0]?.alone || !(await this.othersHaveLeft())) return 'in use';
      await stop();
      return 'stopped';
    } catch (error) {
      // The server's last word can be the answer to a question; the client hears of the end only after it.
      if (error instanceof DatabaseError && error.severity === 'FATAL') this.lost = true;
      throw error;
    } finally {
      if (!this.lost) await this.client.end();
    }
  }

  /** Programs without a sign count too: a tool of the administrator, or a pool that is still open. */
  private async othersHaveLeft(): Promise<boolean> {
    for (let poll = 0; poll < LEAVING_POLLS; poll += 1) {
      const { rows } = await this.client.query<{ others: number }>(
        `SELECT count(*)::int AS others FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (rows[0]?.others === 0) return true;
      await sleep(LEAVING_POLL_MS);
    }
    return false;
  }
}
