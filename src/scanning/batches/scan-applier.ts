import type { Scan } from '../scan.js';
import { readSiteCode } from '../../common/site-code.js';
import { Injectable } from '@nestjs/common';
import { may, reaches, type Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { type FieldChange, DeviceChanges, type FieldOutcome } from '../../devices/device-changes.js';
import { siteIdsByCode } from '../../sites/site-codes.js';
import type { Meaning } from '../scan-codes.js';
import { type Clash, type Verdict, verdictOf } from '../scan-outcomes.js';
import type { ActionRows, ActionScan, ScanAction } from '../actions/scan-action.js';
import type { KeptScan } from '../scan.js';

/** A scan of a device that is there and may be changed. */
interface Ready {
  scan: Scan;
  at: number;
  device: DeviceRecord;
  seen: number | null;
}

/** Judges scans and applies them: the same for a batch, for a conflict that was decided, for a code that was claimed. */
@Injectable()
export class ScanApplier {
  constructor(private readonly changes: DeviceChanges) {}

  /**
   * One verdict for each scan, in their order; several of one device are applied one after the other.
   * @param meanings what the code of each means
   * @param kept earlier scans that these come after
   */
  async apply(
    tx: Tx,
    scope: Scope,
    scans: readonly Scan[],
    meanings: readonly Meaning[],
    kept: ReadonlyMap<string, KeptScan>,
  ): Promise<Verdict[]> {
    const sites = await siteIdsByCode(
      tx,
      scope.districtId,
      scans.flatMap(({ said }) => said.site ?? []),
    );
    // Also of a code that means nothing yet it is known where it was scanned.
    for (const scan of scans)
      if (scan.said.site !== undefined) scan.siteId = sites.get(readSiteCode(scan.said.site));
    const ids = meanings.flatMap((meaning) => ('outcome' in meaning ? [] : meaning.deviceId));
    const devices = await this.changes.lock(tx, scope.districtId, [...new Set(ids)].toSorted());
    const verdicts: Verdict[] = [];
    const links = new Map<string, Link>();
    for (const layer of layersOf(meanings)) {
      const ready = layer.flatMap((at): Ready[] => {
        const scan = scans[at] as Scan;
        const meaning = meanings[at] as (typeof meanings)[number];
        const seen = follow(scan, links.get(keyOf(meaning)) ?? kept.get(scan.row.after ?? ''));
        const found =
          'outcome' in meaning ? meaning : placed(scope, scan, devices.get(meaning.deviceId) as DeviceRecord);
        if ('outcome' in found) verdicts[at] = { ...found, version: seen ?? undefined };
        else return [{ scan, at, device: found, seen }];
        return [];
      });
      await this.applyLayer(tx, scope, devices, ready, verdicts);
      for (const at of layer) {
        const meaning = meanings[at] as Meaning;
        if ('outcome' in meaning) continue;
        const { effectiveAt } = scans[at] as Scan;
        links.set(meaning.deviceId, { knownVersion: verdicts[at]?.version ?? null, effectiveAt });
      }
    }
    return verdicts;
  }

  private async applyLayer(
    tx: Tx,
    scope: Scope,
    devices: Map<string, DeviceRecord>,
    ready: readonly Ready[],
    verdicts: Verdict[],
  ): Promise<void> {
    const refused = await this.refusedByModules(tx, scope, ready);
    for (const [at, verdict] of refused) verdicts[at] = verdict;
    const allowed = ready.filter(({ at }) => !refused.has(at));
    const changing = allowed.flatMap(({ scan, at, device, seen }) => {
      const input = scan.action.change(scan.said, device);
      if (!input) return [];
      const { action, effectiveAt, overrides, said } = scan;
      const change: FieldChange = {
        deviceId: device.id,
        input: said.note === undefined ? input : { ...input, note: said.note },
        seen,
        fromAnywhere: action.fromAnywhere,
        ...(overrides ? { overrides } : { effectiveAt }),
      };
      return [{ at, change }];
    });
    const outcomes = await this.changes.applyScanned(
      tx,
      scope,
      devices,
      changing.map(({ change }) => change),
    );
    const byScan = new Map(changing.map(({ at }, i) => [at, outcomes[i] as FieldOutcome]));
    for (const { at, device, seen } of allowed) verdicts[at] = verdictFor(device, seen, byScan.get(at));
    const done = allowed.filter(({ at }) => verdicts[at]?.outcome === 'applied');
    for (const [rows, own] of withRows(done)) {
      const scans = own.map((one) => ({ ...scanOf(one), device: devices.get(one.device.id) ?? one.device }));
      const results = (await rows.write(tx, scope, scans)) ?? [];
      for (const [i, { at, scan }] of own.entries())
        verdicts[at] = { ...(verdicts[at] as Verdict), ...told(scan.action, results[i]) };
    }
  }

  /** What the modules of actions say against their scans, before anything is changed. */
  private async refusedByModules(
    tx: Tx,
    scope: Scope,
    ready: readonly Ready[],
  ): Promise<Map<number, Verdict>> {
    const refused = new Map<number, Verdict>();
    for (const [rows, own] of withRows(ready)) {
      const refusals = await rows.judge(tx, scope, own.map(scanOf));
      for (const [i, { at, device }] of own.entries()) {
        const refusal = refusals[i];
        if (!refusal) continue;
        const { code: reason, detail, waits } = refusal;
        refused.set(at, { outcome: waits ? 'conflict' : 'refused', reason, detail, deviceId: device.id });
      }
    }
    return refused;
  }
}

/** What a module says of a scan that was applied. */
function told({ results }: ScanAction, code: string | undefined): Pick<Verdict, 'reason' | 'detail'> {
  const result = code === undefined ? undefined : results?.[code];
  return result ? { reason: code, detail: result.label.en } : {};
}

/** The scans whose actions write rows of their own, by what writes them. */
function withRows(ready: readonly Ready[]): Map<ActionRows, Ready[]> {
  const own = ready.flatMap((one) => (one.scan.action.rows ? { one, rows: one.scan.action.rows } : []));
  const byRows = groupBy(own, ({ rows }) => rows);
  return new Map([...byRows].map(([rows, scans]) => [rows, scans.map(({ one }) => one)]));
}

function scanOf({ scan: { row, said, effectiveAt }, device }: Ready): ActionScan {
  return { scanId: row.id, device, said, effectiveAt };
}

function verdictFor(device: DeviceRecord, seen: number | null, outcome: FieldOutcome | undefined): Verdict {
  const base = { deviceId: device.id, version: seen ?? undefined };
  if (!outcome)
    return {
      ...base,
      outcome: 'applied',
      ...(device.status === 'missing'
        ? { detail: 'Our records have this device as missing. Move it here to mark it as found.' }
        : {}),
    };
  if (outcome.outcome === 'clash')
    return {
      ...base,
      outcome: 'conflict',
      reason: 'CHANGED_MEANWHILE',
      detail: changedMeanwhile(outcome.clash),
      clash: outcome.clash,
    };
  if (outcome.outcome === 'refused')
    return { ...base, ...verdictOf(outcome.code, outcome.detail, device.id) };
  const { device: after, changeSetId } = outcome;
  return {
    outcome: 'applied',
    deviceId: device.id,
    // Where others changed it too, the journal still has not seen what they did.
    version: changeSetId && device.version === seen ? after.version : (seen ?? undefined),
    ...(changeSetId ? { changeSetId } : {}),
    ...(after.siteId === device.siteId ? {} : { fromSiteId: device.siteId }),
  };
}

const FIELD_WORDS: Record<string, string> = { personId: 'holder', fundingSourceId: 'funding source' };

function changedMeanwhile(clash: readonly Clash[]): string {
  const fields = clash.map(({ field }) => `the ${FIELD_WORDS[field] ?? field.replace(/Id$/, '')}`);
  return `Somebody else changed ${new Intl.ListFormat('en-US').format(fields)} of this device, and the phone did not know about it when it scanned. Choose which one to keep.`;
}

/** The device, at a site where the caller may do what was scanned; or what stands against it. */
function placed(scope: Scope, scan: Scan, device: DeviceRecord): DeviceRecord | Verdict {
  const { said, action } = scan;
  const { id: deviceId } = device;
  const siteId = said.site === undefined ? device.siteId : scan.siteId;
  if (siteId === undefined)
    return verdictOf('UNKNOWN_SITE', `There is no site with the code ${said.site}.`, deviceId);
  scan.siteId = siteId;
  if (action.permission && !may(scope, action.permission))
    return verdictOf(
      'OUT_OF_SCOPE',
      'The person who scanned this device does not have permission to do this.',
      deviceId,
    );
  if (device.status === 'disposed')
    return verdictOf(
      'RE_ENTERED',
      'Our records say that this device was disposed of, but somebody scanned it. An admin can bring it back into use.',
      deviceId,
    );
  if (!reaches(scope, siteId))
    return verdictOf(
      'OUT_OF_SCOPE',
      said.site === undefined
        ? 'Our records have this device at another site, and the scan does not say where it is now. Scan it again with a site.'
        : 'The person who scanned this device does not work at the site of the scan.',
      deviceId,
    );
  if (!action.fromAnywhere && !reaches(scope, device.siteId))
    return verdictOf(
      'OUT_OF_SCOPE',
      'Our records have this device at another site. Move it here first.',
      deviceId,
    );
  return device;
}

/** What a scan of a device leaves for the next one in the same journal. */
interface Link {
  knownVersion: number | null;
  effectiveAt: Date;
}

/**
 * Puts a scan after the one before it, also where the clock was set back in between.
 * @returns the version of the device that it was made from: what the scan before left, else what the phone showed
 */
function follow(scan: Scan, before: Link | undefined): number | null {
  const shown = scan.row.versionSeen ?? null;
  if (!before) return shown;
  const earliest = before.effectiveAt.getTime() + 1;
  if (scan.effectiveAt.getTime() < earliest)
    scan.effectiveAt = new Date(Math.min(earliest, scan.receivedAt.getTime()));
  const left = before.knownVersion;
  return left === null || shown === null ? (left ?? shown) : Math.max(left, shown);
}

function keyOf(meaning: Meaning): string {
  return 'outcome' in meaning ? '' : meaning.deviceId;
}

/** Places of the scans, such that no layer has a device twice, and each device's scans keep their order. */
function layersOf(meanings: readonly Meaning[]): number[][] {
  const layers: number[][] = [];
  const turns = new Map<string, number>();
  for (const [at, meaning] of meanings.entries()) {
    const deviceId = keyOf(meaning);
    const turn = deviceId === '' ? 0 : (turns.get(deviceId) ?? 0);
    turns.set(deviceId, turn + 1);
    (layers[turn] ??= []).push(at);
  }
  return layers;
}
