import { Badge } from '@mantine/core';
import type { TableColumn } from '../common/table/table-column.js';
import { RowLink } from '../common/text-link.js';
import { word } from '../common/words.js';
import { t } from '../text/text.js';
import { nameOfDevice } from './device-names.js';

interface Listed {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  status: string;
  room: string | null;
  cart: string | null;
}

/** Columns of every list of devices: of the server's, and of the one that this device keeps. */
export function sharedColumns<Row extends Listed>() {
  return {
    assetTag: {
      id: 'assetTag',
      label: t('common.device'),
      width: 9,
      isAlways: true,
      onCard: 'title',
      cell: (device) => (
        <RowLink to="/devices/$id" params={{ id: device.id }}>
          {nameOfDevice(device)}
        </RowLink>
      ),
    },
    serialNumber: {
      id: 'serialNumber',
      label: t('field.serialNumber'),
      width: 9,
      cell: ({ serialNumber }) => serialNumber,
    },
    status: {
      id: 'status',
      label: t('field.status'),
      width: 8,
      onCard: 'badge',
      cell: ({ status }) => <Badge variant="default">{word('status', status)}</Badge>,
    },
    room: { id: 'room', label: t('field.room'), width: 6, cell: ({ room }) => room },
    cart: { id: 'cart', label: t('field.cart'), width: 7, cell: ({ cart }) => cart },
  } as const satisfies Record<string, TableColumn<Row>>;
}
