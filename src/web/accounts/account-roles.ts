import type { Session } from '../session/session.js';
import { t } from '../text/text.js';

export type Role = Session['role'];

/**
 * Roles with their descriptions, in the order in which a district usually needs them. People at vendors are invited on
 * the page of their vendor.
 */
export const ROLES: readonly { role: Role; about: () => string }[] = [
  { role: 'technician', about: () => t('accounts.aboutTechnician') },
  { role: 'site_staff', about: () => t('accounts.aboutSiteStaff') },
  { role: 'lead', about: () => t('accounts.aboutLead') },
  { role: 'liaison', about: () => t('accounts.aboutLiaison') },
  { role: 'its', about: () => t('accounts.aboutIts') },
  { role: 'admin', about: () => t('accounts.aboutAdmin') },
];

/** Whether a role sees only the sites that are chosen for it. */
export function needsSites(role: Role): boolean {
  return role !== 'admin' && role !== 'its' && role !== 'vendor';
}
