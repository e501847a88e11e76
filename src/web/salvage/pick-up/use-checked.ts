import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo } from 'react';
import { useField } from '../../journal/journal-context.js';
import type { LotDevice } from './pick-up-draft.js';

export const CHECK_OUT = 'check_out_of_lot';

/** Which devices were scanned: those that the server knows, and those whose scan this phone has not sent yet. */
export function useChecked(devices: readonly LotDevice[]): (device: LotDevice) => boolean {
  const { database } = useField();
  const waiting = useLiveQuery(
    () =>
      database.scans
        .where('state')
        .equals('waiting')
        .filter(({ action }) => action === CHECK_OUT)
        .toArray(),
    [database],
  );
  const codes = useMemo(() => new Set(waiting?.map(({ code }) => code)), [waiting]);
  const checked = useMemo(
    () =>
      new Set(
        devices
          .filter(
            ({ checkedAt, assetTag, serialNumber }) =>
              checkedAt !== null || codes.has(assetTag ?? '') || codes.has(serialNumber ?? ''),
          )
          .map(({ deviceId }) => deviceId),
      ),
    [devices, codes],
  );
  return useCallback(({ deviceId }) => checked.has(deviceId), [checked]);
}
