import { DataSource, type QueryRunner, type ReplicationMode } from 'typeorm';
import { assertNoTransaction, isInTransaction } from './running-transaction.js';

/** The data source. Inside a transaction it refuses every statement, and says which one it was. */
export class RollcallSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    if (isInTransaction())
      runner.query = async (statement: string): Promise<never> => {
        assertNoTransaction(statement);
        throw new Error('This connection was asked for inside a transaction that has ended since.');
      };
    return runner;
  }
}
