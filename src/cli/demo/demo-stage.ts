import { PrincipalsService } from '../../access/principals.service.js';
import type { Scope } from '../../access/scope.js';
import type { Session } from '../session.js';
import type { DemoYear } from './demo-year.js';

/** What every part of the demo works with. */
export interface DemoStage {
  session: Session;
  /** The system itself, in the demo's district. */
  scope: Scope;
  /** The day on which the demo was begun, in the district's time zone. */
  today: string;
  /** The school year of that day. */
  year: DemoYear;
  /** Stops the load after the transaction that runs. */
  signal?: AbortSignal;
}

/**
 * What an account may do, so that the demo's people do their own work and histories name them.
 * @throws Error where the account may not sign in
 */
export async function scopeOf({ session, scope }: DemoStage, accountId: string): Promise<Scope> {
  const found = await session.app.get(PrincipalsService).byAccount(scope.districtId, accountId);
  if (!found) throw new Error(`The demo's account ${accountId} may not sign in.`);
  return found;
}
