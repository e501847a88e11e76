/**
 * SQL of the ids of all records of one thing: of the device, and of the records that were merged into it. `$1` is the
 * district.
 * @param device SQL of the device's id
 */
export const recordsOf = (device: string): string => `
  WITH RECURSIVE records (id) AS (
    SELECT ${device}
     UNION
    SELECT m.id FROM devices m JOIN records r ON m.merged_into_id = r.id WHERE m.district_id = $1)
  SELECT id FROM records`;

/**
 * SQL of the ids of the funding sources that paid for a device: of all its records, and also those that somebody replaced
 * since. A source that was entered by mistake is left out if that was undone. `$1` is the district.
 * @param device SQL of the device's id
 */
export const fundsOf = (device: string): string => `
  SELECT m.funding_source_id AS id FROM devices m WHERE m.district_id = $1 AND m.id IN (${recordsOf(device)})
   UNION
  SELECT (e.changes #>> '{fundingSourceId,0}')::uuid FROM device_events e
   WHERE e.district_id = $1 AND e.device_id IN (${recordsOf(device)}) AND e.type <> 'corrected'
     AND e.changes #>> '{fundingSourceId,0}' IS NOT NULL`;
