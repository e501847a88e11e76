import type { TableColumn } from '../common/table/table-column.js';
import { RowLink } from '../common/text-link.js';
import { t } from '../text/text.js';

interface Row {
  id: string;
  deviceCode: string | null;
  serialNumber: string | null;
  manufacturer: string;
  deviceModel: string;
  siteName: string;
}

/** Columns of every list in which each row is a record of one device. @param to the page of the record */
export function columnsOfDevice<R extends Row>(to: '/assessments/$id' | '/sanitizations/$id') {
  return {
    device: {
      id: 'device',
      label: t('common.device'),
      width: 8,
      isAlways: true,
      onCard: 'title',
      cell: ({ id, deviceCode }) => (
        <RowLink to={to} params={{ id }}>
          {deviceCode ?? t('devices.noTag')}
        </RowLink>
      ),
    },
    model: {
      id: 'model',
      label: t('field.model'),
      width: 12,
      onCard: 'line',
      cell: ({ manufacturer, deviceModel }) => `${manufacturer} ${deviceModel}`,
    },
    site: {
      id: 'site',
      label: t('field.site'),
      width: 11,
      onCard: 'line',
      cell: ({ siteName }) => siteName,
    },
    serialNumber: {
      id: 'serialNumber',
      label: t('field.serialNumber'),
      width: 9,
      isExtra: true,
      cell: ({ serialNumber }) => serialNumber,
    },
  } satisfies Record<string, TableColumn<R>>;
}
