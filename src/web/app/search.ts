import type { NavigateOptions } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { NoAnswer } from '../api/problem.js';
import { folded } from '../common/folded.js';
import { word } from '../common/words.js';
import type { FieldDatabase } from '../journal/database.js';
import { lookUpCode } from '../journal/field-index.js';
import { nameOf } from '../journal/verdicts.js';
import { may, type Session } from '../session/session.js';
import { t } from '../text/text.js';
import { destinationsOf } from './navigation.js';

/** Something that the search box offers. */
export interface Found {
  key: string;
  title: string;
  detail?: string;
  target: NavigateOptions;
}

export interface FoundGroup {
  label: string;
  found: Found[];
}

/** Of each kind, so that the list fits on a phone. */
const MOST = 6;
/** A part of a code or a name of fewer letters fits too much. */
const SHORTEST = 3;

/** Looks for a text in pages, sites, devices and people, as far as the account may see them. */
export async function search(
  text: string,
  session: Session,
  database: FieldDatabase,
  signal: AbortSignal,
): Promise<{ groups: FoundGroup[]; isOffline: boolean }> {
  const pages = pagesNamed(text, session);
  if (text === '') return { groups: [pages], isOffline: false };
  const sites = await sitesNamed(text, database);
  try {
    const [devices, people] = await Promise.all([
      devicesLike(text, signal),
      may(session, 'people:read') ? peopleNamed(text, signal) : none(),
    ]);
    return {
      groups: [pages, devices, sites, people].filter(({ found }) => found.length > 0),
      isOffline: false,
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const devices = await keptDevices(text, database);
    return { groups: [pages, devices, sites].filter(({ found }) => found.length > 0), isOffline: true };
  }
}

function none(): FoundGroup {
  return { label: '', found: [] };
}

function pagesNamed(text: string, session: Session): FoundGroup {
  const wanted = folded(text);
  const found = destinationsOf(session)
    .flatMap(({ destinations }) => destinations)
    .filter(({ label }) => folded(label).includes(wanted))
    .map(({ to, label }): Found => ({ key: `page ${to}`, title: label, target: { to } }));
  return { label: t('searchWindow.pages'), found };
}

/** Sites are on the device, with or without a network. */
async function sitesNamed(text: string, database: FieldDatabase): Promise<FoundGroup> {
  const wanted = folded(text);
  const sites = await database.sites
    .filter(({ name, code }) => folded(name).includes(wanted) || folded(code) === wanted)
    .limit(MOST)
    .toArray();
  const found = sites.map(({ code, name }) => ({
    key: `site ${code}`,
    title: name,
    target: { to: '/devices', search: { site: code } } satisfies NavigateOptions,
  }));
  return { label: t('searchWindow.sites'), found };
}

async function devicesLike(text: string, signal: AbortSignal): Promise<FoundGroup> {
  if (text.length < SHORTEST) return none();
  const { items } = await answer(
    api.GET('/api/v1/devices', { params: { query: { q: text, limit: MOST } }, signal }),
  );
  const found: Found[] = items.map((device) => ({
    key: `device ${device.id}`,
    title: device.assetTag ?? device.serialNumber ?? t('common.device'),
    detail: [
      `${device.manufacturer} ${device.model}`,
      word('status', device.status),
      device.siteName,
      device.room,
    ]
      .filter(Boolean)
      .join(' · '),
    target: { to: '/devices/$id', params: { id: device.id } },
  }));
  if (items.length === MOST)
    found.push({
      key: 'devices',
      title: t('searchWindow.allDevices', { text }),
      target: { to: '/devices', search: { q: text } },
    });
  return { label: t('searchWindow.devices'), found };
}

async function keptDevices(text: string, database: FieldDatabase): Promise<FoundGroup> {
  const { devices } = await lookUpCode(database, text);
  const found = devices.slice(0, MOST).map((device, i) => ({
    key: `device ${device.id ?? i}`,
    title: nameOf(device),
    detail: [device.model, word('status', device.status), device.room].filter(Boolean).join(' · '),
    target: (device.id === null
      ? { to: '/d/$code', params: { code: text } }
      : { to: '/devices/$id', params: { id: device.id } }) satisfies NavigateOptions,
  }));
  return { label: t('searchWindow.devices'), found };
}

async function peopleNamed(text: string, signal: AbortSignal): Promise<FoundGroup> {
  if (text.length < SHORTEST) return none();
  const { items } = await answer(
    api.GET('/api/v1/people', { params: { query: { text, left: false, limit: MOST } }, signal }),
  );
  const found = items.map((person) => ({
    key: `person ${person.id}`,
    title: [person.givenName, person.familyName].filter(Boolean).join(' ') || person.externalId,
    detail: [person.externalId, person.grade, person.site].filter(Boolean).join(' · '),
    target: { to: '/loans', search: { person: person.id } } satisfies NavigateOptions,
  }));
  return { label: t('searchWindow.people'), found };
}
