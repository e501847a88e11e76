import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { t } from '../../text/text.js';
import type { BulkStep, Outcome } from './take-many.js';

/** What was done with many claims: a step, or points of their checklists. */
export interface OutcomeOf extends Outcome {
  did: BulkStep | 'check';
}

/** How many claims took the step, and of each other one why it did not. */
export function OutcomeOfMany({
  outcome: { did, done, refused, failed, open = [] },
  onClose,
}: {
  outcome: OutcomeOf;
  onClose: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const isWhole = refused.length === 0 && failed === undefined && open.length === 0;
  // The selection may be at the end of a long board.
  useEffect(() => {
    // Chromium answers a promise, which React would take for a clean-up.
    element.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <Alert
      ref={element}
      color={isWhole ? 'green' : 'orange'}
      role={isWhole ? 'status' : 'alert'}
      title={done > 0 ? t(`claims.manyDone_${did}`, { count: done }) : undefined}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onClose}
    >
      {failed && <Text>{t('claims.manyFailed', { count: failed.ids.length, why: failed.why })}</Text>}
      {refused.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>{t('claims.manyRefused', { count: refused.length })}</Text>
          {refused.map(({ claim: { id, number }, why }) => (
            <Text key={id}>
              <ClaimLink id={id} number={number} />
              {': '}
              {why}
            </Text>
          ))}
        </Stack>
      )}
      {open.map(({ labels, claims }) => (
        <div key={labels.join(' ')}>
          <Text fw={600} mt="xs">
            {t('claimChecklist.manyOpen', { count: claims.length })}
          </Text>
          <ul className="remarks">
            {labels.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
          <Group gap="xs">
            {claims.map(({ id, number }) => (
              <ClaimLink key={id} id={id} number={number} />
            ))}
          </Group>
        </div>
      ))}
    </Alert>
  );
}

function ClaimLink({ id, number }: { id: string; number: string }) {
  return (
    <Anchor renderRoot={(props) => <Link to="/claims/$id" params={{ id }} {...props} />}>{number}</Anchor>
  );
}
