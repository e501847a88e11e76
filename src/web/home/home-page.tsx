import { useSession } from '../session/session-context.js';
import { SchoolHome } from '../support/school-home.js';
import { StaffHome } from './staff-home.js';
import { VendorHome } from './vendor-home.js';

/** The first page after the sign-in, by what the role has to do. */
export function HomePage() {
  const { role } = useSession();
  if (role === 'vendor') return <VendorHome />;
  if (role === 'site_staff') return <SchoolHome />;
  return <StaffHome />;
}
