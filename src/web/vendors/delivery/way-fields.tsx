import { NumberInput, PasswordInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { when } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { DeliveryDraft, VendorDelivery } from './delivery-draft.js';

export interface WayProps {
  draft: DeliveryDraft;
  onChange: (change: Partial<DeliveryDraft>) => void;
  problem: Problem | undefined;
  /** When each secret was set. */
  secrets: VendorDelivery['secrets'];
}

/** What the chosen way of delivery needs. */
export function WayFields(props: WayProps) {
  switch (props.draft.by) {
    case 'sftp':
      return <SftpFields {...props} />;
    case 'email':
      return <Text name="to" help={t('delivery.toHelp')} required {...props} />;
    case 'https':
      return (
        <Stack gap="sm">
          <Text name="url" help={t('delivery.urlHelp')} required {...props} />
          <Long name="certificate" help={t('delivery.certificateHelp')} {...props} />
          <Secret name="secret" setAt={props.secrets.signing} help={t('delivery.secretHelp')} {...props} />
        </Stack>
      );
    default:
      return null;
  }
}

function SftpFields(props: WayProps) {
  const { draft, onChange, problem, secrets } = props;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Text name="host" required {...props} />
        <NumberInput
          label={t('delivery.port')}
          value={draft.port}
          onChange={(port) => onChange({ port: String(port) })}
          error={problem?.of('delivery.port')}
          allowDecimal={false}
          allowNegative={false}
          hideControls
        />
        <Text name="username" required {...props} />
        <Text name="folder" help={t('delivery.folderHelp')} {...props} />
      </SimpleGrid>
      <Text name="hostKey" help={t('delivery.hostKeyHelp')} required {...props} />
      <Secret name="password" setAt={secrets.password} help={t('delivery.passwordHelp')} {...props} />
      <Long name="privateKey" help={keptHelp(t('delivery.privateKeyHelp'), secrets.privateKey)} {...props} />
    </Stack>
  );
}

type FieldName = 'host' | 'username' | 'folder' | 'hostKey' | 'to' | 'url' | 'certificate' | 'privateKey';

function Text({
  name,
  help,
  required,
  draft,
  onChange,
  problem,
}: WayProps & { name: FieldName; help?: string; required?: boolean }) {
  return (
    <TextInput
      label={t(`delivery.${name}`)}
      description={help}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(`delivery.${name}`)}
      required={required}
      autoComplete="off"
      autoCapitalize="none"
    />
  );
}

function Long({ name, help, draft, onChange, problem }: WayProps & { name: FieldName; help: string }) {
  return (
    <Textarea
      label={t(`delivery.${name}`)}
      description={help}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(`delivery.${name}`)}
      autosize
      minRows={2}
      maxRows={8}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function Secret({
  name,
  help,
  setAt,
  draft,
  onChange,
  problem,
}: WayProps & { name: 'password' | 'secret'; help: string; setAt: string | null }) {
  return (
    <PasswordInput
      label={t(`delivery.${name}`)}
      description={keptHelp(help, setAt)}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(`delivery.${name}`)}
      aria-invalid={Boolean(problem?.of(`delivery.${name}`))}
      autoComplete="new-password"
    />
  );
}

function keptHelp(help: string, setAt: string | null): string {
  return setAt === null ? help : `${help} ${t('delivery.kept', { when: when(setAt) })}`;
}
