import { Injectable } from '@nestjs/common';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import type { JobsQuery } from './jobs.dto.js';
import { JobsService, type JobView } from './jobs.service.js';

/** A job in the list of jobs. */
export interface ListedJob extends Omit<JobView, 'result' | 'problem'> {
  /** The subject of the work, such as an import, a change set or a report. */
  subjectId: string;
  createdAt: Date;
  finishedAt: Date | null;
  /** Why it failed, in words. */
  problem: string | null;
}

const JOBS = list<ListedJob, JobsQuery & { seenKinds: string[] }>({
  name: 'jobs',
  select: (param, _, { now }) => `
    SELECT j.id, j.kind, j.state, j.stage, j.done::float8 AS done, j.total::float8 AS total,
           j.subject_id AS "subjectId", j.created_at AS "createdAt", j.finished_at AS "finishedAt",
           j.problem ->> 'detail' AS problem,
           CASE WHEN j.state = 'running' THEN r.rate END AS rate,
           CASE WHEN j.state = 'running' AND r.rate > 0
                THEN ceil((j.total - j.done) / r.rate)::float8 END AS "etaSeconds"
      FROM jobs j
      CROSS JOIN LATERAL (SELECT round((nullif(j.done - j.stage_started_done, 0) / nullif(greatest(
             extract(epoch FROM ${param(now)}::timestamptz - j.stage_started_at), 0), 0))::numeric, 1)::float8 AS rate) r
     WHERE j.district_id = $1`,
  // The same rows that a caller may see one by one.
  reach: (param, { scope }, { seenKinds }) =>
    `(j.created_by = ${param(scope.accountId)}::uuid OR j.kind = ANY (${param(seenKinds)}::text[]))`,
  filters: {
    ended: (ended) => (ended ? 'j.finished_at IS NOT NULL' : 'j.finished_at IS NULL'),
    mine: (mine, param, { scope }) =>
      `(j.created_by = ${param(scope.accountId)}::uuid) = ${param(mine)}::boolean`,
    seenKinds: 'in select',
  },
  sorts: { id: ['j.id'] },
});

/** The jobs that somebody may see. */
@Injectable()
export class JobsQueries {
  constructor(
    private readonly jobs: JobsService,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: JobsQuery): Promise<Page<ListedJob>> {
    return this.lists.answer(JOBS, scope, { ...query, seenKinds: this.jobs.kindsSeenBy(scope) });
  }
}
