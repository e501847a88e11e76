import { addressOf } from '../../api/address.js';
import { FileMenu } from '../../common/list-files.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { type DevicesFilter, textsOfFilter } from '../device-search.js';

/** Downloads the list as it is seen: the same filter, sort and columns. */
export function DeviceFiles<Row>({
  filter,
  sort,
  columns,
  isCompact,
}: {
  filter: DevicesFilter;
  sort: string;
  columns: readonly TableColumn<Row>[];
  isCompact?: boolean;
}) {
  const names = columns.flatMap(({ id, inFile }) => inFile ?? [id]);
  const query = { ...textsOfFilter(filter), sort, columns: names.join(',') };
  return (
    <FileMenu
      isCompact={isCompact}
      addressIn={(format) => addressOf('/api/v1/devices/export/{format}', { format }, query)}
    />
  );
}
