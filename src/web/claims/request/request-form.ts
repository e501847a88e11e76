import type { Shape } from '../../api/problem.js';

/** Whom the vendor can ask. */
export interface ContactFields {
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

/** Where the device is shipped from: the site of the device, or another address. */
export interface ShipFields {
  shipsFrom: string;
  shipName: string;
  shipStreet: string;
  shipCity: string;
  shipState: string;
  shipPostalCode: string;
}

/** What the district asks a vendor for, as it is typed. Blank is nothing. */
export interface RequestFields extends ContactFields, ShipFields {
  requestedService: string;
  districtReference: string;
}

export type RequestField = keyof RequestFields;

export const NO_REQUEST: RequestFields = {
  requestedService: '',
  districtReference: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  shipsFrom: 'site',
  shipName: '',
  shipStreet: '',
  shipCity: '',
  shipState: '',
  shipPostalCode: '',
};

/** What is entered already. The address of the site is not: it may change, and the claim with it. */
export function fieldsOfRequest({
  requestedService,
  districtReference,
  contact,
  shipFrom,
  shipsFromSite,
}: Pick<
  Shape<'ClaimDetail'>,
  'requestedService' | 'districtReference' | 'contact' | 'shipFrom' | 'shipsFromSite'
>): RequestFields {
  const { name, street, city, state, postalCode } = shipFrom;
  return {
    ...NO_REQUEST,
    requestedService: requestedService ?? '',
    districtReference: districtReference ?? '',
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
    ...(!shipsFromSite && {
      shipsFrom: 'other',
      shipName: name,
      shipStreet: street ?? '',
      shipCity: city ?? '',
      shipState: state ?? '',
      shipPostalCode: postalCode ?? '',
    }),
  };
}

/** The contact as the API takes it; null where nobody is named. */
export function contactOf({
  contactName,
  contactEmail,
  contactPhone,
}: ContactFields): Shape<'ClaimContactBody'> | null {
  const [name, email, phone] = [contactName, contactEmail, contactPhone].map((text) => text.trim());
  if (!name && !email && !phone) return null;
  return { name: name ?? '', email: email || null, phone: phone || null };
}

/** The address as the API takes it; null for the site of the device. */
export function shipFromOf(form: ShipFields): Shape<'ShipFromBody'> | null {
  if (form.shipsFrom === 'site') return null;
  const {
    shipName: name,
    shipStreet: street,
    shipCity: city,
    shipState: state,
    shipPostalCode: postalCode,
  } = form;
  return { name, street, city, state, postalCode };
}

/** What a new claim asks for, as the API takes it. */
export function requestOf(
  form: RequestFields,
): Pick<Shape<'NewClaimBody'>, 'requestedService' | 'districtReference' | 'contact' | 'shipFrom'> {
  return {
    requestedService: (form.requestedService || null) as Shape<'NewClaimBody'>['requestedService'],
    districtReference: form.districtReference.trim() || null,
    contact: contactOf(form),
    shipFrom: shipFromOf(form),
  };
}
