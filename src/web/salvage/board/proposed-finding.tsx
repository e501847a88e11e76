import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../../api/client.js';
import { money } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { Finding } from './board-words.js';

interface Props {
  /** Ids of the lots that the item names. */
  lots: readonly string[];
  /** The finding that is chosen; '' for none yet. */
  chosen: string;
  onUse: (finding: Finding) => void;
}

/** Which finding may suit the lots that an item names, and why. Nothing without lots or without a connection. */
export function ProposedFinding({ lots, chosen, onUse }: Props) {
  const { data } = useQuery({
    queryKey: ['board-proposal', ...lots],
    queryFn: () =>
      answer(api.GET('/api/v1/board-items/proposal', { params: { query: { lots: [...lots] } } })),
    enabled: lots.length > 0,
  });
  if (!data || lots.length === 0) return null;
  const { finding, reason, valueCents, limitCents, unvalued } = data;
  return (
    <Alert color="blue" title={t('boardItems.proposal')} role="note">
      {finding !== null && <Text fw={600}>{t(`boardItems.finding_${finding}`)}</Text>}
      <Text>
        {t(`boardItems.why_${reason}`, {
          value: money(valueCents),
          limit: money(limitCents),
          count: unvalued,
        })}
      </Text>
      {finding !== null && finding !== chosen && (
        <Button mt="xs" variant="default" onClick={() => onUse(finding)}>
          {t('boardItems.useProposal')}
        </Button>
      )}
    </Alert>
  );
}
