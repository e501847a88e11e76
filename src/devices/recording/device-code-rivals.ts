import type { Tx } from '../../database/tx.js';
import type { PreparedWrite } from './device-writes.js';
import { makerKey } from '../../catalogue/makers.js';

interface WantedCode {
  deviceId: string;
  kind: 'asset_tag' | 'serial';
  code: string;
  manufacturer: string;
}

/**
 * Codes that some writes would give to their devices while another device has them, by device. What another of the
 * same writes lets go of is free.
 */
export async function codesOfOthers(
  tx: Tx,
  districtId: string,
  prepared: readonly PreparedWrite[],
): Promise<Map<string, string>> {
  const wanted = prepared.flatMap(wantedCodes);
  if (wanted.length === 0) return new Map();
  const rivals = await tx.query<(WantedCode & { rivalId: string })[]>(
    `SELECT n.*, k.device_id AS "rivalId" FROM device_codes k
       JOIN jsonb_to_recordset($2::jsonb) AS n ("deviceId" uuid, kind text, code text, manufacturer text)
         ON k.kind = n.kind AND k.code = n.code AND k.device_id <> n."deviceId"
        AND (n.kind = 'asset_tag' OR k.manufacturer = n.manufacturer)
      WHERE k.district_id = $1 AND k.released_at IS NULL`,
    [districtId, JSON.stringify(wanted)],
  );
  const after = new Map(prepared.map((write) => [write.after.id, write.after]));
  const isLetGo = ({ rivalId, kind, code }: (typeof rivals)[number]): boolean => {
    const rival = after.get(rivalId);
    return rival !== undefined && kind === 'asset_tag' && rival.assetTag !== code;
  };
  return new Map(rivals.filter((rival) => !isLetGo(rival)).map(({ deviceId, code }) => [deviceId, code]));
}

function wantedCodes({ write, after, codes }: PreparedWrite): WantedCode[] {
  if (after.status === 'void') return [];
  const base = { deviceId: write.id, manufacturer: makerKey(write.manufacturer) };
  const wanted: WantedCode[] = [];
  if (after.assetTag && after.assetTag !== write.device?.assetTag)
    wanted.push({ ...base, kind: 'asset_tag', code: after.assetTag });
  if (after.serialNumber && after.serialNumber !== write.device?.serialNumber)
    wanted.push({ ...base, kind: 'serial', code: after.serialNumber });
  for (const { kind, code, release } of codes)
    if (!release && (kind === 'asset_tag' || kind === 'serial')) wanted.push({ ...base, kind, code });
  return wanted;
}
