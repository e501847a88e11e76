import { groupBy } from '../../common/group-by.js';
import type { Tx } from '../../database/tx.js';
import type { RowNote } from '../../imports/import-kind.js';
import { serialsOnLabels } from '../device-codes.js';
import type { CodeKind } from '../device-record.js';
import { makerKey } from '../../catalogue/makers.js';
import { makerOfBrand, saidModel } from '../../catalogue/model-names.js';
import type { PlanRequest } from './device-plan.js';
import type { InputProblem, JudgedCodes } from './input-codes.js';

/** Which device a request means. */
export interface Match {
  /** One where it is known; two where the serial number and the tag are on different devices. */
  ids: string[];
  /** Where the device is given: who else has its codes. The maker of a serial is not judged yet. */
  rivals: CodeOwner[];
  problems: InputProblem[];
  notes: RowNote[];
}

/** The matches of some requests, in their order. */
export interface Matches {
  of: Match[];
  /** All devices, once each. */
  ids: string[];
}

export interface CodeOwner {
  kind: 'serial' | 'asset_tag';
  code: string;
  manufacturer: string;
  deviceId: string;
}

/** Finds the devices of requests: by the id that is given, else by serial number, then by asset tag. */
export async function matchDevices(
  tx: Tx,
  districtId: string,
  requests: readonly Pick<PlanRequest, 'targetId' | 'input'>[],
  judged: readonly JudgedCodes[],
): Promise<Matches> {
  const makers = requests.map(({ input }) => makerSaid(input));
  const serials = judged.flatMap(({ serialNumber }, i) => serialsMeant(serialNumber, makers[i] ?? ''));
  const tags = judged.flatMap(({ assetTag }) => assetTag ?? []);
  const owners = await ownersOf(tx, districtId, serials, tags);
  const bySerial = groupBy(
    owners.filter(({ kind }) => kind === 'serial'),
    ({ code }) => code,
  );
  const byTag = new Map(
    owners.filter(({ kind }) => kind === 'asset_tag').map((owner) => [owner.code, owner]),
  );
  const of = requests.map(({ targetId }, i): Match => {
    const { serialNumber, assetTag } = judged[i] as JudgedCodes;
    const onSerial = serialOwners(serialNumber, makers[i] ?? '', bySerial);
    const tagged = byTag.get(assetTag ?? '');
    if (!targetId) return matchOf(onSerial, tagged, makers[i] ?? '');
    const all = [...(bySerial.get(serialNumber ?? '') ?? []), ...(tagged ? [tagged] : [])];
    const rivals = all.filter(({ deviceId }) => deviceId !== targetId);
    return { ids: [targetId], rivals, problems: [], notes: [] };
  });
  return { of, ids: [...new Set(of.flatMap(({ ids }) => ids))] };
}

/** The key of the maker that an input names, be it by its brand; empty where it names none. */
export function makerSaid(input: PlanRequest['input']): string {
  if (!input.model && !input.manufacturer) return '';
  const { manufacturer, name } = saidModel(input.manufacturer ?? null, input.model ?? '');
  return makerKey(manufacturer ?? makerOfBrand(name) ?? '');
}

/** What may be the serial number: where no maker is named, a label of one may hold more than that. */
function serialsMeant(serial: string | null | undefined, maker: string): string[] {
  if (!serial) return [];
  return maker === '' ? [serial, ...serialsOnLabels(serial).map((label) => label.serial)] : [serial];
}

function serialOwners(
  serial: string | null | undefined,
  maker: string,
  bySerial: ReadonlyMap<string, CodeOwner[]>,
): CodeOwner[] {
  const owners = bySerial.get(serial ?? '') ?? [];
  if (!serial || owners.length > 0 || maker !== '') return owners;
  return serialsOnLabels(serial).flatMap((label) =>
    (bySerial.get(label.serial) ?? []).filter(({ manufacturer }) => label.isOf(manufacturer)),
  );
}

/**
 * A serial number is one maker's: another maker's device with the same one is another device. Where the request or
 * the device names no maker, the serial number alone says which device it is.
 */
function matchOf(owners: CodeOwner[], tagged: CodeOwner | undefined, maker: string): Match {
  const same = owners.filter((owner) => maker === '' || makerKey(owner.manufacturer) === maker);
  const unnamed = owners.filter((owner) => makerKey(owner.manufacturer) === '');
  const meant = same.length > 0 ? same : unnamed;
  const settled = meant.filter(({ deviceId }) => deviceId === tagged?.deviceId);
  const isUnclear = maker === '' && meant.length > 1 && settled.length === 0;
  const chosen = settled.length > 0 ? settled : meant;
  const ids = [...new Set([...chosen, ...(tagged ? [tagged] : [])].map(({ deviceId }) => deviceId))];
  const others = owners.filter(({ deviceId }) => !ids.includes(deviceId));
  return {
    ids,
    rivals: [],
    problems: isUnclear ? [serialUnclear(meant)] : [],
    notes: others.map((other) => sameSerial(other, ids.length === 0)),
  };
}

