import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Page } from '../../common/paging.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import { Letterheads } from '../letterheads.service.js';
import { WholeList } from '../lists/whole-list.js';
import { LIST_FILE, type ListFileOptions, type ListQuery } from './list-file.js';
import type { ScopedRequest } from './needs.decorator.js';

type Row = Record<string, unknown>;

/** Most rows that a page of a list may have. */
const PAGE = '200';

/**
 * Makes a file of any list that says how. A declared list hands out all of its rows. Any other list is asked for page
 * after page through its own route, so that what the route lets through is the same for one page and for all.
 */
@Injectable()
export class ListFileInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly letterheads: Letterheads,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Page<Row>>): Observable<unknown> {
    const list = this.reflector.get<ListFileOptions | undefined>(LIST_FILE, context.getHandler());
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const query = request.query as Pick<ListQuery, 'cursor' | 'format'> & { limit?: string };
    if (!list || query.format === undefined || !request.scope) return next.handle();
    // A limit that was sent holds for the first page, whose checks refuse one that is out of bounds.
    query.limit ??= PAGE;
    const page = (cursor?: string): Promise<Page<Row>> => {
      if (cursor !== undefined) {
        query.cursor = cursor;
        query.limit = PAGE;
      }
      return lastValueFrom(next.handle());
    };
    return from(this.file(list, query.format, request.scope, page));
  }

  private async file(
    { title, columns }: ListFileOptions,
    format: ExportFormat,
    scope: NonNullable<ScopedRequest['scope']>,
    page: (cursor?: string) => Promise<Page<Row>>,
  ): Promise<StreamableFile> {
    const table = await this.letterheads.forList(scope, title, columns);
    // The first rows before the answer begins: the route checks what was asked, and may refuse.
    const first = await page();
    const batches = first instanceof WholeList ? first.batches : itemsOf(first, page);
    return tableFile(title.toLowerCase().replaceAll(' ', '-'), format, table, cells(columns, batches));
  }
}

async function* itemsOf(
  first: Page<Row>,
  page: (cursor: string) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
  for (let rows = first; ; rows = await page(rows.nextCursor)) {
    yield rows.items;
    if (rows.nextCursor === null) return;
  }
}

async function* cells(
  columns: ListFileOptions['columns'],
  batches: AsyncIterable<Row[]>,
): AsyncGenerator<unknown[][]> {
  for await (const rows of batches)
    yield rows.map((row) => columns.map(({ field, type }) => cell(type, row[field])));
}

/** Lists of words stand side by side, anything deeper as JSON. */
function cell(type: string, value: unknown): unknown {
  if (type !== 'text' || typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return JSON.stringify(value);
}
