import { List, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { Failed } from '../../common/states.js';
import { day, today } from '../../common/words.js';
import { type Coverage, nameOfCoverage } from '../../coverages/coverage-words.js';
import { FactList } from '../../devices/fact-list.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { t } from '../../text/text.js';
import type { ReplacementForm } from './replacement-form.js';

type Device = Shape<'DeviceDetail'>;

/** What the new device takes over, and what becomes of the old one: said before anything is done. */
export function TakesOver({
  device,
  form,
  resolves,
}: {
  device: Device;
  form: ReplacementForm;
  /** The claim is resolved at the same time. */
  resolves: boolean;
}) {
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="takes-over">
      <Text fw={600} id="takes-over" mb="xs">
        {t('claimWork.takesOver')}
      </Text>
      <FactList
        facts={[
          [t('field.model'), `${device.manufacturer} ${device.model}`],
          [t('field.site'), device.siteName],
          [t('field.fundingSource'), [device.fundingSource, device.fain].filter(Boolean).join(', ')],
          [t('field.purchaseReference'), device.purchaseReference],
          [t('field.purchasedOn'), day(device.purchasedOn)],
          [t('claimWork.coverage'), <Coverages key="coverage" deviceId={device.id} />],
        ]}
      />
      <List size="sm" mt="xs">
        <List.Item>{t('claimWork.oldLeaves', { device: oldName(device, form) })}</List.Item>
        {device.personId !== null && form.status === 'in_stock' && (
          <List.Item>
            {t('claimWork.loanEnds', { name: device.personName ?? t('devices.somebody') })}
          </List.Item>
        )}
        {resolves && <List.Item>{t('claimWork.claimResolved')}</List.Item>}
      </List>
    </Paper>
  );
}

/** The old device is not called by a tag that is on the new one. */
function oldName(device: Device, { tag }: ReplacementForm): string {
  return tag === 'takes_over' ? (device.serialNumber ?? '') : nameOfDevice(device);
}

/** Which coverages go on for the new device, and which end with the old one. */
function Coverages({ deviceId }: { deviceId: string }) {
  const { data, error } = useQuery({
    queryKey: ['device', deviceId, 'coverage'],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/coverage', { params: { path: { id: deviceId } } })),
  });
  if (!data) return error ? <Failed title={t('coverage.failed')} error={error} /> : '…';
  const current = data.coverages.filter(({ lastOn }) => lastOn >= today());
  if (current.length === 0) return t('claimWork.coverageNone');
  return current.map((coverage) => (
    <Text key={coverage.id} size="sm">
      {wordsOf(coverage)}
    </Text>
  ));
}

function wordsOf(coverage: Coverage): string {
  const name = nameOfCoverage(coverage);
  return coverage.onReplacement === 'transfers'
    ? t('claimWork.coverageGoesOn', { name, day: day(coverage.lastOn) })
    : t('claimWork.coverageEnds', { name });
}
