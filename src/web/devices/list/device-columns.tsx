import type { Shape } from '../../api/problem.js';
import type { TableColumn } from '../../common/table/table-column.js';
import { day, money, word } from '../../common/words.js';
import { t } from '../../text/text.js';
import { sharedColumns } from '../shared-columns.js';

type Device = Shape<'DeviceView'>;

/** The columns of the list of devices. @param showsPeople whether the account may read who has a device */
export function deviceColumns(showsPeople: boolean): TableColumn<Device>[] {
  const { assetTag, serialNumber, status, room, cart } = sharedColumns<Device>();
  return [
    { ...assetTag, sort: 'assetTag' },
    serialNumber,
    {
      id: 'model',
      label: t('field.model'),
      width: 13,
      onCard: 'line',
      inFile: ['manufacturer', 'model'],
      cell: ({ manufacturer, model }) => `${manufacturer} ${model}`,
    },
    { id: 'kind', label: t('field.kind'), width: 7, isExtra: true, cell: ({ kind }) => word('kind', kind) },
    { ...status, sort: 'status' },
    {
      id: 'site',
      label: t('field.site'),
      width: 12,
      onCard: 'line',
      inFile: ['site', 'siteName'],
      cell: ({ siteName }) => siteName,
    },
    room,
    { ...cart, isExtra: true },
    ...(showsPeople ? [person] : []),
    {
      id: 'inServiceOn',
      label: t('field.inServiceOn'),
      width: 10,
      sort: 'inServiceOn',
      cell: ({ inServiceOn }) => day(inServiceOn),
    },
    {
      id: 'statusSince',
      label: t('field.statusSince'),
      width: 8,
      sort: 'statusSince',
      isExtra: true,
      cell: ({ statusSince }) => instantDay(statusSince),
    },
    ...extraColumns(),
  ];
}

const person: TableColumn<Device> = {
  id: 'person',
  get label() {
    return t('field.person');
  },
  width: 10,
  isExtra: true,
  cell: ({ personName, personId }) => personName ?? (personId === null ? null : t('devices.somebody')),
};

function extraColumns(): TableColumn<Device>[] {
  return [
    {
      id: 'autoUpdateEndsOn',
      label: t('field.autoUpdateEndsOn'),
      width: 8,
      isExtra: true,
      cell: ({ autoUpdateEndsOn }) => day(autoUpdateEndsOn),
    },
    {
      id: 'coverageEndsOn',
      label: t('coverage.endsColumn'),
      width: 8,
      isExtra: true,
      cell: ({ coverageEndsOn }) => day(coverageEndsOn),
    },
    {
      id: 'purchasedOn',
      label: t('field.purchasedOn'),
      width: 8,
      isExtra: true,
      cell: ({ purchasedOn }) => day(purchasedOn),
    },
    {
      id: 'costCents',
      label: t('field.costCents'),
      width: 7,
      isExtra: true,
      isNumber: true,
      cell: ({ costCents }) => money(costCents),
    },
    {
      id: 'purchaseReference',
      label: t('field.purchaseReference'),
      width: 9,
      isExtra: true,
      cell: ({ purchaseReference }) => purchaseReference,
    },
    {
      id: 'fundingSource',
      label: t('field.fundingSource'),
      width: 10,
      isExtra: true,
      cell: ({ fundingSource }) => fundingSource,
    },
    { id: 'region', label: t('field.region'), width: 8, isExtra: true, cell: ({ region }) => region },
    { id: 'notes', label: t('field.notes'), width: 14, isExtra: true, cell: ({ notes }) => notes },
  ];
}

/** The day of an instant where the reader is. */
function instantDay(instant: string): string {
  return day(new Date(instant).toLocaleDateString('sv-SE'));
}
