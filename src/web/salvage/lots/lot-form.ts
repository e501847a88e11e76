import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { day } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { Lot, LotRoute } from './lot-words.js';

/** Texts as they are typed. */
export interface LotForm {
  name: string;
  route: string;
  /** Code of the site. */
  site: string;
  place: string;
  /** Key of the vendor. */
  recipient: string;
  isBatteries: boolean;
  /** The recipient removes the data. */
  isWipedByRecipient: boolean;
  contract: string;
  certificate: string;
  validUntil: string;
  wasteSince: string;
  note: string;
}

export const NEW_LOT: LotForm = {
  name: '',
  route: '',
  site: '',
  place: '',
  recipient: '',
  isBatteries: false,
  isWipedByRecipient: false,
  contract: '',
  certificate: '',
  validUntil: '',
  wasteSince: '',
  note: '',
};

/** Fields that show their own errors. */
export const LOT_FIELDS: readonly string[] = [
  'name',
  'route',
  'site',
  'place',
  'recipient',
  'wipe',
  'wipe.contract',
  'wipe.certificate',
  'wipe.validUntil',
  'wasteSince',
  'note',
];

export function formOfLot({ name, route, site, wipe, ...lot }: Lot): LotForm {
  const { place, recipient, isBatteries, wasteSince, note } = lot;
  return {
    name,
    route,
    site,
    place: place ?? '',
    recipient: recipient ?? '',
    isBatteries,
    isWipedByRecipient: wipe !== null,
    contract: wipe?.contract ?? '',
    certificate: wipe?.certificate ?? '',
    validUntil: wipe?.validUntil ?? '',
    wasteSince: wasteSince ?? '',
    note: note ?? '',
  };
}

type Change = Shape<'LotChangeBody'>;

/** All that a form says of an open lot. */
function detailsOf({ name, route, ...form }: LotForm): Required<Change> {
  const { contract, certificate, validUntil } = form;
  const isWiped = form.isWipedByRecipient && route !== 'lease_return';
  return {
    name: name.trim(),
    route: route as LotRoute,
    place: form.place.trim() || null,
    recipient: form.recipient || null,
    wipe: isWiped ? { contract: contract.trim(), certificate: certificate.trim(), validUntil } : null,
    wasteSince: form.wasteSince || null,
    note: form.note.trim() || null,
  };
}

export function newLotBody(form: LotForm): Shape<'NewLotBody'> {
  return { ...detailsOf(form), site: form.site, isBatteries: form.isBatteries };
}

/** What is sent: only what differs. */
export function changeOfLot(before: LotForm, now: LotForm): Change {
  const was = detailsOf(before);
  return Object.fromEntries(
    Object.entries(detailsOf(now)).filter(([field, value]) => !isSame(was[field as keyof Change], value)),
  );
}

/** A value of the form as people read it. */
export function valueWords(field: keyof LotForm, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? t('forms.yes') : t('forms.no');
  if (value === '') return '';
  if (field === 'route') return t(`lots.route_${value as LotRoute}`);
  return field === 'wasteSince' || field === 'validUntil' ? day(value) : value;
}
