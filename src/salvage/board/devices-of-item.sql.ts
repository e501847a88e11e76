/**
 * SQL of the devices `d` on the lots `l` of a board item, but of none that was cancelled. `$1` is the district, `$2` the
 * item.
 */
export const ofItem = (columns: string, joins: string, rest: string): string => `
  SELECT ${columns}
    FROM lots l
    JOIN lot_devices y ON y.district_id = $1 AND y.lot_id = l.id
    JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
    LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id
    ${joins}
   WHERE l.district_id = $1 AND l.state <> 'cancelled' AND (l.board_item_id = $2 OR EXISTS (
           SELECT FROM board_item_lots n WHERE n.district_id = $1 AND n.board_item_id = $2 AND n.lot_id = l.id))
   ${rest}`;
