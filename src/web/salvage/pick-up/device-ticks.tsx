import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Part } from '../../common/part.js';
import { number } from '../../common/words.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { t } from '../../text/text.js';
import type { LotDevice, PickUpDraft } from './pick-up-draft.js';

/** A phone shows no more at once. */
const FEW = 50;

interface Props {
  devices: readonly LotDevice[];
  /** This person can scan the devices. */
  scans: boolean;
  isChecked: (device: LotDevice) => boolean;
  notTaken: PickUpDraft['notTaken'];
  onChange: (notTaken: PickUpDraft['notTaken']) => void;
}

/** The devices of the manifest, those that nobody has scanned first, each to be marked as not taken. */
export function DeviceTicks({ devices, scans, isChecked, notTaken, onChange }: Props) {
  const [shows, setShows] = useState<'missing' | 'checked'>('missing');
  const [shown, setShown] = useState(FEW);
  const checked = devices.filter(isChecked);
  const missing = devices.filter((device) => !isChecked(device));
  const list = shows === 'missing' ? missing : checked;
  const untold = missing.filter(({ deviceId }) => !(deviceId in notTaken));
  const markAll = (): void =>
    onChange({ ...notTaken, ...Object.fromEntries(untold.map(({ deviceId }) => [deviceId, ''])) });
  return (
    <Part
      id="pick-up-devices"
      title={t('pickUp.scannedOf', { scanned: number(checked.length), count: devices.length })}
    >
      <Stack gap="sm">
        <Text size="sm">{t(scans ? 'pickUp.devicesText' : 'pickUp.devicesTextTicks')}</Text>
        <SegmentedControl
          aria-label={t('pickUp.shows')}
          value={shows}
          onChange={(value) => {
            setShows(value);
            setShown(FEW);
          }}
          data={[
            { value: 'missing', label: t('pickUp.missing', { count: number(missing.length) }) },
            { value: 'checked', label: t('pickUp.checked', { count: number(checked.length) }) },
          ]}
        />
        {list.length === 0 && (
          <Text>{t(shows === 'missing' ? 'pickUp.missingNone' : 'pickUp.checkedNone')}</Text>
        )}
        {shows === 'missing' && untold.length > 1 && checked.length > 0 && (
          <Group>
            <Button variant="default" onClick={markAll}>
              {t('pickUp.markAll', { count: number(untold.length) })}
            </Button>
          </Group>
        )}
        <ul className="lot-rows">
          {list.slice(0, shown).map((device) => (
            <li key={device.deviceId}>
              <Tick
                device={device}
                note={notTaken[device.deviceId]}
                notTaken={notTaken}
                onChange={onChange}
              />
            </li>
          ))}
        </ul>
        {list.length > shown && (
          <Button variant="default" onClick={() => setShown((before) => before + FEW)}>
            {t('common.showMore')}
          </Button>
        )}
      </Stack>
    </Part>
  );
}

interface TickProps {
  device: LotDevice;
  /** Undefined where the device is taken. */
  note: string | undefined;
  notTaken: PickUpDraft['notTaken'];
  onChange: (notTaken: PickUpDraft['notTaken']) => void;
}

function Tick({ device, note, notTaken, onChange }: TickProps) {
  const { deviceId, manufacturer, deviceModel, pallet } = device;
  const name = nameOfDevice(device);
  const toggle = (isLeft: boolean): void => {
    const { [deviceId]: _, ...others } = notTaken;
    onChange(isLeft ? { ...notTaken, [deviceId]: '' } : others);
  };
  const about = [
    `${manufacturer} ${deviceModel}`,
    device.assetTag !== null && device.serialNumber,
    pallet && t('pickUp.onPallet', { pallet }),
  ];
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div className="lot-words">
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {about.filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Checkbox
          flex="none"
          size="md"
          label={t('pickUp.notTaken')}
          aria-label={t('pickUp.notTakenOne', { device: name })}
          checked={note !== undefined}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </Group>
      {note !== undefined && (
        <TextInput
          aria-label={t('pickUp.noteOf', { device: name })}
          placeholder={t('pickUp.noteHint')}
          value={note}
          onChange={(event) => onChange({ ...notTaken, [deviceId]: event.currentTarget.value })}
          maxLength={500}
          autoComplete="off"
        />
      )}
    </Stack>
  );
}
