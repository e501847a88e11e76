import { Button, Card, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { useHasDraft } from '../common/use-draft.js';
import { day, money } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { t } from '../text/text.js';
import { PoolLink } from '../pools/pool-link.js';
import { CoverageBadge } from './coverage-badge.js';
import { CoverageEditor, draftName } from './coverage-editor.js';
import {
  type Coverage,
  exclusionWords,
  incidentWords,
  nameOfCoverage,
  sourceWords,
} from './coverage-words.js';

/** One warranty or contract with all its terms, and what can be done with it. */
export function CoverageCard({ coverage, edits }: { coverage: Coverage; edits: boolean }) {
  const name = nameOfCoverage(coverage);
  const hasDraft = useHasDraft(draftName(coverage.id));
  const [isEditing, setIsEditing] = useState(edits && hasDraft);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  return (
    <Card withBorder component="article" aria-label={name}>
      {isEditing ? (
        <CoverageEditor coverage={coverage} onDone={() => setIsEditing(false)} />
      ) : (
        <>
          <Group justify="space-between" align="start" gap="xs" mb="xs">
            <Text fw={600}>{name}</Text>
            <CoverageBadge state={coverage.state} lastOn={coverage.lastOn} />
          </Group>
          <FactList facts={factsOf(coverage)} />
          {edits && (
            <Group mt="sm" gap="xs">
              <Button
                variant="default"
                size="sm"
                aria-label={t('coverage.editOf', { name })}
                onClick={() => setIsEditing(true)}
              >
                {t('common.edit')}
              </Button>
              <Button
                variant="default"
                size="sm"
                aria-label={t('coverage.withdrawOf', { name })}
                onClick={() => setIsWithdrawing(true)}
              >
                {t('coverage.withdraw')}
              </Button>
            </Group>
          )}
          {isWithdrawing && <WithdrawQuestion coverage={coverage} onClose={() => setIsWithdrawing(false)} />}
        </>
      )}
    </Card>
  );
}

function factsOf(coverage: Coverage): [string, ReactNode][] {
  const { serviceLevel, deductibleCents, repairCapCents, waitingDays, excludes, onReplacement } = coverage;
  return [
    [t('coverage.startsOn'), day(coverage.startsOn)],
    [t('coverage.endsOn'), day(coverage.endsOn)],
    [t('coverage.cancelledOn'), day(coverage.cancelledOn)],
    [t('coverage.serviceLevel'), serviceLevel && t(`coverage.serviceLevel_${serviceLevel}`)],
    [t('coverage.contractNumber'), coverage.contractNumber],
    [t('coverage.incidents'), incidentWords(coverage)],
    [t('pools.shared'), coverage.pool && <PoolLink key="pool" pool={coverage.pool} />],
    [
      t('coverage.deductibleCents'),
      deductibleCents === null ? '' : t('coverage.perIncident', { amount: money(deductibleCents) }),
    ],
    [
      t('coverage.repairCapCents'),
      repairCapCents === null ? '' : t('coverage.forAllRepairs', { amount: money(repairCapCents) }),
    ],
    [t('coverage.waiting'), waitingDays === 0 ? '' : t('coverage.days', { count: waitingDays })],
    [t('coverage.excludes'), excludes.map(exclusionWords).join(', ')],
    // That the new device takes over the rest is the rule, so that only the exception is worth a line.
    [t('coverage.replaced'), onReplacement === 'ends' ? t('coverage.onReplacement_ends') : ''],
    [t('coverage.source'), sourceWords(coverage)],
  ];
}

/** Asks why a coverage is wrong, and withdraws it. */
function WithdrawQuestion({ coverage, onClose }: { coverage: Coverage; onClose: () => void }) {
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: (reason: string) =>
      answer(
        api.POST('/api/v1/coverages/{id}/withdrawal', {
          params: { path: { id: coverage.id }, header: { 'If-Match': `"${coverage.version}"` } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      // Behind the question, the card then shows what somebody else has changed.
      if (error instanceof Problem && error.status === 412) await queries.invalidateQueries();
    },
  });
  return (
    <AskNote
      title={t('coverage.withdrawTitle')}
      label={t('coverage.withdrawReason')}
      help={t('coverage.withdrawHelp')}
      isRequired
      longest={500}
      confirm={t('coverage.withdraw')}
      isPending={withdrawing.isPending}
      error={withdrawing.error}
      onConfirm={(note) => withdrawing.mutate(note ?? '')}
      onClose={onClose}
    />
  );
}
