import type { FastifyRequest } from 'fastify';
import { receiveUpload } from '../../common/http/multipart.js';
import { InvalidInput } from '../../common/refusal.js';
import { inspectTable } from '../../imports/reading/inspect-table.js';
import type { TableGuess } from '../../imports/reading/table.js';
import { spoolUpload } from '../../imports/upload/uploads.js';
import {
  type Delimiter,
  DELIMITERS,
  type LayoutColumn,
  type LayoutDefinition,
  MOST_COLUMNS,
  USUAL,
  USUAL_COLUMN,
} from './layout.js';
import { LAYOUT_FIELD_NAMES, LAYOUT_FIELDS, type LayoutField } from './layout-fields.js';

/** A layout with the columns of an empty template. It is not saved. */
export interface TemplateLayout {
  definition: LayoutDefinition;
  /** Columns for which Rollcall knows no field. They are empty constants until you choose a field or enter a text. */
  unmatched: string[];
}

/**
 * Reads the template of a multipart upload.
 * @throws InvalidInput for what is no table, or has too many columns
 */
export async function layoutOfTemplate(request: FastifyRequest): Promise<TemplateLayout> {
  const { file } = await receiveUpload(
    request,
    (bytes, name) => spoolUpload(name, bytes),
    (spooled) => spooled.discard(),
  );
  try {
    const guess = await inspectTable(file);
    // An empty template has nothing but its headers, which look like data to nobody but a machine.
    return templateLayout(guess.reading.headerRow > 0 ? guess : await inspectTable(file, { headerRow: 1 }));
  } finally {
    await file.discard();
  }
}

export function templateLayout({
  headers,
  reading,
}: Pick<TableGuess, 'headers' | 'reading'>): TemplateLayout {
  const named = headers.filter((header) => header !== '');
  if (named.length === 0 || named.length > MOST_COLUMNS) {
    const detail = `The template has ${named.length} columns with a name. A layout has from 1 to ${MOST_COLUMNS}.`;
    throw new InvalidInput(detail, [{ field: 'file', code: 'TEMPLATE_COLUMNS', detail }], 'TEMPLATE_COLUMNS');
  }
  const taken = new Set<LayoutField>();
  const columns = named.map((header): LayoutColumn => {
    const field = fieldOf(header, taken);
    if (!field) return { ...USUAL_COLUMN, header, constant: '' };
    taken.add(field);
    return { ...USUAL_COLUMN, header, field };
  });
  const rowsPer = columns.some(({ field }) => field !== null && LAYOUT_FIELDS[field].source === 'part')
    ? 'part'
    : 'claim';
  const isWorkbook = reading.format === 'xlsx';
  return {
    definition: {
      ...USUAL,
      format: isWorkbook ? 'xlsx' : 'csv',
      rowsPer,
      delimiter: delimiterOf(reading.delimiter),
      columns,
    },
    unmatched: columns.filter(({ field }) => field === null).map(({ header }) => header),
  };
}

/** By the label, the name or a synonym of the field, however the vendor spaces and capitalizes it. */
function fieldOf(header: string, taken: ReadonlySet<LayoutField>): LayoutField | undefined {
  const wanted = plain(header);
  return LAYOUT_FIELD_NAMES.find((name) => {
    const { label, synonyms = [] } = LAYOUT_FIELDS[name];
    return !taken.has(name) && [name, label, ...synonyms].some((one) => plain(one) === wanted);
  });
}

/** "Serial #*" and "serial_number (required)" are what they look like. */
function plain(header: string): string {
  return header
    .toLowerCase()
    .replace(/\((?:required|optional|mandatory)\)/, '')
    .replaceAll('#', ' number ')
    .replaceAll(/[^a-z0-9]/g, '');
}

function delimiterOf(delimiter: string | undefined): Delimiter {
  return DELIMITERS.find((one) => one === delimiter) ?? ',';
}
