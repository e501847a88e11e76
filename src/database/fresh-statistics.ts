import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** Tables that a large import fills. */
export const ANALYZED_TABLES = ['devices', 'device_codes', 'device_events', 'people'] as const;

const logger = new Logger('Statistics');

/** With this many new rows, PostgreSQL needs new statistics to plan its queries well. */
const MANY_ROWS = 10_000;

/**
 * Updates PostgreSQL's statistics right after a large load. Otherwise PostgreSQL updates them a minute or two later.
 * Until then, it may choose slow plans that compare every row with every other row. This takes about a second for any
 * size. Before PostgreSQL 17, the application has no right to do this, and the statement has no effect. If it fails, the
 * load is complete all the same, so the error is only logged. Tables that PostgreSQL itself is working on are skipped.
 */
export async function refreshStatistics(source: DataSource, rows: number): Promise<void> {
  if (rows < MANY_ROWS) return;
  try {
    await source.query(`ANALYZE (SKIP_LOCKED) ${ANALYZED_TABLES.join(', ')}`);
  } catch (error) {
    logger.warn({ err: error }, 'statistics not refreshed');
  }
}
