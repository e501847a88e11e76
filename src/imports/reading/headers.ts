import { storable } from './cells/storable-text.js';
import type { TableWarning } from './table.js';

export interface NamedColumns {
  headers: string[];
  warnings: TableWarning[];
}

/**
 * Gives every column a name of its own, as the person will see it in the mapping. Names keep their places: a column
 * without header and values has the empty name, and is left out.
 *
 * @param header the header's cells, or undefined if the table has none
 * @param rows the first rows below it, cells cleaned
 */
export function nameColumns(header: string[] | undefined, width: number, rows: string[][]): NamedColumns {
  const warnings: TableWarning[] = [];
  const headers: string[] = [];
  const taken = new Set<string>();
  for (let column = 0; column < width; column += 1) {
    const written = oneLine(header?.[column] ?? '');
    const wanted = written === '' ? numberedName(column, header, rows, warnings) : written;
    const name = wanted === '' ? '' : unique(wanted, taken);
    if (written !== '' && name !== written) {
      const detail = `Several columns are called "${written}". Rollcall calls this one "${name}".`;
      warnings.push({ code: 'DUPLICATE_HEADER', detail, column: name });
    }
    headers.push(name);
  }
  return { headers, warnings };
}

/** Headers are often broken over lines to save width. */
function oneLine(header: string): string {
  return storable(header.replaceAll(/\s+/g, ' ').trim());
}

function numberedName(
  column: number,
  header: string[] | undefined,
  rows: string[][],
  warnings: TableWarning[],
): string {
  const name = `Column ${column + 1}`;
  if (header === undefined) return name;
  if (rows.some((cells) => (cells[column] ?? '') !== '')) {
    warnings.push({
      code: 'EMPTY_HEADER',
      detail: `${name} has values, but no name in the header row.`,
      column: name,
    });
    return name;
  }
  const detail = `Rollcall leaves out ${name}, because it has no name and no values in the first ${rows.length} rows.`;
  warnings.push({ code: 'EMPTY_COLUMN', detail });
  return '';
}

/** Compared without case: a mapping to "serial" must not have two columns to choose from. */
function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}
