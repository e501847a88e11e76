import {
  IconBarcode,
  IconBuilding,
  IconChartBar,
  IconChecklist,
  IconDeviceLaptop,
  IconDoor,
  IconFileImport,
  IconGavel,
  IconHome,
  IconInbox,
  IconLifebuoy,
  IconMessageReport,
  IconRecycle,
  IconShieldCheck,
  IconTag,
  IconTool,
  IconTruck,
  IconUserCheck,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { importKindsOf } from '../imports/import-kinds.js';
import { t } from '../text/text.js';
import { may, type Session } from '../session/session.js';

export interface Destination {
  to:
    | '/'
    | '/scan'
    | '/inbox'
    | '/sweeps'
    | '/loans'
    | '/devices'
    | '/coverages'
    | '/claims'
    | '/assessments'
    | '/sanitizations'
    | '/lots'
    | '/board-items'
    | '/warranty'
    | '/labels'
    | '/places'
    | '/problems'
    | '/support'
    | '/sites'
    | '/catalogue'
    | '/imports'
    | '/accounts'
    | '/vendors'
    | '/desk/batches'
    | '/desk/replies'
    | '/desk/scorecard';
  label: string;
  icon: TablerIcon;
}

export interface DestinationGroup {
  label: string;
  destinations: Destination[];
}

/** How many places the bar at the bottom of a phone has, "More" included. */
const PHONE_PLACES = 5;

/** Scans are made by those who work in the field; ITS looks at what came of them. */
const seesFieldWork = (session: Session): boolean =>
  may(session, 'devices:edit') || may(session, 'settings:edit');

/** People at a vendor, who see nothing else of the district. */
const answersClaims = (session: Session): boolean => may(session, 'claims:answer');

/** Whether an account may open a page. It depends on the permissions of the account. Every account may open Home. */
export const MAY_OPEN: Readonly<Record<Destination['to'], (session: Session) => boolean>> = {
  '/': () => true,
  '/scan': (session) => may(session, 'devices:edit'),
  '/inbox': seesFieldWork,
  '/sweeps': seesFieldWork,
  '/loans': (session) => may(session, 'people:read'),
  '/devices': (session) => may(session, 'devices:read'),
  // Whoever only reads sees the coverage of a device on its page.
  '/coverages': (session) => may(session, 'warranty:edit'),
  '/assessments': (session) => may(session, 'salvage:edit'),
  '/sanitizations': (session) => may(session, 'salvage:edit'),
  '/lots': (session) => may(session, 'salvage:edit'),
  '/board-items': (session) => may(session, 'salvage:approve'),
  '/claims': (session) => may(session, 'warranty:edit'),
  '/warranty': (session) => may(session, 'warranty:edit'),
  '/places': (session) => may(session, 'sites:read'),
  '/labels': (session) => may(session, 'devices:edit'),
  '/problems': (session) => may(session, 'devices:read'),
  '/support': (session) => may(session, 'support:request'),
  '/sites': (session) => may(session, 'sites:edit'),
  '/catalogue': (session) => may(session, 'settings:edit'),
  '/imports': (session) => importKindsOf(session).length > 0,
  '/accounts': (session) => may(session, 'accounts:edit'),
  // Whoever works on claims calls vendors, and invites people who work there.
  '/vendors': (session) => may(session, 'warranty:edit'),
  '/desk/batches': answersClaims,
  '/desk/replies': answersClaims,
  '/desk/scorecard': answersClaims,
};

/** Whether an account decides what vendors get and see: rules, batches, layouts, delivery, and the vendors themselves. */
export const decidesOnVendors = (session: Session): boolean => may(session, 'settings:edit');

/** What the first page is for this person. */
function homeName({ role }: Session): string {
  if (role === 'vendor') return t('shell.claims');
  return role === 'site_staff' ? t('shell.mySchool') : t('shell.home');
}

/** Where this person can go, in groups: never a page that would refuse them. */
export function destinationsOf(session: Session): DestinationGroup[] {
  const groups: DestinationGroup[] = [
    {
      label: t('shell.groupWork'),
      destinations: [
        { to: '/', label: homeName(session), icon: IconHome },
        { to: '/scan', label: t('shell.scan'), icon: IconBarcode },
        { to: '/sweeps', label: t('shell.sweeps'), icon: IconChecklist },
        { to: '/loans', label: t('shell.loans'), icon: IconUserCheck },
        { to: '/desk/batches', label: t('shell.deskBatches'), icon: IconInbox },
        { to: '/desk/replies', label: t('shell.deskReplies'), icon: IconFileImport },
        { to: '/desk/scorecard', label: t('shell.deskScorecard'), icon: IconChartBar },
        { to: '/inbox', label: t('shell.inbox'), icon: IconInbox },
      ],
    },
    {
      label: t('shell.groupRegister'),
      destinations: [
        { to: '/devices', label: t('shell.devices'), icon: IconDeviceLaptop },
        { to: '/coverages', label: t('shell.coverages'), icon: IconShieldCheck },
        { to: '/places', label: t('shell.rooms'), icon: IconDoor },
        { to: '/labels', label: t('shell.labels'), icon: IconTag },
        { to: '/assessments', label: t('shell.assessments'), icon: IconChecklist },
        { to: '/sanitizations', label: t('shell.wiped'), icon: IconShieldCheck },
        { to: '/lots', label: t('shell.lots'), icon: IconRecycle },
        { to: '/board-items', label: t('shell.boardItems'), icon: IconGavel },
      ],
    },
    {
      label: t('shell.groupSupport'),
      destinations: [
        { to: '/problems', label: t('shell.problems'), icon: IconMessageReport },
        { to: '/claims', label: t('shell.claims'), icon: IconTool },
        { to: '/warranty', label: t('shell.warranty'), icon: IconChartBar },
        { to: '/vendors', label: t('shell.vendors'), icon: IconTruck },
        { to: '/support', label: t('shell.support'), icon: IconLifebuoy },
      ],
    },
    {
      label: t('shell.groupAdministration'),
      destinations: [
        { to: '/sites', label: t('shell.sites'), icon: IconBuilding },
        { to: '/catalogue', label: t('shell.catalogue'), icon: IconTag },
        { to: '/imports', label: t('shell.imports'), icon: IconFileImport },
        { to: '/accounts', label: t('shell.accounts'), icon: IconUsers },
      ],
    },
  ];
  return groups
    .map((group) => ({
      ...group,
      destinations: group.destinations.filter(({ to }) => MAY_OPEN[to](session)),
    }))
    .filter(({ destinations }) => destinations.length > 0);
}

/** What is at the bottom of a phone: the pages that this role uses most; the others are behind "More". */
export function onPhone(session: Session): { shown: Destination[]; more: Destination[] } {
  const all = destinationsOf(session).flatMap(({ destinations }) => destinations);
  if (all.length <= PHONE_PLACES) return { shown: all, more: [] };
  const first: Destination['to'][] =
    session.role === 'site_staff'
      ? ['/', '/problems', '/support', '/devices']
      : ['/', '/scan', '/devices', '/sweeps'];
  const shown = first.flatMap((to) => all.filter((destination) => destination.to === to));
  const filled = [...shown, ...all.filter((one) => !shown.includes(one))].slice(0, PHONE_PLACES - 1);
  return { shown: filled, more: all.filter((one) => !filled.includes(one)) };
}
