import { t } from '../text/text.js';
import { Empty } from './states.js';

/** Without a connection: this device keeps no devices, or none of a site. */
export function NothingSaved({ site }: { site?: string }) {
  return (
    <Empty title={site === undefined ? t('devices.offlineNone') : t('devices.offlineNoneOf', { site })}>
      {t('devices.offlineNoneText')}
    </Empty>
  );
}
