/** SQL of one value of the latest assessment of a device that was not withdrawn. `$1` is the district. */
const ofLatest = (value: string, device: string): string => `(
  SELECT ${value} FROM assessments a
   WHERE a.district_id = $1 AND a.device_id = ${device} AND a.withdrawn_at IS NULL
   ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1)`;

/**
 * SQL that is true for a device whose battery was swollen when it was last assessed. `$1` is the district.
 * @param device SQL of the device's id
 */
export const hasSwollenBattery = (device: string): string =>
  `coalesce(${ofLatest(`a.hazard = 'swollen_battery'`, device)}, false)`;

/**
 * SQL of the value in cents that the latest assessment of a device found; null where it is unknown. `$1` is the district.
 * @param device SQL of the device's id
 */
export const assessedValue = (device: string): string =>
  ofLatest(`(a.facts->>'valueCents')::integer`, device);
