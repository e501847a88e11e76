import { makeToken } from '../../access/accounts/secrets.js';
import type { Settings } from '../../config/settings.js';
import type { Tx } from '../../database/tx.js';
import { VendorInvitationLink } from './vendor-invitation.entities.js';

/** @returns the secret of a new link, which is stored nowhere */
export async function makeLink(tx: Tx, districtId: string, invitationId: string): Promise<string> {
  const { token, tokenHash } = makeToken(districtId);
  await tx.insert(VendorInvitationLink, { districtId, tokenHash, invitationId, madeAt: tx.at });
  return token;
}

/** The page on which the person accepts: its whole address, or its path where this server does not know its address. */
export function pageOfLink({ PUBLIC_URL = '' }: Settings, secret: string): string {
  return `${PUBLIC_URL}/invitation/${secret}`;
}
