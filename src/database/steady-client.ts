import pg from 'pg';

/**
 * A connection to PostgreSQL that can break without ending this process. Node ends the process if an error event has no
 * listener. Other connections have none while they pass from a pool to their user, or after BullMQ has removed all
 * listeners. After this connection has broken, its next statement fails.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }

  override removeAllListeners(event?: string | symbol): this {
    super.removeAllListeners(event);
    return this.on('error', () => undefined);
  }
}
