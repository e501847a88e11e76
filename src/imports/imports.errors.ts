import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';

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
    super(`A file of ${rows} rows cannot go in all or nothing; ${most} are the most.`, [], 'TOO_MANY_FOR_ONE');
  }
}
