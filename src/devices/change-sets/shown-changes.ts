import { may, type Scope } from '../../access/scope.js';

/** Changes of a device as the caller may see them: who had it is told to those who may read people. */
export function shownChanges<T>(scope: Scope, changes: Record<string, T>): Record<string, T> {
  if (may(scope, 'people:read') || !('personId' in changes)) return changes;
  const { personId: _, ...others } = changes;
  return others;
}
