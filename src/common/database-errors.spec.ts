import pg from 'pg';
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { explainConstraint, refusalOfConstraint } from './constraint-refusals.js';
import { constraintOf, isDatabaseAway, sqlStateOf } from './database-errors.js';
import { Conflict } from './refusal.js';

type Said = Partial<Pick<pg.DatabaseError, 'code' | 'constraint' | 'detail'>>;

/** What the driver makes of an error message of the server. */
function said(message: string, fields: Said): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), fields);
}

const wrapped = (error: Error): Error => new QueryFailedError('INSERT …', [], error);

/** As PostgreSQL 18 says it. */
const PLAIN = said('duplicate key value violates unique constraint "carts_room"', {
  code: '23505',
  constraint: 'carts_room',
  detail: 'Key (district_id, name)=(0199e6a0-0000-7000-8000-000000000000, Cart 7) already exists.',
});

/** As Citus 13 hands on what another node said: no field with the name, and the number of the shard added to it. */
const SHARD = said('duplicate key value violates unique constraint "carts_room_102032"', {
  code: '23505',
  detail: 'Key (district_id, name)=(0199e6a0-0000-7000-8000-000000000000, Cart 7) already exists.',
});

/** The same out of COPY: an internal error with the node's message. */
const COPY = said('duplicate key value violates unique constraint "carts_room_102032"', {
  code: 'XX000',
  detail: 'Key (district_id, name)=(0199e6a0-0000-7000-8000-000000000000, Cart 7) already exists.',
});

describe('the name of a constraint that a statement violated', () => {
  it.each([
    ['PostgreSQL', PLAIN],
    ['a shard, with the field', said('…', { code: '23505', constraint: 'carts_room_102032' })],
    ['a shard, in the message alone', SHARD],
    ['a COPY into a shard', COPY],
  ])('is read where it comes from %s', (_, error) => {
    expect(constraintOf(error)).toBe('carts_room');
    expect(constraintOf(wrapped(error))).toBe('carts_room');
  });

  it.each([
    [
      'insert or update on table "carts_102032" violates foreign key constraint "carts_site_102032"',
      'carts_site',
    ],
    [
      'conflicting key value violates exclusion constraint "time_entries_one_at_a_time_102101"',
      'time_entries_one_at_a_time',
    ],
    ['new row for relation "sites_102040" violates check constraint "sites_code_form"', 'sites_code_form'],
    ['null value in column "name" of relation "sites_102040" violates not-null constraint', ''],
    ['relation "carts" does not exist', ''],
  ])('is found in %s', (message, name) => {
    expect(constraintOf(said(message, { code: '23503' }))).toBe(name);
  });

  it('keeps a short number at its end', () => {
    expect(constraintOf(said('…', { code: '23514', constraint: 'sites_rule_2' }))).toBe('sites_rule_2');
  });

  it('gives the same refusal wherever the table is', () => {
    explainConstraint('carts_room', (value) => new Conflict(`${value} is taken.`, 'TAKEN'));
    const refusals = [PLAIN, SHARD, COPY].map((error) => refusalOfConstraint(wrapped(error)));
    expect(refusals.map((refusal) => [refusal?.code, refusal?.message])).toEqual(
      Array.from({ length: 3 }, () => ['TAKEN', 'Cart 7 is taken.']),
    );
  });
});

describe('the state of a failed statement', () => {
  it.each([
    ['duplicate key value violates unique constraint "x_102032"', '23505'],
    ['insert or update on table "x_102032" violates foreign key constraint "y_102032"', '23503'],
    ['conflicting key value violates exclusion constraint "x_102032"', '23P01'],
    ['new row for relation "x_102032" violates check constraint "y"', '23514'],
    ['null value in column "x" of relation "y_102032" violates not-null constraint', '23502'],
    ['deadlock detected', '40P01'],
    ['could not serialize access due to concurrent update', '40001'],
    ['canceling statement due to lock timeout', '55P03'],
    ['canceling statement due to statement timeout', '57014'],
    ['could not open file "base/16384/2619"', 'XX000'],
  ])('is that of the message where a COPY on another node said %s', (message, state) => {
    expect(sqlStateOf(said(message, { code: 'XX000' }))).toBe(state);
    expect(sqlStateOf(wrapped(said(message, { code: 'XX000' })))).toBe(state);
  });

  it('is the server’s own where it gave one, and that of a lost connection', () => {
    expect(sqlStateOf(said('deadlock detected', { code: '57P01' }))).toBe('57P01');
    expect(sqlStateOf(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe(
      'ECONNREFUSED',
    );
    expect(sqlStateOf(new Error('deadlock detected'))).toBeUndefined();
    expect(sqlStateOf('deadlock detected')).toBeUndefined();
  });
});

describe('a database that went away', () => {
  it.each([
    new QueryRunnerAlreadyReleasedError(),
    new QueryRunnerProviderAlreadyReleasedError(),
    said('terminating connection due to administrator command', { code: '57P01' }),
    wrapped(new Error('Connection terminated unexpectedly')),
  ])('shows itself in: %s', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it('is not taken for what is wrong with a statement', () => {
    expect(isDatabaseAway(wrapped(PLAIN))).toBe(false);
  });
});
