import { lazy, Suspense } from 'react';
import { Loading } from '../common/states.js';
import { useSession } from '../session/session-context.js';
import { SchoolHome } from '../support/school-home.js';
import { StaffHome } from './staff-home.js';

/** Nobody at the district needs it. */
const DeskClaims = lazy(async () => ({ default: (await import('../desk/desk-claims.js')).DeskClaims }));

/** The first page after the sign-in, by what the role has to do. */
export function HomePage() {
  const { role } = useSession();
  if (role === 'site_staff') return <SchoolHome />;
  if (role !== 'vendor') return <StaffHome />;
  return (
    <Suspense fallback={<Loading />}>
      <DeskClaims />
    </Suspense>
  );
}
