import { Group, Stack, Text } from '@mantine/core';
import { LinkButton } from '../../common/link-button.js';
import { ListFiles } from '../../common/list-files.js';
import { Part } from '../../common/part.js';
import { money } from '../../common/words.js';
import { importKindsOf } from '../../imports/import-kinds.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import type { Lot } from '../lots/lot-words.js';
import { ReturnedDifferences } from './returned-differences.js';
import { ReturnedLines } from './returned-lines.js';
import { type Returned, weightWords } from './returned-words.js';

/** What the recipient of a lot sent back about its devices, and in what that differs from the manifest. */
export function LotReturned({ lot }: { lot: Lot }) {
  const { id, number, state, returned } = lot;
  const imports = importKindsOf(useSession()).includes('settlements') && state === 'picked_up';
  return (
    <Part
      id="lot-returned"
      title={t('returned.title')}
      actions={
        <Group gap="xs">
          {imports && (
            <LinkButton
              to="/imports/new"
              search={{ kind: 'settlements', lot: String(number) }}
              variant={returned === null ? 'filled' : 'default'}
            >
              {t('returned.import')}
            </LinkButton>
          )}
          {returned !== null && <ListFiles path="/api/v1/lots/{id}/settlement" names={{ id }} />}
        </Group>
      }
    >
      {returned === null ? (
        <Text c="dimmed">{t('returned.none')}</Text>
      ) : (
        <Stack gap="md">
          <Figures returned={returned} />
          <ReturnedDifferences lot={lot} />
          <ReturnedLines lotId={id} count={returned.lines} />
        </Stack>
      )}
    </Part>
  );
}

/** How much came back, and what nobody knows. */
function Figures({ returned }: { returned: Returned }) {
  const { lines, weightKg, priceCents, unpriced, withoutResult } = returned;
  const sums = [
    t('common.devices', { count: lines }),
    weightWords(weightKg),
    priceCents !== null && money(priceCents),
  ];
  const unknown = [
    unpriced > 0 && t('returned.unpriced', { count: unpriced }),
    withoutResult > 0 && t('returned.withoutResult', { count: withoutResult }),
  ];
  return (
    <div>
      <Text fw={600}>{sums.filter(Boolean).join(' · ')}</Text>
      {unknown.some(Boolean) && <Text size="sm">{unknown.filter(Boolean).join(' ')}</Text>}
    </div>
  );
}
