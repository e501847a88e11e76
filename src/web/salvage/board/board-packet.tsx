import { Anchor, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../../api/address.js';
import { api, answer, tagged } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { centsOf, dollarsOf } from '../../common/dollars.js';
import { FormWindow } from '../../common/form-window.js';
import { Loaded } from '../../common/loaded.js';
import { MoneyInput } from '../../common/money-input.js';
import { Part } from '../../common/part.js';
import { money } from '../../common/words.js';
import { t } from '../../text/text.js';

const KEY = ['salvage-settings'];

/** What the board reads, and from which value on it sees photos. */
export function BoardPacket({ id }: { id: string }) {
  const query = useQuery({ queryKey: KEY, queryFn: () => tagged(api.GET('/api/v1/salvage/settings')) });
  return (
    <Part id="board-item-packet" title={t('boardItems.packet')}>
      <Text size="sm" mb="xs">
        {t('boardItems.packetText')}
      </Text>
      <Group gap="md" mb="xs">
        <Anchor href={addressOf('/api/v1/board-items/{id}/packet.pdf', { id })} download>
          {t('boardItems.packetPdf')}
        </Anchor>
        <Anchor href={addressOf('/api/v1/board-items/{id}/packet.xlsx', { id })} download>
          {t('boardItems.packetXlsx')}
        </Anchor>
      </Group>
      <Loaded query={query} failed={t('boardItems.photosFailed')}>
        {({ value, etag }) => <PhotosAbove cents={value.photosAboveCents} etag={etag} />}
      </Loaded>
    </Part>
  );
}

function PhotosAbove({ cents, etag }: { cents: number; etag: string }) {
  const [isChanging, setIsChanging] = useState(false);
  return (
    <>
      <Group gap="sm">
        <Text size="sm">{t('boardItems.photosAbove', { amount: money(cents) })}</Text>
        <Button size="sm" variant="default" onClick={() => setIsChanging(true)}>
          {t('boardItems.changeAmount')}
        </Button>
      </Group>
      {isChanging && <AmountWindow cents={cents} etag={etag} onClose={() => setIsChanging(false)} />}
    </>
  );
}

function AmountWindow({ cents, etag, onClose }: { cents: number; etag: string; onClose: () => void }) {
  const [amount, setAmount] = useState(dollarsOf(cents));
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/salvage/settings', {
          params: { header: { 'If-Match': etag } },
          // The API says that the amount is missing.
          body: { photosAboveCents: centsOf(amount) as number },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      onClose();
    },
  });
  const problem = saving.error instanceof Problem ? saving.error.of('photosAboveCents') : undefined;
  return (
    <FormWindow
      title={t('boardItems.changeAmount')}
      confirm={t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={problem !== undefined}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <MoneyInput
        label={t('boardItems.amount')}
        help={t('boardItems.amountHelp')}
        value={amount}
        onChange={setAmount}
        error={problem}
      />
    </FormWindow>
  );
}
