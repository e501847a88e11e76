const MIB = 1024 * 1024;

export const MAX_UPLOAD_BYTES = 512 * MIB;

/** More than any register or directory exports (GAM's widest is about 90); beyond it a delimiter was guessed wrong. */
export const MAX_COLUMNS = 256;

/** What Excel holds in a cell; a longer one comes from a broken quotation, or cannot be mended in a spreadsheet. */
export const MAX_CELL_CHARS = 32_767;

/** A row without end must not fill the memory. Four MiB is a hundred cells at their limit. */
export const MAX_ROW_CHARS = 4 * MIB;

/** Excel's last column, XFD: cells after it are not even counted. */
export const MAX_SCANNED_CELLS = 16_384;

/** A batch is full at whichever comes first. */
export const BATCH_ROWS = 1_000;
export const BATCH_CHARS = MIB;

/** Rows that are looked at to guess the header and to warn. */
export const HEAD_ROWS = 1_000;
export const SAMPLE_ROWS = 20;

/** Text that is looked at to tell what a file is, and how it is delimited. */
export const SNIFFED_BYTES = 256 * 1024;

export const WORKBOOK_LIMITS = {
  entries: 10_000,
  inflatedBytes: 2 * 1024 * MIB,
  /** Deflate reaches 1,032:1 on nothing but repetition; sheets of real rows stay under 40:1. */
  ratio: 200,
  /** Small parts (an empty theme, a table of equal styles) may be squeezed harder without any danger. */
  ratioFromBytes: 4 * MIB,
  /** Workbook, relations and styles are held in memory whole. */
  metadataBytes: 32 * MIB,
  /** Shared strings are held in memory: these two keep them under 100 MB. */
  sharedStringBytes: 64 * MIB,
  sharedStrings: 4_000_000,
  /** Characters of XML without the end of anything: an endless comment, attribute or text. */
  silentChars: 4 * MIB,
  depth: 64,
} as const;
