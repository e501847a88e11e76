import { Button, Modal, Stack, Text } from '@mantine/core';
import type { KnownDevice } from '../journal/database.js';
import { nameOf } from '../journal/verdicts.js';
import { word } from '../common/words.js';
import { useSiteName } from '../journal/site-names.js';
import { t } from '../text/text.js';

interface Props {
  code: string;
  devices: KnownDevice[];
  onChoose: (deviceId: string) => void;
  onClose: () => void;
}

/** Several devices have one code: which of them it is. */
export function DeviceChooser({ code, devices, onChoose, onClose }: Props) {
  const siteName = useSiteName();
  return (
    <Modal opened onClose={onClose} title={t('scan.whichDevice', { code })}>
      <Stack>
        {devices.map((device, i) => {
          const { id, model, kind, status, site, room } = device;
          const about = [model ?? word('kind', kind), word('status', status), siteName(site), room];
          const words = about.filter(Boolean).join(' · ');
          // Of a device at another site, this phone knows only where it is. The inbox knows which one it is.
          if (id === null) return <Text key={i}>{t('scan.otherSiteToo', { device: words })}</Text>;
          return (
            <Button key={id} variant="default" h="auto" py="sm" onClick={() => onChoose(id)}>
              <Stack gap={0}>
                <Text fw={700}>{nameOf(device)}</Text>
                <Text size="sm">{words}</Text>
              </Stack>
            </Button>
          );
        })}
        <Button variant="subtle" onClick={onClose}>
          {t('scan.decideLater')}
        </Button>
      </Stack>
    </Modal>
  );
}
