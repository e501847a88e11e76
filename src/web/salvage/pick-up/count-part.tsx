import { Alert, NumberInput, Stack, Text } from '@mantine/core';
import { Part } from '../../common/part.js';
import { number } from '../../common/words.js';
import { nameOfDevice } from '../../devices/device-names.js';
import { t } from '../../text/text.js';
import { countedOf, expectedOf, type LotDevice, type PickUpDraft, takenOf } from './pick-up-draft.js';

interface Props {
  devices: readonly LotDevice[];
  draft: PickUpDraft;
  /** Why the count was refused. */
  error: string | undefined;
  onChange: (counted: string) => void;
}

/** What the driver counted, and what differs from the manifest: shown before anybody signs. */
export function CountPart({ devices, draft, error, onChange }: Props) {
  const counted = countedOf(draft);
  const expected = expectedOf(devices, draft);
  const differs = counted !== undefined && counted !== expected;
  const left = devices.filter(({ deviceId }) => deviceId in draft.notTaken);
  const taken = takenOf(devices, draft).length;
  return (
    <Part id="pick-up-count" title={t('pickUp.count')}>
      <Stack gap="sm">
        <NumberInput
          label={t('pickUp.counted')}
          description={t('pickUp.expected', {
            expected: number(expected),
            onManifest: number(devices.length),
            left: left.length,
            extras: draft.extras.length,
          })}
          value={draft.counted}
          onChange={(value) => onChange(String(value))}
          error={differs ? t('pickUp.countDiffers', { counted, expected }) : error}
          allowNegative={false}
          allowDecimal={false}
          inputMode="numeric"
          hideControls
          required
          maw={420}
        />
        {left.length + draft.extras.length === 0 ? (
          <Text>{t('pickUp.noDifferences')}</Text>
        ) : (
          <Alert color="orange" title={t('pickUp.differences')}>
            {left.length > 0 && (
              <Text className="lot-words">
                {t('pickUp.stays', { count: left.length, names: left.map(nameOfDevice).join(', ') })}
              </Text>
            )}
            {draft.extras.length > 0 && (
              <Text className="lot-words">
                {t('pickUp.tooMany', {
                  count: draft.extras.length,
                  names: draft.extras.map(({ code }) => code).join(', '),
                })}
              </Text>
            )}
          </Alert>
        )}
        {taken === 0 && <Text fw={700}>{t('pickUp.nothingTaken')}</Text>}
      </Stack>
    </Part>
  );
}
