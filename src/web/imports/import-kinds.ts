import type { Permission } from '../session/session.js';
import { may, type Session } from '../session/session.js';

export type ImportKind =
  'sites' | 'devices' | 'people' | 'pupils' | 'coverages' | 'claims' | 'claim-replies' | 'settlements';

/** What a file can contain, and who can import it. A new district needs the kinds in this order. */
const KINDS: readonly { kind: ImportKind; needs: Permission }[] = [
  { kind: 'sites', needs: 'sites:edit' },
  { kind: 'devices', needs: 'devices:admin' },
  { kind: 'people', needs: 'people:edit' },
  { kind: 'pupils', needs: 'sites:edit' },
  { kind: 'coverages', needs: 'warranty:edit' },
  { kind: 'claims', needs: 'warranty:edit' },
  { kind: 'claim-replies', needs: 'warranty:edit' },
  { kind: 'settlements', needs: 'salvage:approve' },
];

/** The kinds of file that an account may import. */
export function importKindsOf(session: Session): ImportKind[] {
  if (!may(session, 'imports:run') || session.sites !== 'all') return [];
  return KINDS.filter(({ needs }) => may(session, needs)).map(({ kind }) => kind);
}
