import { NativeSelect, PasswordInput, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormWindow } from '../common/form-window.js';
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
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const fields = ['vendor', ...names.map((name) => `credentials.${name}`)];
  return (
    <FormWindow
      title={t('lookUps.credentials', { maker: manufacturer })}
      confirm={t('lookUps.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={fields.some((field) => problem?.of(field))}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <Text>{t('lookUps.credentialsText', { maker: manufacturer })}</Text>
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
    </FormWindow>
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
