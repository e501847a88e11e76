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
  constructor(detail: string) {
    super(detail, 'IMPORT_WRONG_STATE');
  }
}

/** The file itself is gone, and with it what only it knows. */
export class UploadForgotten extends Refusal {
  readonly kind = 'not_found';
  readonly code = 'UPLOAD_FORGOTTEN';
  constructor() {
    super(
      `Rollcall no longer has this file. It deletes files after ${KEPT_DAYS} days, and earlier when the name of a person in them is deleted. Upload the file again.`,
    );
  }
}

/** Row by row it is not known any more what this import did. */
export class TooLateToUndo extends Conflict {
  constructor() {
    super(
      `This import is more than ${KEPT_DAYS} days old, so it can no longer be undone.`,
      'TOO_LATE_TO_UNDO',
    );
  }
}

export class BadMapping extends InvalidInput {
  constructor(problems: string[]) {
    super(
      `The column mapping cannot be used. ${problems.join(' ')}`,
      problems.map((detail) => ({ field: 'mapping', code: 'BAD_MAPPING', detail })),
      'BAD_MAPPING',
    );
  }
}

export class RowsRefused extends Conflict {
  constructor(refused: number) {
    super(
      `Nothing was loaded, because ${refused} row(s) have problems and you asked for all rows or none. Correct these rows, or load the file without that option.`,
      'ALL_OR_NOTHING',
    );
  }
}

export class TooManyForOne extends InvalidInput {
  constructor(rows: number, most: number) {
    super(
      `All-or-nothing imports are limited to ${most} rows, and this file has ${rows}. Split the file, or load it without that option.`,
      [],
      'TOO_MANY_FOR_ONE',
    );
  }
}
