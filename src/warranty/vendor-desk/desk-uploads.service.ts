import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { ImportState } from '../../imports/imports.entities.js';
import { ImportNotFound } from '../../imports/imports.errors.js';
import {
  type ImportDetail,
  type ImportRowView,
  ImportsQueries,
  type ImportView,
} from '../../imports/imports.queries.js';
import { ErrorFiles } from '../../imports/running/error-file.js';
import { ImportCommands } from '../../imports/running/import-commands.service.js';
import { UploadReceiver } from '../../imports/upload/receive-upload.js';
import type { JobView } from '../../jobs/jobs.service.js';
import type { DeskUploadRowsQuery, DeskUploadsQuery } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

/** A file of replies that somebody at the vendor uploaded. */
export interface DeskUploadView {
  id: string;
  fileName: string;
  sizeBytes: number;
  state: ImportState;
  createdAt: Date;
  /** When the check of the file ended. */
  rehearsedAt: Date | null;
  /** When the replies were taken over. */
  committedAt: Date | null;
}

/** With what has become of its rows. */
export interface DeskUploadDetail extends DeskUploadView, Pick<ImportView, 'plan' | 'warnings'> {
  /** The work on it. */
  job: Pick<JobView, 'id' | 'state' | 'done' | 'total' | 'problem'> | null;
}

const DESK_UPLOADS = list<DeskUploadView, DeskUploadsQuery>({
  name: 'uploads of a vendor',
  select: `
    SELECT i.id, i.file_name AS "fileName", i.size_bytes::float8 AS "sizeBytes", i.state, i.created_at AS "createdAt",
           i.rehearsed_at AS "rehearsedAt", i.committed_at AS "committedAt"
      FROM imports i
     WHERE i.district_id = $1 AND i.kind = 'claim-replies'`,
  reach: (param, { scope }) => `EXISTS (
    SELECT FROM accounts a
     WHERE a.district_id = $1 AND a.id = i.created_by AND a.vendor_id = ${param(vendorOf(scope))})`,
  filters: {},
  sorts: { createdAt: ['i.created_at', 'i.id'] },
  id: 'i.id',
});

/** Files of replies that people at a vendor upload. They are imports like those of the district. */
@Injectable()
export class DeskUploads {
  constructor(
    private readonly lists: Lists,
    private readonly uploads: UploadReceiver,
    private readonly imports: ImportsQueries,
    private readonly commands: ImportCommands,
    private readonly errorFiles: ErrorFiles,
  ) {}

  /** @throws Forbidden for a file of anything but replies */
  async receive(scope: Scope, request: FastifyRequest): Promise<DeskUploadDetail> {
    vendorOf(scope);
    return viewOf(await this.uploads.receive(scope, request));
  }

  list(scope: Scope, query: DeskUploadsQuery): Promise<Page<DeskUploadView>> {
    return this.lists.answer(DESK_UPLOADS, scope, query);
  }

  /** @throws ImportNotFound for a file of the district or of another vendor */
  async find(scope: Scope, id: string): Promise<DeskUploadDetail> {
    await this.assertOwn(scope, id);
    return viewOf(await this.imports.find(scope, id));
  }

  async rows(scope: Scope, id: string, query: DeskUploadRowsQuery): Promise<Page<ImportRowView>> {
    await this.assertOwn(scope, id);
    return this.imports.rows(scope, id, query);
  }

  /** Takes over what was checked. */
  async commit(scope: Scope, id: string): Promise<DeskUploadDetail> {
    await this.assertOwn(scope, id);
    await this.commands.commit(scope, await this.imports.row(scope, id));
    return this.find(scope, id);
  }

  /** The rows that were refused, with the reasons. */
  async errors(scope: Scope, id: string): Promise<Readable> {
    await this.assertOwn(scope, id);
    return this.errorFiles.open(await this.imports.shownFile(scope, id), 'refused');
  }

  private async assertOwn(scope: Scope, id: string): Promise<void> {
    const row = await this.lists.find(DESK_UPLOADS, scope, id);
    if (!row) throw new ImportNotFound();
  }
}

/** Without names of accounts, which the history has. */
function viewOf(found: ImportDetail): DeskUploadDetail {
  const { id, fileName, sizeBytes, state, createdAt, rehearsedAt, committedAt, plan, warnings, job } = found;
  const work = job && {
    id: job.id,
    state: job.state,
    done: job.done,
    total: job.total,
    problem: job.problem,
  };
  return { id, fileName, sizeBytes, state, createdAt, rehearsedAt, committedAt, plan, warnings, job: work };
}
