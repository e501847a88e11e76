import { Anchor, Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../../api/address.js';
import { Part } from '../../common/part.js';
import { Failed } from '../../common/states.js';
import { day, money, number } from '../../common/words.js';
import { ACCEPTED } from '../../common/files/prepared-file.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { DueText } from './lot-badges.js';
import { dueWords, type Lot, type Obligation } from './lot-words.js';
import { type Asked, ObligationWindow } from './obligation-window.js';
import { sendPaper } from './send-paper.js';

/** What is still owed after a pick-up: papers, weights and money, each with its day. */
export function LotObligations({ lot }: { lot: Lot }) {
  const files = may(useSession(), 'salvage:approve') && lot.state === 'picked_up';
  const [asked, setAsked] = useState<{ kind: Obligation['kind']; what: Asked }>();
  const obligation = lot.obligations.find(({ kind }) => kind === asked?.kind);
  return (
    <Part id="lot-obligations" title={t('lots.obligations')}>
      {lot.obligations.length === 0 && <Text c="dimmed">{t('lots.obligationsNone')}</Text>}
      <ul className="lot-rows">
        {lot.obligations.map((one) => (
          <li key={one.kind}>
            <Row
              lotId={lot.id}
              obligation={one}
              files={files}
              onAsk={(what) => setAsked({ kind: one.kind, what })}
            />
          </li>
        ))}
      </ul>
      {asked && obligation && (
        <ObligationWindow
          lotId={lot.id}
          obligation={obligation}
          what={asked.what}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Part>
  );
}

interface RowProps {
  lotId: string;
  obligation: Obligation;
  files: boolean;
  onAsk: (what: Asked) => void;
}

function Row({ lotId, obligation, files, onAsk }: RowProps) {
  const { kind, dueOn, filedOn, waivedBecause, hasFile } = obligation;
  const name = t(`lots.obligation_${kind}`);
  const isOpen = filedOn === null && waivedBecause === null;
  const due = dueWords(dueOn);
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Text fw={600}>{name}</Text>
        {isOpen && due && <DueText of={due} />}
      </Group>
      <Filed obligation={obligation} />
      {hasFile && (
        <Anchor
          href={addressOf('/api/v1/lots/{id}/obligations/{kind}/file', { id: lotId, kind })}
          aria-label={t('lots.labelOf', { label: t('lots.downloadPaper'), name })}
          download
        >
          {t('lots.downloadPaper')}
        </Anchor>
      )}
      {files && (
        <Group gap="xs" mt="xs">
          <Button
            size="sm"
            variant={isOpen ? 'filled' : 'default'}
            aria-label={t(isOpen ? 'lots.fileOne' : 'lots.fileAgainOne', { name })}
            onClick={() => onAsk('file')}
          >
            {t(isOpen ? 'lots.file' : 'common.edit')}
          </Button>
          {!isOpen && <Upload lotId={lotId} obligation={obligation} />}
          {isOpen && (
            <>
              <Button
                size="sm"
                variant="default"
                aria-label={t('lots.waiveOne', { name })}
                onClick={() => onAsk('waive')}
              >
                {t('lots.waive')}
              </Button>
              <Button
                size="sm"
                variant="default"
                aria-label={t('lots.moveDueOne', { name })}
                onClick={() => onAsk('move')}
              >
                {t('lots.moveDue')}
              </Button>
            </>
          )}
        </Group>
      )}
    </>
  );
}

/** What was filed, in one line. */
function Filed({ obligation }: { obligation: Obligation }) {
  const { filedOn, reference, amountCents, weightKg, waivedBecause, filedByName } = obligation;
  if (filedOn === null && waivedBecause === null) return null;
  const parts = [
    filedOn && t('lots.filedOn', { day: day(filedOn) }),
    waivedBecause && t('lots.waived', { reason: waivedBecause }),
    reference,
    money(amountCents),
    weightKg !== null && t('lots.kilograms', { weight: number(weightKg) }),
    filedByName,
  ];
  return (
    <Text size="sm" className="lot-words">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
}

/** Stores the paper of something that is filed already. */
function Upload({ lotId, obligation: { kind, hasFile } }: { lotId: string; obligation: Obligation }) {
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => sendPaper(lotId, kind, file),
    onSuccess: () => queries.invalidateQueries(),
  });
  const words = t(hasFile ? 'lots.replacePaper' : 'lots.addPaper');
  const name = t(`lots.obligation_${kind}`);
  return (
    <>
      <FileButton accept={ACCEPTED} onChange={(file) => file && sending.mutate(file)}>
        {(props) => (
          <Button
            {...props}
            size="sm"
            variant="default"
            loading={sending.isPending}
            aria-label={t('lots.labelOf', { label: words, name })}
          >
            {words}
          </Button>
        )}
      </FileButton>
      {sending.error && <Failed title={t('lots.paperNotSaved')} error={sending.error} />}
    </>
  );
}
