import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';

export type VendorDelivery = Shape<'VendorDeliveryView'>;
export type Way = VendorDelivery['delivery']['by'];

/** How files reach a vendor, as a form holds it. Secrets are empty: nobody can read them again. */
export interface DeliveryDraft {
  layout: string;
  by: Way;
  host: string;
  port: string;
  username: string;
  folder: string;
  hostKey: string;
  password: string;
  privateKey: string;
  /** Email addresses, with commas between them. */
  to: string;
  url: string;
  certificate: string;
  secret: string;
  allowsNames: boolean;
  hasSchedule: boolean;
  weekdays: number[];
  at: string;
}

const EMPTY: DeliveryDraft = {
  layout: 'general',
  by: 'download',
  host: '',
  port: '22',
  username: '',
  folder: '',
  hostKey: '',
  password: '',
  privateKey: '',
  to: '',
  url: '',
  certificate: '',
  secret: '',
  allowsNames: false,
  hasSchedule: false,
  weekdays: [1, 2, 3, 4, 5],
  at: '16:00',
};

export function draftOfDelivery({ layout, delivery, allowsNames, schedule }: VendorDelivery): DeliveryDraft {
  const known = { ...EMPTY, layout, allowsNames, hasSchedule: schedule !== null, ...schedule };
  switch (delivery.by) {
    case 'sftp': {
      const { by, host, username, hostKey } = delivery;
      return {
        ...known,
        by,
        host,
        username,
        hostKey,
        port: String(delivery.port),
        folder: delivery.folder ?? '',
      };
    }
    case 'email':
      return { ...known, by: 'email', to: delivery.to.join(', ') };
    case 'https':
      return { ...known, by: 'https', url: delivery.url, certificate: delivery.certificate ?? '' };
    default:
      return { ...known, by: 'download' };
  }
}

export function bodyOfDelivery(draft: DeliveryDraft): Shape<'VendorDeliveryBody'> {
  const { layout, allowsNames, hasSchedule, weekdays, at } = draft;
  return {
    layout,
    allowsNames,
    delivery: wayOf(draft),
    schedule: hasSchedule ? { weekdays: weekdays.toSorted((one, other) => one - other), at } : null,
  };
}

function wayOf(draft: DeliveryDraft): Shape<'VendorDeliveryBody'>['delivery'] {
  const { by, host, username, hostKey, url } = draft;
  const signing = given('secret', draft.secret);
  switch (by) {
    case 'sftp':
      return {
        by,
        host,
        username,
        hostKey: hostKey.trim(),
        port: Number(draft.port) || 22,
        folder: draft.folder.trim() || null,
        ...given('password', draft.password),
        ...given('privateKey', draft.privateKey),
        ...signing,
      };
    case 'email':
      return { by, to: draft.to.split(/[,;\s]+/).filter(Boolean), ...signing };
    case 'https':
      return { by, url, certificate: draft.certificate.trim() || null, ...signing };
    default:
      return { by, ...signing };
  }
}

/** A secret that is left out stays as it is. */
function given(name: string, value: string): object {
  return value === '' ? {} : { [name]: value };
}

export function isDeliveryChanged(base: DeliveryDraft, draft: DeliveryDraft): boolean {
  return !isSame(bodyOfDelivery(base), bodyOfDelivery(draft));
}
