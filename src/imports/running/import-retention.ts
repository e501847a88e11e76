import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/time/clock.js';
import { eachDistrict } from '../../database/each-district.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { Files } from '../../files/files.service.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import type { RowProblem } from '../import-kind.js';
import { ImportKinds } from '../import-kinds.js';
import { KEPT_DAYS } from '../imports.errors.js';

/** Stands for problems that quoted a cell. */
const FORGOTTEN: RowProblem = {
  column: null,
  code: 'FORGOTTEN',
  detail: 'Rollcall deleted the details of this row together with the name of a person.',
};

const SWEEP_MS = 3_600_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 100;

/** An import that something is being done with is left alone. */
const RESTS = `state NOT IN ('rehearsing', 'queued', 'committing', 'undoing')`;

interface Uploaded {
  id: string;
  fileId: string | null;
}

/** Forgets what files said, row by row: after some months, and when a person in them is forgotten. */
@Injectable()
export class ImportRetention implements OnModuleInit {
  private readonly logger = new Logger('Imports');

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly periodic: PeriodicWork,
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'forgetting old imports', everyMs: SWEEP_MS, run: () => this.sweep() });
  }

  /** Forgets the upload, the staged rows and the outcomes of every import that is old enough; returns how many. */
  async forgetOld(): Promise<number> {
    let forgotten = 0;
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await eachDistrict(this.source, async (districtId) => {
      for (;;) {
        const old = await this.oldOnes(districtId, before);
        for (const { id } of old) await this.transactions.run((tx) => this.forgetWithin(tx, districtId, id));
        forgotten += old.length;
        if (old.length < AT_ONCE) return;
      }
    });
    return forgotten;
  }

  /**
   * Forgets what files said of these people: their rows' changes and problems, and the files they stand in, of which
   * no single line can be taken. A row that could not be read may be theirs, so a file that has one goes too. An
   * import that runs at this moment is left to the sweep.
   */
  async forgetPeopleWithin(tx: Tx, districtId: string, ids: readonly string[]): Promise<void> {
    const imports = await tx.query<Uploaded[]>(
      `SELECT id, file_id AS "fileId" FROM imports i WHERE i.district_id = $1 AND i.kind = ANY ($2) AND ${RESTS}
          AND EXISTS (SELECT 1 FROM import_outcomes o
                       WHERE o.district_id = $1 AND o.import_id = i.id
                         AND (o.target_id = ANY ($3) OR (o.target_id IS NULL AND o.outcome = 'refused')))
        ORDER BY id FOR UPDATE`,
      [districtId, this.kinds.ofPeople(), ids],
    );
    const found = imports.map(({ id }) => id);
    if (found.length === 0) return;
    await tx.query(
      `UPDATE import_outcomes SET changes = NULL, notes = NULL, problems = CASE WHEN problems IS NOT NULL THEN $4::jsonb END
        WHERE district_id = $1 AND import_id = ANY ($2) AND (target_id = ANY ($3) OR target_id IS NULL)`,
      [districtId, found, ids, JSON.stringify([FORGOTTEN])],
    );
    await tx.query(`DELETE FROM import_rows WHERE district_id = $1 AND import_id = ANY ($2)`, [
      districtId,
      found,
    ]);
    await this.forgetFilesWithin(tx, districtId, imports);
  }

  /** Imports from before an instant that still hold what their files said. */
  private oldOnes(districtId: string, before: Date): Promise<{ id: string }[]> {
    return this.source.query(
      `SELECT id FROM imports i
        WHERE i.district_id = $1 AND coalesce(committed_at, created_at) < $2 AND ${RESTS}
          AND (i.file_id IS NOT NULL
            OR EXISTS (SELECT 1 FROM import_rows r WHERE r.district_id = $1 AND r.import_id = i.id)
            OR EXISTS (SELECT 1 FROM import_outcomes o WHERE o.district_id = $1 AND o.import_id = i.id))
        LIMIT ${AT_ONCE}`,
      [districtId, before],
    );
  }

  private async forgetWithin(tx: Tx, districtId: string, id: string): Promise<void> {
    const resting = await tx.query<Uploaded[]>(
      `SELECT id, file_id AS "fileId" FROM imports WHERE district_id = $1 AND id = $2 AND ${RESTS} FOR UPDATE`,
      [districtId, id],
    );
    if (resting.length === 0) return;
    for (const table of ['import_rows', 'import_outcomes'])
      await tx.query(`DELETE FROM ${table} WHERE district_id = $1 AND import_id = $2`, [districtId, id]);
    await this.forgetFilesWithin(tx, districtId, resting);
  }

  private async forgetFilesWithin(tx: Tx, districtId: string, imports: readonly Uploaded[]): Promise<void> {
    const ids = imports.map(({ id }) => id);
    await tx.query(`UPDATE imports SET file_id = NULL WHERE district_id = $1 AND id = ANY ($2)`, [
      districtId,
      ids,
    ]);
    const files = imports.flatMap(({ fileId }) => fileId ?? []);
    await this.files.deleteWithin(tx, districtId, files);
  }

  private async sweep(): Promise<void> {
    const forgotten = await this.forgetOld();
    if (forgotten > 0) this.logger.log({ forgotten }, 'forgot what old imports said');
  }
}
