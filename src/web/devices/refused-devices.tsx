import { Alert, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { groupBy } from '../../common/group-by.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';

/** A device to which something was not done, and why. */
export interface Refusal {
  id: string;
  /** Its tag or serial number, if it is known. */
  device: string | null;
  detail: string;
}

/** Refused devices that are named for each reason; the rest are counted. */
const MOST_NAMED = 20;

/** Refused devices by reason: most devices are refused for one of a few. */
export function RefusedDevices({ title, refusals }: { title: string; refusals: readonly Refusal[] }) {
  const reasons = groupBy(refusals, ({ detail, device }) => withoutName(detail, device));
  return (
    <Alert color="orange" title={title}>
      {[...reasons].map(([reason, devices]) => (
        <div key={reason} className="refusal">
          <Text>{reason}</Text>
          <Text size="sm">
            {devices.slice(0, MOST_NAMED).map(({ id, device }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Link to="/devices/$id" params={{ id }}>
                  {device ?? t('devices.noTag')}
                </Link>
              </span>
            ))}
            {devices.length > MOST_NAMED &&
              ` ${t('changeMany.andMore', { count: number(devices.length - MOST_NAMED) })}`}
          </Text>
        </div>
      ))}
    </Alert>
  );
}

/** A refusal names its device, which would make each a reason of its own. */
function withoutName(detail: string, device: string | null): string {
  return device === null ? detail : detail.replaceAll(device, '…');
}
