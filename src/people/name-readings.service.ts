import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { NeedMissing } from '../access/access.errors.js';
import { may, type Scope } from '../access/scope.js';
import { Transactions } from '../database/transactions.js';
import type { Statements } from '../database/tx.js';
import type { WhatWasRead } from './entities/name-reading.entity.js';
import type { PersonRole } from './entities/person.entity.js';

/** Whoever an answer names. */
export interface NamedPerson {
  id: string;
  role: PersonRole;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
}

/** Keeps who read which pupils' names (DESIGN section 3, rule 6). */
@Injectable()
export class NameReadingsService {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Logs the pupils among some people before their names are shown; staff and guardians are not logged, nor
   * are pupils whose names are gone. Without a log there is no answer: a failure is passed on.
   * @param by the use case that shows the names, such as `people.list`
   */
  async record(scope: Scope, by: string, people: readonly NamedPerson[]): Promise<void> {
    if (people.some(isNamedPupil)) await this.transactions.run((tx) => this.recordOn(tx, scope, by, people));
  }

  /** As `record`, on a connection of the caller's; the caller sees to it that it is committed before the names are shown. */
  async recordOn(
    connection: Statements,
    scope: Scope,
    by: string,
    people: readonly NamedPerson[],
  ): Promise<void> {
    const pupils = people.filter(isNamedPupil);
    if (pupils.length === 0) return;
    await keep(connection, scope, { by, people: pupils.map(({ id }) => id) });
  }

  /**
   * Logs that rows of an import were shown, before they are. Whether they name pupils is not asked: nobody reads each
   * cell of a file to find out.
   * @param people ids of the people among the rows, where they have any
   * @throws NeedMissing for those who may not read people
   */
  async recordImport(scope: Scope, by: string, importId: string, people: readonly string[]): Promise<void> {
    if (!may(scope, 'people:read')) throw new NeedMissing('people:read');
    await this.transactions.run((tx) => keep(tx, scope, { by, people: [...people], importId }));
  }
}

async function keep(
  connection: Statements,
  { districtId, accountId }: Scope,
  what: WhatWasRead,
): Promise<void> {
  await connection.query(
    `INSERT INTO name_readings (district_id, id, account_id, what) VALUES ($1, $2, $3, $4::jsonb)`,
    [districtId, newId(), accountId, JSON.stringify(what)],
  );
}

function isNamedPupil({ role, givenName, familyName, email }: NamedPerson): boolean {
  return role === 'student' && Boolean(givenName ?? familyName ?? email);
}
