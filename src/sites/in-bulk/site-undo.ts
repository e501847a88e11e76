import type { Tx } from '../../database/tx.js';
import { revertFields } from '../../imports/field-merge.js';
import type { ImportContext, RowOutcome, UndoException } from '../../imports/import-kind.js';
import { pupilsChanges, undoPupils } from '../pupils/pupil-import.js';
import { writeRegionChanges } from '../region-history.js';
import type { SiteFields } from '../site-fields.js';
import { lockSites, type StoredSite, updateSites, type WrittenSite } from '../site-writes.js';

/**
 * Takes back what an import did to sites. Fields go back unless they were changed since. Sites it added are
 * closed, as nothing is deleted; their pupils stay on record with them.
 */
export async function undoSites(
  tx: Tx,
  context: ImportContext,
  outcomes: readonly RowOutcome[],
  today: string,
): Promise<UndoException[]> {
  const { districtId } = context.scope;
  const ids = outcomes.flatMap((outcome) => outcome.targetId ?? []);
  const sites = await lockSites(tx, districtId, ids);
  const writes: WrittenSite[] = [];
  const exceptions: UndoException[] = [];
  for (const { outcome, targetId, changes = {} } of outcomes) {
    const site = sites.get(targetId ?? '');
    if (!site) continue;
    if (outcome === 'add') writes.push(...closed(site, today));
    else if (outcome === 'change') {
      const { after, reverted, left } = revertFields<StoredSite>(site, changes, site.setByPerson);
      if (reverted.length > 0) writes.push(after);
      if (left.length > 0)
        exceptions.push({
          targetId: site.id,
          detail: `${site.code}: somebody changed ${left.join(', ')} afterward, so it stays as it is.`,
        });
    }
  }
  await updateSites(tx, districtId, writes);
  await writeRegionChanges(tx, districtId, regionsBack(writes, sites), today);
  const pupils = outcomes.flatMap(({ outcome, targetId, changes = {} }) => {
    const site = sites.get(targetId ?? '');
    return site && outcome === 'change' ? pupilsChanges(site.id, site.code, changes) : [];
  });
  return [...exceptions, ...(await undoPupils(tx, context, pupils))];
}

function closed(site: StoredSite, today: string): WrittenSite[] {
  if (site.closedOn !== null && site.closedOn <= today) return [];
  const closedOn = site.openedOn !== null && site.openedOn > today ? site.openedOn : today;
  return [{ ...site, closedOn }];
}

function regionsBack(
  writes: readonly (WrittenSite & Pick<SiteFields, 'region'>)[],
  sites: ReadonlyMap<string, StoredSite>,
): Parameters<typeof writeRegionChanges>[2] {
  return writes.flatMap(({ id, region, openedOn }) =>
    sites.get(id)?.region === region
      ? []
      : [{ siteId: id, region, fromOn: null, openedOn, replacesLatest: true }],
  );
}
