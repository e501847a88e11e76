import { Anchor, Group, Stack, Text } from '@mantine/core';
import { addressOf } from '../../api/address.js';
import { MAY_OPEN } from '../../app/navigation.js';
import { Part } from '../../common/part.js';
import { TextLink } from '../../common/text-link.js';
import { day, when } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { lotWeightWords } from '../waste/waste-words.js';
import { DueText } from './lot-badges.js';
import { type Lot, wasteClock } from './lot-words.js';

/** What a lot is: by which route, to whom, and where it stands. */
export function LotFacts({ lot }: { lot: Lot }) {
  const { route, recipientName, siteName, place, isBatteries, wipe, wasteSince, note, createdAt } = lot;
  const clock = wasteClock(lot);
  return (
    <Part id="lot-facts" title={t('lots.facts')}>
      <FactList
        facts={[
          [t('lots.route'), t(`lots.route_${route}`)],
          [t('lots.recipient'), recipientName ?? t('lots.recipientNone')],
          [t('lots.contents'), isBatteries ? t('lots.batteries') : null],
          [t('lots.site'), [siteName, place].filter(Boolean).join(', ')],
          [
            t('lots.wipe'),
            wipe &&
              t('lots.wipeWords', {
                contract: wipe.contract,
                certificate: wipe.certificate,
                day: day(wipe.validUntil),
              }),
          ],
          [t('waste.weight'), lotWeightWords(lot.weight)],
          [t('lots.wasteSince'), day(wasteSince)],
          [t('lots.wasteClock'), clock ? <DueText of={clock} /> : null],
          [t('lots.boardItem'), lot.boardItem && <BoardItemName item={lot.boardItem} />],
          [t('lots.driver'), [lot.driverName, lot.driverCompany].filter(Boolean).join(', ')],
          [t('lots.pickedUpAt'), when(lot.pickedUpAt)],
          [t('lots.lessorReceipt'), lot.lessorReceipt],
          [t('lots.begun'), when(createdAt)],
          [t('common.note'), note],
        ]}
      />
    </Part>
  );
}

function BoardItemName({ item: { id, number, meetingOn, title } }: { item: NonNullable<Lot['boardItem']> }) {
  const words = t('boardItems.nameOf', { number, day: day(meetingOn), title });
  // Whoever only works on lots reads its name.
  if (!MAY_OPEN['/board-items'](useSession())) return words;
  return (
    <TextLink to="/board-items/$id" params={{ id }}>
      {words}
    </TextLink>
  );
}

/** The manifest and the signed receipt, with what proves that nobody changed them. */
export function LotPapers({ lot: { id, manifestSha256, receiptSha256 } }: { lot: Lot }) {
  if (manifestSha256 === null) return null;
  const names = { id };
  return (
    <Part id="lot-papers" title={t('lots.papers')}>
      <Stack gap="sm">
        <div>
          <Group gap="md">
            <Anchor href={addressOf('/api/v1/lots/{id}/manifest.pdf', names)} download>
              {t('lots.manifestPdf')}
            </Anchor>
            <Anchor href={addressOf('/api/v1/lots/{id}/manifest.csv', names)} download>
              {t('lots.manifestCsv')}
            </Anchor>
          </Group>
          <Hash label={t('lots.hashOfManifest')} hash={manifestSha256} />
        </div>
        {receiptSha256 !== null && (
          <div>
            <Anchor href={addressOf('/api/v1/lots/{id}/receipt.pdf', names)} download>
              {t('lots.receiptPdf')}
            </Anchor>
            <Hash label={t('lots.hashOfReceipt')} hash={receiptSha256} />
          </div>
        )}
      </Stack>
    </Part>
  );
}

function Hash({ label, hash }: { label: string; hash: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="lot-hash">{hash}</div>
    </div>
  );
}
