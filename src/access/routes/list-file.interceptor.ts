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
import { LIST_FILE, type ListFileOptions, type ListQuery } from './list-file.js';
import type { ScopedRequest } from './needs.decorator.js';

type Row = Record<string, unknown>;

/** Most rows that a page of a list may have. */
const PAGE = '200';

/**
 * Makes a file of any list that says how, by asking its own route for page after page: what the route lets through,
 * and what it logs, is the same for one page and for all.
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
    // The first one before the answer begins: it checks what was asked, and may refuse.
    const first = await page();
    const table = await this.letterheads.forList(scope, title, columns);
    return tableFile(title.toLowerCase().replaceAll(' ', '-'), format, table, cells(columns, first, page));
  }
}

async function* cells(
  columns: ListFileOptions['columns'],
  first: Page<Row>,
  page: (cursor: string) => Promise<Page<Row>>,
): AsyncGenerator<unknown[][]> {
  for (let rows = first; ; rows = await page(rows.nextCursor)) {
    yield rows.items.map((row) => columns.map(({ field, type }) => cell(type, row[field])));
    if (rows.nextCursor === null) return;
  }
}

/** Lists of words stand side by side, anything deeper as JSON. */
function cell(type: string, value: unknown): unknown {
  if (type !== 'text' || typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return JSON.stringify(value);
}
