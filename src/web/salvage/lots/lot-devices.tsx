import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { type Shape, wordsOf } from '../../api/problem.js';
import { ListFiles } from '../../common/list-files.js';
import { Pages } from '../../common/pages.js';
import { Part } from '../../common/part.js';
import { TextLink } from '../../common/text-link.js';
import { when } from '../../common/words.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { AddDevices } from './add-devices.js';
import { lackWords, type Lot } from './lot-words.js';

const PAGE = 100;

/** The devices of a lot, with what each lacks; while it is open, devices are added and removed. */
export function LotDevices({ lot }: { lot: Lot }) {
  const { id, state } = lot;
  const edits = may(useSession(), 'salvage:edit') && state === 'open';
  return (
    <Part
      id="lot-devices"
      title={t('lots.devicesTitle', { count: lot.devices })}
      actions={lot.devices > 0 && <ListFiles path="/api/v1/lots/{id}/devices" names={{ id }} />}
    >
      <Stack gap="sm">
        {edits && <AddDevices lot={lot} />}
        <Pages
          queryKey={['lot-devices', id]}
          load={(cursor) =>
            answer(
              api.GET('/api/v1/lots/{id}/devices', {
                params: {
                  path: { id },
                  query: { limit: PAGE, cursor, sort: edits ? '-addedAt' : 'addedAt' },
                },
              }),
            )
          }
          empty={<Text c="dimmed">{t(edits ? 'lots.devicesNone' : 'lots.devicesNoneEver')}</Text>}
        >
          {(devices) => <DeviceTable lot={lot} devices={devices} edits={edits} />}
        </Pages>
      </Stack>
    </Part>
  );
}

interface TableProps {
  lot: Lot;
  devices: readonly Shape<'LotDeviceView'>[];
  edits: boolean;
}

function DeviceTable({ lot: { id, state }, devices, edits }: TableProps) {
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: (deviceId: string) =>
      answer(
        api.PUT('/api/v1/lots/{id}/devices', {
          params: { path: { id } },
          body: { add: [], remove: [deviceId] },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  const isOpen = state === 'open';
  const showsChecked = state === 'approved' || state === 'picked_up' || state === 'settled';
  return (
    <>
      {removing.error && (
        <Alert color="red" role="alert">
          {wordsOf(removing.error)}
        </Alert>
      )}
      <div className="wide" tabIndex={0} role="region" aria-label={t('lots.devicesTable')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.device')}</Table.Th>
              <Table.Th>{t('field.model')}</Table.Th>
              <Table.Th>{t('lots.pallet')}</Table.Th>
              <Table.Th>{t('lots.condition')}</Table.Th>
              {isOpen && <Table.Th>{t('lots.lacks')}</Table.Th>}
              {showsChecked && <Table.Th>{t('lots.checkedAt')}</Table.Th>}
              {edits && <Table.Th>{t('lots.removeColumn')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {devices.map((device) => (
              <Table.Tr key={device.deviceId}>
                <Table.Td>
                  <TextLink fw={600} to="/devices/$id" params={{ id: device.deviceId }}>
                    {nameOfDevice(device)}
                  </TextLink>
                </Table.Td>
                <Table.Td data-label={t('field.model')}>
                  {`${device.manufacturer} ${device.deviceModel}`}
                </Table.Td>
                <Table.Td data-label={t('lots.pallet')} data-blank={device.pallet === null || undefined}>
                  {device.pallet}
                </Table.Td>
                <Table.Td
                  data-label={t('lots.condition')}
                  data-blank={device.condition === null || undefined}
                >
                  {device.condition}
                </Table.Td>
                {isOpen && (
                  <Table.Td data-label={t('lots.lacks')}>
                    {device.lacks.length === 0
                      ? t('lots.lacksNothing')
                      : device.lacks.map((lack) => lackWords(lack)).join(' · ')}
                  </Table.Td>
                )}
                {showsChecked && (
                  <Table.Td data-label={t('lots.checkedAt')}>
                    {device.checkedAt === null ? t('lots.notChecked') : when(device.checkedAt)}
                  </Table.Td>
                )}
                {edits && (
                  <Table.Td>
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('lots.removeOne', { device: nameOfDevice(device) })}
                      disabled={removing.isPending}
                      onClick={() => removing.mutate(device.deviceId)}
                    >
                      {t('lots.remove')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
