import type { Shape } from '../api/problem.js';
import { day, time, weekdayName, word } from '../common/words.js';
import { t } from '../text/text.js';

type Vendor = Shape<'VendorView'>;

type VendorRole = Vendor['roles'][number];

export const VENDOR_ROLES: readonly VendorRole[] = [
  'manufacturer',
  'reseller',
  'insurer',
  'depot',
  'recycler',
  'lessor',
];

export const LEVELS = [1, 2, 3] as const;

/** One opening on a weekday: 1 is Monday. */
export interface Opening {
  weekday: number;
  opens: string;
  /** `00:00` for midnight at the end of the day, because a browser's time field has no 24:00. */
  closes: string;
}

export interface ContactDraft {
  level: number;
  name: string;
  email: string;
  phone: string;
}

/** What is typed into the form for a vendor; a blank text is nothing. */
export interface VendorDraft {
  /** Only for a new vendor. */
  key: string;
  name: string;
  roles: VendorRole[];
  timeZone: string;
  hours: Opening[];
  closedOn: string[];
  acknowledgeWithinHours: string;
  resolveWithinHours: string;
  contacts: ContactDraft[];
  notes: string;
  isActive: boolean;
}

const START_OF_DAY = '00:00';
const END_OF_DAY = '24:00';

export function newVendor(timeZone: string): VendorDraft {
  return {
    key: '',
    name: '',
    roles: [],
    timeZone,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' })),
    closedOn: [],
    acknowledgeWithinHours: '',
    resolveWithinHours: '',
    contacts: [],
    notes: '',
    isActive: true,
  };
}

export function draftOf(vendor: Vendor): VendorDraft {
  const { key, name, roles, timeZone, hours, closedOn, contacts, notes, isActive } = vendor;
  return {
    key,
    name,
    roles,
    timeZone,
    hours: hours.map((opening) => ({
      ...opening,
      closes: opening.closes === END_OF_DAY ? START_OF_DAY : opening.closes,
    })),
    closedOn,
    acknowledgeWithinHours: textOf(vendor.acknowledgeWithinHours),
    resolveWithinHours: textOf(vendor.resolveWithinHours),
    contacts: contacts.map((contact) => ({ ...contact, phone: contact.phone ?? '' })),
    notes: notes ?? '',
    isActive,
  };
}

/** A draft as the API takes it, without the key, which only a new vendor has. */
export function bodyOf({ key: _, ...draft }: VendorDraft) {
  return {
    ...draft,
    hours: draft.hours.map((opening) => ({
      ...opening,
      closes: opening.closes === START_OF_DAY ? END_OF_DAY : opening.closes,
    })),
    closedOn: draft.closedOn.filter(Boolean),
    acknowledgeWithinHours: numberOf(draft.acknowledgeWithinHours),
    resolveWithinHours: numberOf(draft.resolveWithinHours),
  };
}

/** A field as people read it, where two people changed it; an empty text where it is empty. */
export function fieldWords(field: keyof VendorDraft, draft: VendorDraft): string {
  switch (field) {
    case 'roles':
      return draft.roles.map((role) => word('vendorRole', role)).join(', ');
    case 'hours':
      return draft.hours
        .map(({ weekday, opens, closes }) =>
          t('vendors.openingWords', {
            weekday: weekdayName(weekday),
            opens: time(opens),
            closes: time(closes),
          }),
        )
        .join('; ');
    case 'closedOn':
      return draft.closedOn.map(day).join('; ');
    case 'contacts':
      return draft.contacts.map(contactWords).join('; ');
    case 'acknowledgeWithinHours':
    case 'resolveWithinHours':
      return promiseWords(numberOf(draft[field]));
    case 'isActive':
      return draft.isActive ? t('forms.yes') : t('forms.no');
    default:
      return draft[field];
  }
}

function contactWords({ level, name, email, phone }: ContactDraft): string {
  const words = t('vendors.contactWords', { level: String(level), name, email });
  return phone ? t('vendors.contactAndPhone', { contact: words, phone }) : words;
}

/** Promised hours as people read them; an empty text where nothing is promised. */
export function promiseWords(hours: number | null): string {
  return hours === null ? '' : t('vendors.hoursCount', { hours });
}

function textOf(hours: number | null): string {
  return hours === null ? '' : String(hours);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
