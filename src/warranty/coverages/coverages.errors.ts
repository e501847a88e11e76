import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';

explainConstraint('coverages_once', () => new CoverageTwice());
explainConstraint('coverages_dates_ordered', () => new CoverageDatesDisordered());

/** Not there, of another district, or of a device out of reach: all look the same. */
export class CoverageNotFound extends NotFound {
  constructor() {
    super('The coverage', 'COVERAGE_NOT_FOUND');
  }
}

export class CoverageTwice extends Conflict {
  constructor() {
    super(
      'The device already has this coverage: the same vendor, type, contract number and first day. Change that coverage instead.',
      'COVERAGE_TWICE',
    );
  }
}

export class CoverageDatesDisordered extends InvalidInput {
  constructor() {
    const detail = 'Choose the first day or a later day.';
    super(
      'The last day of the coverage is before its first day. Correct one of the two dates.',
      [{ field: 'endsOn', code: 'BEFORE_START', detail }],
      'COVERAGE_DATES_DISORDERED',
    );
  }
}

export class CoverageWithdrawn extends Conflict {
  constructor() {
    super(
      'This coverage was withdrawn, so it cannot be changed. Enter it again if the device has it after all.',
      'COVERAGE_WITHDRAWN',
    );
  }
}
