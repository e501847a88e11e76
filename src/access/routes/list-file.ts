import { SetMetadata } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { IfGiven } from '../../common/http/request-fields.js';
import { PageQuery } from '../../common/paging.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';

/** The parameters of a list that can be had as a file. */
export class ListQuery extends PageQuery {
  /** Sends the whole list as a file, from `cursor` on. `limit` has no effect. */
  @IfGiven()
  @IsIn(EXPORT_FORMATS)
  format?: ExportFormat;
}

export const LIST_FILE = 'rollcall:list-file';

/** A list as a file: its title, which names it too, and what becomes a column. */
export interface ListFileOptions {
  title: string;
  columns: (TableColumn & { field: string })[];
}

/** Fields of a row, in the order of the columns: header and what the cells hold. */
export type ListColumns<T> = Partial<Record<keyof T, readonly [header: string, type: TableColumn['type']]>>;

/** With `?format=` the list comes whole, as CSV, XLSX or PDF. Its query is a `ListQuery`. */
export function ListFile<T>(title: string, fields: ListColumns<T>): MethodDecorator {
  const columns = Object.entries<ListColumns<T>[keyof T]>(fields).flatMap(([field, column]) =>
    column ? [{ field, header: column[0], type: column[1] }] : [],
  );
  return SetMetadata(LIST_FILE, { title, columns } satisfies ListFileOptions);
}
