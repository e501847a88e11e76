import { Button, Modal, Stack, Text } from '@mantine/core';
import type { FieldDevice } from '../journal/database.js';
import { nameOf } from '../journal/verdicts.js';
import { KIND_WORDS, STATUS_WORDS } from '../common/words.js';

interface Props {
  code: string;
  devices: FieldDevice[];
  onChoose: (deviceId: string) => void;
  onClose: () => void;
}

/** Several devices have one code: which of them it is. */
export function DeviceChooser({ code, devices, onChoose, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={`Which device with ${code}?`} lockScroll={false}>
      <Stack>
        {devices.map((device) => (
          <Button key={device.id} variant="default" h="auto" py="sm" onClick={() => onChoose(device.id)}>
            <Stack gap={0}>
              <Text fw={700}>{nameOf(device)}</Text>
              <Text size="sm">
                {[
                  device.model ?? KIND_WORDS[device.kind],
                  STATUS_WORDS[device.status],
                  device.site,
                  device.room,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            </Stack>
          </Button>
        ))}
        <Button variant="subtle" onClick={onClose}>
          Decide later, in the inbox
        </Button>
      </Stack>
    </Modal>
  );
}
