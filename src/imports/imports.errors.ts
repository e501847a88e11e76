import { Conflict, InvalidInput, NotFound, Refusal } from '../common/refusal.js';

/**
 * Days for which uploads, staged rows and outcomes are kept. Longer than a summer, so that a file loaded in June can
 * still be mended and taken back in August. No longer: uploads hold names of pupils in plain text. The sums of an
 * import stay for good, and what it did to devices is their history.
 */
export const KEPT_DAYS = 90;

export class ImportNotFound extends NotFound {
  constructor() {
    super('The import', 'IMPORT_NOT_FOUND');
  }
}

export class WrongState extends Conflict {
  constructor(state: string, wanted: string) {
    super(`The import is ${state}; only one that is ${wanted} can do this.`, 'IMPORT_WRONG_STATE');
  }
}

/** The file itself is gone, and with it what only it knows. */
export class UploadForgotten extends Refusal {
  readonly kind = 'not_found';
  readonly code = 'UPLOAD_FORGOTTEN';
  constructor() {
    super(
      `The file is not kept any more: files go after ${KEPT_DAYS} days, and when a person in them is forgotten. Upload it again.`,
    );
  }
}

/** Row by row it is not known any more what this import did. */
export class TooLateToUndo extends Conflict {
  constructor() {
    super(`An import can be undone for ${KEPT_DAYS} days.`, 'TOO_LATE_TO_UNDO');
  }
}

export class BadMapping extends InvalidInput {
  constructor(problems: string[]) {
    super(
      `The mapping cannot be used: ${problems.join('; ')}.`,
      problems.map((detail) => ({ field: 'mapping', code: 'BAD_MAPPING', detail })),
      'BAD_MAPPING',
    );
  }
}

export class RowsRefused extends Conflict {
  constructor(refused: number) {
    super(
      `${refused} row(s) are refused and the file was to go in whole or not at all; nothing went in.`,
      'ALL_OR_NOTHING',
    );
  }
}

export class TooManyForOne extends InvalidInput {
  constructor(rows: number, most: number) {
    super(
      `A file of ${rows} rows cannot go in all or nothing; ${most} are the most.`,
      [],
      'TOO_MANY_FOR_ONE',
    );
  }
}
