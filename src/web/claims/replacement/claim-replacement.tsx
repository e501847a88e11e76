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
import { WITH_VENDOR } from './replacement-form.js';
import { ReplacementWindow } from './replacement-window.js';
import { UndoReplacement } from './undo-replacement.js';

interface Props {
  claim: Claim;
  etag: string;
}

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
  const isShown = isOpen && (edits || said !== undefined || claim.state === 'resolved');
  return (
    <>
      {claim.replacementDeviceId !== null && <Replaced {...props} edits={edits} />}
      {isShown && <NotAdded claim={claim} said={said} edits={edits} onAdd={() => setIsAdding(true)} />}
      {/* It stays where somebody else has closed the claim meanwhile, because it says so. */}
      {isAdding && <ReplacementWindow {...props} said={said} onClose={() => setIsAdding(false)} />}
    </>
  );
}

/** What the vendor said of another device, if it said something, and the way to add it. */
function NotAdded({
  claim: { state },
  said,
  edits,
  onAdd,
}: {
  claim: Claim;
  said: string | undefined;
  edits: boolean;
  onAdd: () => void;
}) {
  const isResolved = state === 'resolved';
  return (
    <ClaimSection id="claim-replacement" title={t('claimWork.replacement')}>
      {said === undefined ? (
        <Text>{isResolved ? t('claimWork.notAddedYet') : t('claimWork.replaceAbout')}</Text>
      ) : (
        <Alert color="orange" title={t('claimWork.serialSaid', { serial: said })}>
          <Text>{edits ? t('claimWork.serialSaidText') : t('claimWork.serialSaidOthers')}</Text>
        </Alert>
      )}
      {edits && (
        <Group>
          <Button
            size="sm"
            variant={said === undefined && !isResolved ? 'default' : 'filled'}
            onClick={onAdd}
          >
            {said === undefined ? t('claimWork.replace') : t('claimWork.replaceWith', { serial: said })}
          </Button>
        </Group>
      )}
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
