import { Injectable } from '@nestjs/common';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import { may, type Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import type { Statements } from '../database/tx.js';
import type { VendorContact, VendorRole } from './vendor.entity.js';
import type { VendorsQuery } from './vendors.dto.js';
import { VendorNotFound } from './vendors.errors.js';

/** An organization that the district deals with. */
export interface VendorView {
  id: string;
  /** What files and other systems call the vendor. It never changes. */
  key: string;
  name: string;
  roles: VendorRole[];
  /** IANA name. Hours and closed days are meant in it. */
  timeZone: string;
  /** By weekday (1 is Monday) and time. A weekday can have several openings. */
  hours: { weekday: number; opens: string; closes: string }[];
  /** Days on which the vendor is closed, earliest first. */
  closedOn: string[];
  /** Business hours in which the vendor promises to acknowledge a claim. Null if there is no promise. */
  acknowledgeWithinHours: number | null;
  /** Business hours in which the vendor promises to resolve a claim. Null if there is no promise. */
  resolveWithinHours: number | null;
  /** By level of escalation. Empty if you may not see the contacts of vendors. */
  contacts: VendorContact[];
  /** Null if you may not see the contacts of vendors. */
  notes: string | null;
  /** False for a vendor that the district no longer deals with. */
  isActive: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const VENDORS = list<VendorView, VendorsQuery>({
  name: 'vendors',
  select: `
    SELECT v.id, v.key, v.name, v.roles, v.time_zone AS "timeZone", v.hours, v.closed_on::text[] AS "closedOn",
           v.acknowledge_within_hours AS "acknowledgeWithinHours", v.resolve_within_hours AS "resolveWithinHours",
           v.contacts, v.notes, v.is_active AS "isActive", v.version, v.created_at AS "createdAt",
           v.updated_at AS "updatedAt"
      FROM vendors v
     WHERE v.district_id = $1`,
  reach: 'district',
  filters: {
    role: (role, param) => `${param(role)} = ANY (v.roles)`,
    active: (active, param) => `v.is_active = ${param(active)}`,
  },
  sorts: { name: ['lower(v.name)'] },
  id: 'v.id',
});

@Injectable()
export class VendorsQueries {
  constructor(private readonly lists: Lists) {}

  list(scope: Scope, query: VendorsQuery): Promise<Page<VendorView>> {
    return this.lists.answer(VENDORS, scope, query, (rows) => rows.map((row) => seenBy(scope, row)));
  }

  /** @throws VendorNotFound */
  async find(scope: Scope, id: string): Promise<VendorView> {
    return seenBy(scope, await this.whole(scope, id));
  }

  /** With its contacts, whoever asks. @throws VendorNotFound */
  async whole(scope: Scope, id: string, db?: Statements, lock?: string): Promise<VendorView> {
    const row = await this.lists.find(VENDORS, scope, id, db, lock);
    if (!row) throw new VendorNotFound();
    return row;
  }
}

/** Whether somebody deals with vendors, and so may see who works there. */
export function maySeeContacts(scope: Scope): boolean {
  return may(scope, 'settings:edit') || may(scope, 'warranty:edit');
}

/** People at a vendor, and what the district notes of it, are for those who deal with it. */
function seenBy(scope: Scope, vendor: VendorView): VendorView {
  return maySeeContacts(scope) ? vendor : { ...vendor, contacts: [], notes: null };
}
