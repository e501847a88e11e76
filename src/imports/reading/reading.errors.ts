import { InvalidInput, Refusal } from '../../common/refusal.js';
import { MAX_COLUMNS, MAX_UPLOAD_BYTES } from './limits.js';

/** The upload is larger than a file may be. */
export class UploadTooLarge extends Refusal {
  readonly kind = 'too_large';
  readonly code = 'UPLOAD_TOO_LARGE';
  constructor(readonly sizeBytes: number) {
    const limit = MAX_UPLOAD_BYTES / 1024 / 1024;
    super(
      `The file has ${Math.ceil(sizeBytes / 1024 / 1024)} MB, and the limit is ${limit} MB. Split it into two files.`,
    );
  }
}

/** The bytes are not a table, whatever the file is called. */
export class NotATable extends InvalidInput {
  constructor(
    readonly what: string,
    advice: string,
  ) {
    super(`This is ${what}, not a table. ${advice}`, [], 'NOT_A_TABLE');
  }
}

/** There is not one cell with text in it. */
export class EmptyTable extends InvalidInput {
  constructor() {
    super('The file is empty. Choose another file.', [], 'EMPTY_TABLE');
  }
}

export class TooManyColumns extends InvalidInput {
  constructor() {
    super(
      `The file has more than ${MAX_COLUMNS} columns. Delete the columns that you do not need, or check the delimiter.`,
      [],
      'TOO_MANY_COLUMNS',
    );
  }
}

/** The row that was named as the header is empty, or past the end. */
export class HeaderRowNotFound extends InvalidInput {
  constructor(headerRow: number) {
    super(`Row ${headerRow} has no column names. Choose another header row.`, [], 'HEADER_ROW_NOT_FOUND');
  }
}

export class UnknownEncoding extends InvalidInput {
  constructor(encoding: string) {
    super(
      `Rollcall does not know the encoding "${encoding}". Choose another one, such as UTF-8.`,
      [],
      'UNKNOWN_ENCODING',
    );
  }
}

export class SheetNotFound extends InvalidInput {
  constructor(sheet: string | undefined, present: string[]) {
    super(
      sheet === undefined
        ? 'The workbook has no visible sheet with cells. Unhide the sheet, or choose another file.'
        : `The workbook has no sheet "${sheet}". Choose one of its sheets: ${present.join(', ')}.`,
      [],
      'SHEET_NOT_FOUND',
    );
  }
}

/** The workbook breaks its own format: cut off, damaged, or made by a faulty program. */
export class BrokenWorkbook extends InvalidInput {
  constructor(detail: string) {
    super(
      `Rollcall cannot read this workbook: ${detail}. Open it in a spreadsheet program, save it, and upload it again.`,
      [],
      'BROKEN_WORKBOOK',
    );
  }
}

/** The workbook would unpack to more than a server should hold: too much data, or an attack. */
export class WorkbookTooLarge extends InvalidInput {
  constructor(detail: string) {
    super(
      `Rollcall does not accept this workbook: ${detail}. Save the sheet as CSV, and upload the CSV file.`,
      [],
      'WORKBOOK_TOO_LARGE',
    );
  }
}
