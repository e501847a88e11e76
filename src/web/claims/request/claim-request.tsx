import { Stack, Text } from '@mantine/core';
import type { Shape } from '../../api/problem.js';
import { HistoryList } from '../../common/history/history-list.js';
import { Part } from '../../common/part.js';
import { FactList } from '../../devices/fact-list.js';
import { t } from '../../text/text.js';

type Claim = Shape<'ClaimDetail'>;

/** What the district asks for, and where the device has been: on its way to the vendor, or back. */
export function ClaimRequest({ claim }: { claim: Claim }) {
  return (
    <>
      <Asked claim={claim} />
      <Shipments claim={claim} />
    </>
  );
}

function Asked({ claim }: { claim: Claim }) {
  const { requestedService: service, contact, shipFrom, districtReference } = claim;
  const { name, street, city, state, postalCode } = shipFrom;
  const town = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <Part id="claim-request" title={t('claimRequest.title')}>
      <FactList
        facts={[
          [
            t('claimRequest.requestedService'),
            service === null ? t('claimRequest.noService') : t(`coverage.serviceLevel_${service}`),
          ],
          [t('claimRequest.districtReference'), districtReference],
          [
            t('claimRequest.contact'),
            contact && <Lines key="contact" lines={[contact.name, contact.email, contact.phone]} />,
          ],
          [t('claimRequest.shipFrom'), <Lines key="from" lines={[name, street, town]} />],
        ]}
      />
      {street === null && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('claimRequest.noStreet')}
        </Text>
      )}
    </Part>
  );
}

function Lines({ lines }: { lines: readonly (string | null)[] }) {
  return (
    <span style={{ whiteSpace: 'pre-line' }}>
      {lines.filter((line) => line !== null && line !== '').join('\n')}
    </span>
  );
}

function Shipments({ claim: { shipments } }: { claim: Claim }) {
  if (shipments.length === 0) return null;
  return (
    <Part id="claim-shipments" title={t('claimRequest.shipments')}>
      <Stack gap="sm">
        <HistoryList
          entries={shipments
            .toReversed()
            .map(({ direction, happenedAt, tracking, box, recordedByName }, i) => ({
              id: `${happenedAt} ${i}`,
              title: t(`claimRequest.shipped_${direction}`),
              at: happenedAt,
              by: recordedByName ?? undefined,
              changes: [],
              facts: [
                ...(tracking === null ? [] : [t('claimRequest.tracking', { number: tracking })]),
                ...(box === null ? [] : [t('claimRequest.box', { box })]),
              ],
            }))}
        />
      </Stack>
    </Part>
  );
}