function serialUnclear(owners: readonly CodeOwner[]): InputProblem {
  const list = owners.map(describe).join(', ');
  return {
    column: 'manufacturer',
    code: 'SERIAL_UNCLEAR',
    detail: `${owners.length} devices have the serial number ${owners[0]?.code}: ${list}. Add the manufacturer or the asset tag to this row. If they are one device, merge them.`,
  };
}

function sameSerial(other: CodeOwner, isNew: boolean): RowNote {
  const what = isNew ? 'Rollcall added a new device' : 'Rollcall left that device as it is';
  return {
    column: 'serialNumber',
    code: 'SERIAL_OF_OTHER_MAKER',
    detail: `Another device has the serial number ${other.code}: ${describe(other)}. The manufacturers differ, so ${what}. If they are one device, merge them.`,
  };
}

function describe({ manufacturer, deviceId }: CodeOwner): string {
  return `${manufacturer || 'no manufacturer'} (/devices/${deviceId})`;
}

/**
 * Leaves out the old tags and addresses that a device has already, so that saying them again changes nothing, and
 * turns those that shall be emptied into what is released.
 */
export async function withoutKnownCodes(
  tx: Tx,
  districtId: string,
  judged: JudgedCodes[],
  { of }: Matches,
): Promise<JudgedCodes[]> {
  const ids = judged.flatMap(({ extra, emptied }, i) =>
    extra.length + emptied.length > 0 ? (of[i]?.ids ?? []) : [],
  );
  if (ids.length === 0) return judged;
  const rows = await tx.query<{ deviceId: string; kind: CodeKind; code: string }[]>(
    `SELECT device_id AS "deviceId", kind, code FROM device_codes
      WHERE district_id = $1 AND device_id = ANY ($2) AND released_at IS NULL
        AND kind NOT IN ('asset_tag', 'serial')`,
    [districtId, ids],
  );
  const known = groupBy(rows, ({ deviceId }) => deviceId);
  return judged.map((codes, i) => {
    const its = known.get(of[i]?.ids[0] ?? '') ?? [];
    const fresh = codes.extra.filter(
      ({ kind, code }) => !its.some((k) => k.kind === kind && k.code === code),
    );
    const gone = its.filter(({ kind }) => codes.emptied.includes(kind));
    return { ...codes, extra: [...fresh, ...gone.map(({ kind, code }) => ({ kind, code, release: true }))] };
  });
}

/** A loan that has not ended. */
export interface OpenLoan {
  loanedAt: Date;
  dueOn: string | null;
}

/** The open loans of the devices whose requests say something about their dates. */
export async function loadLoans(
  tx: Tx,
  districtId: string,
  requests: readonly PlanRequest[],
  { of }: Matches,
): Promise<Map<string, OpenLoan>> {
  const ids = requests.flatMap(({ input }, i) =>
    input.dueOn === undefined && !input.loanedOn ? [] : (of[i]?.ids ?? []),
  );
  if (ids.length === 0) return new Map();
  const rows = await tx.query<(OpenLoan & { id: string })[]>(
    `SELECT device_id AS id, loaned_at AS "loanedAt", due_on AS "dueOn" FROM custody
      WHERE district_id = $1 AND device_id = ANY ($2) AND returned_at IS NULL`,
    [districtId, ids],
  );
  return new Map(rows.map(({ id, ...loan }) => [id, loan]));
}

/** Who has these serial numbers and tags. */
async function ownersOf(tx: Tx, districtId: string, serials: string[], tags: string[]): Promise<CodeOwner[]> {
  if (serials.length + tags.length === 0) return [];
  return tx.query<CodeOwner[]>(
    `SELECT kind, code, manufacturer, device_id AS "deviceId" FROM device_codes
      WHERE district_id = $1 AND code = ANY ($2) AND kind = 'serial' AND released_at IS NULL
      UNION ALL
     SELECT kind, code, manufacturer, device_id FROM device_codes
      WHERE district_id = $1 AND code = ANY ($3) AND kind = 'asset_tag' AND released_at IS NULL`,
    [districtId, serials, tags],
  );
}
