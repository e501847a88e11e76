/** Who may do what: roles are data, and a route names one permission. */
export const PERMISSIONS = [
  'accounts:edit',
  'sites:read',
  'sites:edit',
  'places:edit',
  'counts:read',
  'devices:read',
  'devices:edit',
  'devices:admin',
  'people:read',
  'people:edit',
  'settings:edit',
  'imports:run',
  'jobs:read',
  'reports:edit',
  'outbox:edit',
  'allocation:edit',
  'support:request',
  'time:report',
  'time:approve',
  'warranty:edit',
  'salvage:edit',
  /** Rules, approvals and decisions about devices that leave. */
  'salvage:approve',
  /** Of people at vendors only: to see and answer the claims of their own vendor. */
  'claims:answer',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['admin', 'its', 'lead', 'liaison', 'technician', 'site_staff', 'vendor'] as const;

export type Role = (typeof ROLES)[number];

/** Languages of the pages. */
export const LANGUAGES = ['en', 'es'] as const;

export type Language = (typeof LANGUAGES)[number];

const READS: Permission[] = ['sites:read', 'counts:read', 'devices:read', 'jobs:read'];
/** Carts are moved, and rooms are named, by those who stand in them. */
const FIELD_WORK: Permission[] = [
  ...READS,
  'devices:edit',
  'places:edit',
  'people:read',
  'time:report',
  'warranty:edit',
  'salvage:edit',
];

const LEADING: Permission[] = [
  ...FIELD_WORK,
  'sites:edit',
  'reports:edit',
  'allocation:edit',
  'support:request',
  'time:approve',
];

/** DESIGN section 13. Lead and liaison have technician and ITS rights, within their region. */
export const ROLE_GRANTS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS.filter((permission) => permission !== 'claims:answer'),
  its: [
    ...READS,
    'people:read',
    'sites:edit',
    'places:edit',
    'settings:edit',
    'imports:run',
    'reports:edit',
    'outbox:edit',
    'allocation:edit',
    'support:request',
    'time:report',
    'time:approve',
    'warranty:edit',
    'salvage:edit',
    'salvage:approve',
  ],
  lead: LEADING,
  liaison: LEADING,
  technician: FIELD_WORK,
  // A principal asks for help, and pays for it.
  site_staff: [...READS, 'support:request'],
  vendor: ['claims:answer'],
};

/** Roles that see every site of their district. */
const DISTRICT_WIDE: readonly Role[] = ['admin', 'its'];

export function seesWholeDistrict(role: Role): boolean {
  return DISTRICT_WIDE.includes(role);
}

/** Who is asking, and what they may reach: passed to every use case, first. */
export interface Scope {
  readonly districtId: string;
  /** IANA name; every calendar date of the district is meant in it. */
  readonly timeZone: string;
  /** Null for the system itself: the command line, a job that nobody asked for. */
  readonly accountId: string | null;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of the sites in reach, or `all`. */
  readonly sites: 'all' | ReadonlySet<string>;
  /** The vendor where somebody with the role `vendor` works. Nobody else has one. */
  readonly vendorId?: string;
}

export function may(scope: Scope, permission: Permission): boolean {
  return scope.permissions.has(permission);
}

export function reaches(scope: Scope, siteId: string): boolean {
  return scope.sites === 'all' || scope.sites.has(siteId);
}

/** For SQL: null means every site, so `$n::uuid[] IS NULL OR site_id = ANY($n)` reads the scope. */
export function siteFilter(scope: Scope): string[] | null {
  return scope.sites === 'all' ? null : [...scope.sites];
}

/** The scope of the system itself in one district. */
export function systemScope(district: { id: string; timeZone: string }): Scope {
  return {
    districtId: district.id,
    timeZone: district.timeZone,
    accountId: null,
    role: 'admin',
    permissions: new Set(ROLE_GRANTS.admin),
    sites: 'all',
  };
}

/** A scope as a job keeps it: what its creator may do is decided when the job is made. */
export interface StoredScope {
  districtId: string;
  timeZone: string;
  accountId: string | null;
  role: Role;
  permissions: Permission[];
  sites: string[] | null;
  vendorId?: string;
}

export function storeScope(scope: Scope): StoredScope {
  return { ...scope, permissions: [...scope.permissions], sites: siteFilter(scope) };
}

export function restoreScope(stored: StoredScope): Scope {
  return {
    ...stored,
    permissions: new Set(stored.permissions),
    sites: stored.sites ? new Set(stored.sites) : 'all',
  };
}
