import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { normaliseCode } from '../../../devices/device-codes.js';
import { api, answer } from '../../api/client.js';
import { AskWhichDevice } from '../../scan/ask-which-device.js';
import { CodeReader } from '../../scan/code-reader.js';
import { tell } from '../../scan/feedback.js';
import { ResultBanner } from '../../scan/result-banner.js';
import { useScanning } from '../../scan/use-scanning.js';
import { t } from '../../text/text.js';
import type { LotDevice } from './pick-up-draft.js';
import { CHECK_OUT } from './use-checked.js';

interface Props {
  /** Code of the site where the lot stands. */
  site: string;
  devices: readonly LotDevice[];
  onScanned: (deviceId: string) => void;
  onExtra: (code: string) => void;
}

/** Scans what is loaded. A scan is kept on the phone first, so that it also counts where the dock has no network. */
export function DockScanner({ site, devices, onScanned, onExtra }: Props) {
  const said = useCallback(() => ({ action: CHECK_OUT, site }), [site]);
  const { shown, choice, record, choose, dismissChoice } = useScanning(said);
  const [stranger, setStranger] = useState<string>();
  const read = async (text: string): Promise<void> => {
    const code = normaliseCode(text);
    setStranger(undefined);
    const deviceId = await deviceOnLot(code, devices);
    if (deviceId === undefined) {
      tell('bad');
      setStranger(code);
      return;
    }
    onScanned(deviceId);
    await record(code);
  };
  const note = (code: string): void => {
    setStranger(undefined);
    onExtra(code);
  };
  return (
    <Stack gap="sm" maw={720}>
      {stranger === undefined ? (
        <ResultBanner shown={shown} />
      ) : (
        <Alert color="orange" role="alert" title={t('pickUp.stranger', { code: stranger })}>
          <Text mb="sm">{t('pickUp.strangerText')}</Text>
          <Group gap="xs">
            <Button onClick={() => note(stranger)}>{t('pickUp.noteExtra')}</Button>
            <Button variant="default" onClick={() => setStranger(undefined)}>
              {t('pickUp.strangerStays')}
            </Button>
          </Group>
        </Alert>
      )}
      <CodeReader onCode={(code) => void read(code)} />
      <AskWhichDevice
        choice={choice}
        onChoose={(deviceId) => void choose(deviceId)}
        onClose={dismissChoice}
      />
    </Stack>
  );
}

/** Id of the device of the lot that has a code, also an older one. Without a network, only those on the manifest are known. */
async function deviceOnLot(code: string, devices: readonly LotDevice[]): Promise<string | undefined> {
  const known = devices.find(({ assetTag, serialNumber }) => assetTag === code || serialNumber === code);
  if (known) return known.deviceId;
  const ids = new Set(devices.map(({ deviceId }) => deviceId));
  const found = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } })).catch(
    () => ({ items: [] }),
  );
  return found.items.find(({ id }) => ids.has(id))?.id;
}
