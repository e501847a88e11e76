import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { normaliseCode } from '../../../devices/device-codes.js';
import type { Problem } from '../../api/problem.js';
import { Part } from '../../common/part.js';
import { t } from '../../text/text.js';
import type { PickUpDraft } from './pick-up-draft.js';

interface Props {
  extras: PickUpDraft['extras'];
  problem: Problem | undefined;
  onChange: (extras: PickUpDraft['extras']) => void;
  onAdd: (code: string) => void;
}

/** Devices that are loaded and not on the manifest. */
export function ExtraCodes({ extras, problem, onChange, onAdd }: Props) {
  const [code, setCode] = useState('');
  const add = (): void => {
    const typed = normaliseCode(code);
    if (typed === '') return;
    onAdd(typed);
    setCode('');
  };
  return (
    <Part id="pick-up-extras" title={t('pickUp.extras')}>
      <Stack gap="sm">
        <Text size="sm">{t('pickUp.extrasText')}</Text>
        {extras.map((extra, i) => (
          <Stack key={extra.code} gap="xs">
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Text fw={600} className="lot-words">
                {extra.code}
              </Text>
              <Button
                size="sm"
                flex="none"
                variant="default"
                aria-label={t('pickUp.removeExtra', { code: extra.code })}
                onClick={() => onChange(extras.filter((one) => one !== extra))}
              >
                {t('lots.remove')}
              </Button>
            </Group>
            <TextInput
              aria-label={t('pickUp.noteOf', { device: extra.code })}
              placeholder={t('pickUp.noteHint')}
              value={extra.note}
              onChange={({ currentTarget: { value } }) =>
                onChange(extras.map((one) => (one === extra ? { ...one, note: value } : one)))
              }
              maxLength={500}
              autoComplete="off"
            />
            {problem?.of(`extras.${i}.code`) && (
              <Alert color="red" role="alert">
                {problem.of(`extras.${i}.code`)}
              </Alert>
            )}
          </Stack>
        ))}
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('pickUp.extraCode')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // It adds a code, and does not hand over the lot.
              event.preventDefault();
              add();
            }}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button variant="default" onClick={add}>
            {t('scan.add')}
          </Button>
        </Group>
      </Stack>
    </Part>
  );
}
