import { defineSteps, wholeDistrict } from '../../steps/step-machine.js';
import { IMPORT_STATES, type ImportState } from '../imports.entities.js';

/** What a step needs to know about an import, under its lock. */
export interface ImportFacts {
  jobId: string | null;
  /** Null once the upload is forgotten. */
  fileId: string | null;
  createdAt: Date;
  committedAt: Date | null;
}

/** States in which a job works on an import, or waits to. */
const AT_WORK = ['rehearsing', 'queued', 'committing', 'undoing'] as const;

/**
 * People rehearse, commit and undo. The job that does it takes the import on from there, and ends in the same commit as
 * its last step. A worker that takes over from one that died begins a commit again.
 */
export const IMPORT_STEPS = defineSteps<ImportState, ImportFacts>({
  kind: 'import',
  table: 'imports',
  name: 'The import',
  codes: { notFound: 'IMPORT_NOT_FOUND', wrongState: 'IMPORT_WRONG_STATE' },
  noteField: 'note',
  states: IMPORT_STATES,
  starts: 'uploaded',
  ways: [
    { step: 'rehearse', from: 'uploaded', to: 'rehearsing' },
    { step: 'commit', from: ['uploaded', 'rehearsed', 'cancelled', 'failed'], to: 'queued' },
    { step: 'undo', from: ['committed', 'cancelled', 'failed'], to: 'undoing' },
    { step: 'finish_rehearsal', from: 'rehearsing', to: 'rehearsed', onlyBy: 'system' },
    { step: 'begin', from: ['queued', 'committing'], to: 'committing', onlyBy: 'system' },
    { step: 'finish', from: 'committing', to: 'committed', onlyBy: 'system' },
    { step: 'finish_undo', from: 'undoing', to: 'undone', onlyBy: 'system' },
    { step: 'cancel', from: AT_WORK, to: 'cancelled', onlyBy: 'system' },
    { step: 'fail', from: AT_WORK, to: 'failed', onlyBy: 'system' },
  ],
  reach: wholeDistrict,
  columns: {
    jobId: 't.job_id',
    fileId: 't.file_id',
    createdAt: 't.created_at',
    committedAt: 't.committed_at',
  },
});
