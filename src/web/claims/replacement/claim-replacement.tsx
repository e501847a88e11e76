import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { ClaimSection } from '../changing/claim-section.js';
import type { Claim } from '../changing/use-claim-change.js';
import { ReplacementWindow } from './replacement-window.js';
import { UndoReplacement } from './undo-replacement.js';

interface Props {
  claim: Claim;
  etag: string;
}

/** States in which a vendor can say that it sent another device. */
const WITH_VENDOR: readonly Claim['state'][] = ['sent', 'acknowledged', 'in_progress', 'waiting'];

/** Whether the device that the vendor sent can be added to the claim now. */
function canReplace({ state, outcome, replacementDeviceId }: Claim): boolean {
  if (replacementDeviceId !== null) return false;
  return WITH_VENDOR.includes(state) || (state === 'resolved' && outcome === 'replaced');
}

/** The device that the vendor sent in the place of the claimed one, or the way to add it. */
export function ClaimReplacement(props: Props) {
  const { claim } = props;
  const edits = may(useSession(), 'devices:edit');
  const isOpen = canReplace(claim);
  const said = useSerialSaid(claim, isOpen);
  const [isAdding, setIsAdding] = useState(false);
  if (claim.replacementDeviceId !== null) return <Replaced {...props} edits={edits} />;
  const isResolved = claim.state === 'resolved';
  if (!isOpen || (!edits && said === undefined && !isResolved)) return null;
  const button = edits && (
    <Button
      size="sm"
      variant={said === undefined && !isResolved ? 'default' : 'filled'}
      onClick={() => setIsAdding(true)}
    >
      {said === undefined ? t('claimWork.replace') : t('claimWork.replaceWith', { serial: said })}
    </Button>
  );
  return (
    <ClaimSection id="claim-replacement" title={t('claimWork.replacement')}>
      {said !== undefined && (
        <Alert color="orange" title={t('claimWork.serialSaid', { serial: said })}>
          <Text>{edits ? t('claimWork.serialSaidText') : t('claimWork.serialSaidOthers')}</Text>
        </Alert>
      )}
      {said === undefined && (
        <Text>{isResolved ? t('claimWork.notAddedYet') : t('claimWork.replaceAbout')}</Text>
      )}
      {button && <Group>{button}</Group>}
      {isAdding && <ReplacementWindow {...props} said={said} onClose={() => setIsAdding(false)} />}
    </ClaimSection>
  );
}

/** The serial number that the vendor named last, in a reply that was applied. */
function useSerialSaid({ id: claim, serialNumber }: Claim, isAsked: boolean): string | undefined {
  const { data } = useQuery({
    queryKey: ['claim', claim, 'replies'],
    enabled: isAsked,
    queryFn: () =>
      answer(
        api.GET('/api/v1/claim-replies', { params: { query: { claim, state: ['applied'], limit: 50 } } }),
      ),
  });
  const serial = data?.items.find(({ replacementSerial }) => replacementSerial !== null)?.replacementSerial;
  // The vendor replaced only what is inside.
  return serial == null || serial.toUpperCase() === serialNumber ? undefined : serial;
}

function Replaced({ claim, etag, edits }: Props & { edits: boolean }) {
  const { replacementDeviceId, replacementCode, state } = claim;
  const [isUndoing, setIsUndoing] = useState(false);
  if (replacementDeviceId === null) return null;
  return (
    <ClaimSection
      id="claim-replacement"
      title={t('claimWork.replacement')}
      actions={
        edits &&
        state === 'resolved' && (
          <Button size="sm" variant="default" onClick={() => setIsUndoing(true)}>
            {t('claimWork.undo')}
          </Button>
        )
      }
    >
      <Text>
        {t('claimWork.replacedBy')}{' '}
        <Anchor
          underline="always"
          renderRoot={(props) => <Link to="/devices/$id" params={{ id: replacementDeviceId }} {...props} />}
        >
          {replacementCode ?? t('devices.noTag')}
        </Anchor>
      </Text>
      {isUndoing && <UndoReplacement claim={claim} etag={etag} onClose={() => setIsUndoing(false)} />}
    </ClaimSection>
  );
}
