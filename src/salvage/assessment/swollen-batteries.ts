/**
 * SQL that is true for a device whose battery was swollen when it was last assessed. `$1` is the district.
 * @param device SQL of the device's id
 */
export const hasSwollenBattery = (device: string): string => `coalesce((
  SELECT a.hazard = 'swollen_battery' FROM assessments a
   WHERE a.district_id = $1 AND a.device_id = ${device} AND a.withdrawn_at IS NULL
   ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1), false)`;
