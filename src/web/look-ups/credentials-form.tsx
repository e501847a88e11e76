import { Button, Group, Modal, NativeSelect, PasswordInput, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormProblem, useFocusOnProblem } from '../common/form-problem.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';

const LABELS: Readonly<Record<string, () => string>> = {
  clientId: () => t('lookUps.clientId'),
  clientSecret: () => t('lookUps.clientSecret'),
  keyId: () => t('lookUps.keyId'),
  privateKey: () => t('lookUps.privateKey'),
};

/** Takes what a manufacturer gives to those who may ask it. */
export function CredentialsForm({
  account: { maker, manufacturer, credentials: names, vendor },
  onClose,
}: {
  account: Shape<'MakerAccountView'>;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const vendors = useVendorChoices();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<Record<string, string>>({});
  // The vendor of the same name is the usual one.
  const usual = vendors.find(({ value }) => value === maker)?.value ?? vendors[0]?.value;
  const key = chosen ?? vendor ?? usual ?? '';
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/maker-accounts/{maker}', {
          params: { path: { maker } },
          body: {
            vendor: key,
            credentials: Object.fromEntries(names.map((name) => [name, (typed[name] ?? '').trim()])),
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['maker-accounts'] });
      onClose();
    },
  });
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, saving.error);
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('lookUps.credentials', { maker: manufacturer })}>
      <form onSubmit={submit} ref={element} noValidate autoComplete="off">
        <Stack>
          <Text>{t('lookUps.credentialsText', { maker: manufacturer })}</Text>
          <FormProblem
            error={saving.error}
            fields={['vendor', ...names.map((name) => `credentials.${name}`)]}
          />
          <NativeSelect
            label={t('lookUps.vendor')}
            description={vendors.length > 0 ? t('lookUps.vendorHelp') : t('lookUps.vendorMissing')}
            value={key}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={vendors}
            error={problem?.of('vendor')}
          />
          {names.map((name, i) => (
            <Credential
              key={name}
              name={name}
              value={typed[name] ?? ''}
              isFirst={i === 0}
              error={problem?.of(`credentials.${name}`)}
              onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          ))}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('lookUps.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface CredentialProps {
  name: string;
  value: string;
  isFirst: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Credential({ name, value, isFirst, error, onChange }: CredentialProps) {
  const label = LABELS[name]?.() ?? name;
  if (name === 'privateKey')
    return (
      <Textarea
        label={label}
        description={t('lookUps.privateKeyHelp')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        rows={5}
        spellCheck={false}
        required
      />
    );
  return (
    <PasswordInput
      data-autofocus={isFirst || undefined}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      aria-invalid={error === undefined ? undefined : true}
      autoComplete="off"
      required
    />
  );
}
