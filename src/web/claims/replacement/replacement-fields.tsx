import { Radio, Stack, TextInput } from '@mantine/core';
import type { Shape } from '../../api/problem.js';
import { CameraView } from '../../scan/code-reader.js';
import { useTypedScanner } from '../../scan/use-typed-scanner.js';
import { t } from '../../text/text.js';
import { hasPlace, type ReplacementForm, takesOverTag } from './replacement-form.js';

interface Props {
  form: ReplacementForm;
  /** The claimed device. */
  device: Shape<'DeviceDetail'>;
  onChange: (change: Partial<ReplacementForm>) => void;
  problemOf: (field: string) => string | undefined;
}

/** What people say of the device that the vendor sent. A scanner or the camera may read its serial number. */
export function ReplacementFields(props: Props) {
  const { form, device, onChange, problemOf } = props;
  const read = (code: string): void => onChange({ serialNumber: code.trim() });
  useTypedScanner(read);
  return (
    <>
      <TextInput
        data-autofocus
        label={t('claimWork.newSerial')}
        description={t('claimWork.newSerialHelp')}
        value={form.serialNumber}
        onChange={(event) => onChange({ serialNumber: event.currentTarget.value })}
        error={problemOf('serialNumber')}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <CameraView onCode={read} />
      <TagFields {...props} />
      {hasPlace(device) && (
        <Radio.Group
          label={t('claimWork.goesTo')}
          value={form.status}
          onChange={(status) => onChange({ status })}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="in_stock" label={t('claimWork.goesTo_stock')} />
            <Radio value="deployed" label={placeWords(device)} />
          </Stack>
        </Radio.Group>
      )}
      <Radio.Group
        label={t('claimWork.dataRemoved')}
        description={t('claimWork.dataRemovedHelp')}
        value={form.dataRemoved}
        onChange={(said) => onChange({ dataRemoved: said })}
        error={problemOf('dataRemoved')}
        required
      >
        <Stack gap="xs" mt={4}>
          <Radio value="wiped" label={t('claimWork.dataRemoved_wiped')} />
          <Radio value="by_vendor" label={t('claimWork.dataRemoved_by_vendor')} />
        </Stack>
      </Radio.Group>
    </>
  );
}

function TagFields({ form, device, onChange, problemOf }: Props) {
  return (
    <>
      <Radio.Group
        label={t('claimWork.tag')}
        value={form.tag}
        onChange={(tag) => onChange({ tag })}
        error={form.tag === 'own' ? undefined : problemOf('assetTag')}
      >
        <Stack gap="xs" mt={4}>
          {takesOverTag(device) && (
            <Radio value="takes_over" label={t('claimWork.tag_takes_over', { tag: device.assetTag ?? '' })} />
          )}
          <Radio value="own" label={t('claimWork.tag_own')} />
          <Radio value="none" label={t('claimWork.tag_none')} />
        </Stack>
      </Radio.Group>
      {form.tag === 'own' && (
        <TextInput
          label={t('claimWork.ownTag')}
          value={form.assetTag}
          onChange={(event) => onChange({ assetTag: event.currentTarget.value })}
          error={problemOf('assetTag')}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      )}
    </>
  );
}

/** Where the claimed device was used: with whom, and in which room or cart. */
function placeWords({ personName, personId, room, cart }: Props['device']): string {
  const places = [
    personId && (personName ?? t('devices.somebody')),
    room && t('claimWork.inRoom', { room }),
    cart && t('claimWork.inCart', { cart }),
  ];
  return t('claimWork.goesTo_place', { place: places.filter(Boolean).join(', ') });
}
