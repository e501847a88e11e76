import '../common/table/table.css';
import { Alert, CloseButton, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { nameOfDevice } from '../devices/device-names.js';
import { CodeReader } from '../scan/code-reader.js';
import { t } from '../text/text.js';
import { PrintButtons, type PrintProps } from './print-buttons.js';

/** Labels of what somebody has scanned or typed, one after the other. */
export function ScannedLabels({ onPrint, isPending }: PrintProps) {
  const [devices, setDevices] = useState<Shape<'DeviceFound'>[]>([]);
  const finding = useMutation({
    mutationFn: async (code: string) => {
      const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
      if (items.length === 0) throw new Error(t('labels.noDevice', { code }));
      return items;
    },
    onSuccess: (items) =>
      setDevices((before) => [...before, ...items.filter(({ id }) => !before.some((one) => one.id === id))]),
  });
  return (
    <Stack>
      <Text>{t('labels.scanText')}</Text>
      <CodeReader onCode={(code) => finding.mutate(code)} />
      {finding.error && (
        <Alert color="red" role="alert">
          {wordsOf(finding.error)}
        </Alert>
      )}
      <Group gap="xs">
        {devices.map((device) => (
          <div key={device.id} className="filter-chip">
            <span className="filter-chip-text">{nameOfDevice(device)}</span>
            <CloseButton
              aria-label={t('labels.remove', { name: nameOfDevice(device) })}
              onClick={() => setDevices((before) => before.filter(({ id }) => id !== device.id))}
            />
          </div>
        ))}
      </Group>
      <Group>
        <PrintButtons
          onPrint={onPrint({ devices: devices.map(({ id }) => id) })}
          isPending={isPending}
          disabled={devices.length === 0}
        />
        <Text role="status">{t('common.labels', { count: devices.length })}</Text>
      </Group>
    </Stack>
  );
}
