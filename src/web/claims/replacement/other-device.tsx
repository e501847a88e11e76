import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../../text/text.js';
import { type Claim, deviceWords } from '../claim-words.js';

/** On the page of a device that was replaced or came as a replacement: the other one of the two. */
export function OtherDevice({ claim, deviceId }: { claim: Claim; deviceId: string }) {
  const { replacementDeviceId, replacementCode } = claim;
  if (replacementDeviceId === null) return null;
  const isOld = claim.deviceId === deviceId;
  const id = isOld ? replacementDeviceId : claim.deviceId;
  return (
    <Text size="sm">
      {isOld ? t('claimWork.replacedByDevice') : t('claimWork.cameFor')}{' '}
      <Anchor
        // In a line of text a link is told from it by more than its color.
        underline="always"
        renderRoot={(props) => <Link to="/devices/$id" params={{ id }} {...props} />}
      >
        {isOld ? (replacementCode ?? t('devices.noTag')) : deviceWords(claim)}
      </Anchor>
    </Text>
  );
}
