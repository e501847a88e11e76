import type { TableColumn } from './table-writer.js';

/** Where a cell of an export comes from, and what it holds. */
export interface TemplateCell extends Omit<TableColumn, 'header'> {
  sql: string;
}

/**
 * The columns of an export and their SQL: the fields of an import template that have a cell, in its order and under
 * its headers, so that what goes out can come in again.
 */
export function templateColumns(
  fields: readonly { name: string; header: string }[],
  cells: Readonly<Record<string, TemplateCell>>,
): { columns: TableColumn[]; select: string } {
  const kept = fields.flatMap(({ name, header }) => {
    const cell = cells[name];
    return cell ? [{ header, ...cell }] : [];
  });
  return {
    columns: kept.map(({ sql: _, ...column }) => column),
    select: kept.map(({ sql }) => sql).join(', '),
  };
}
