import { Empty } from '../common/states.js';
import { Page } from '../common/page.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** The home page of a vendor, to whom districts do not send anything through Rollcall yet. */
export function VendorHome() {
  const { district } = useSession();
  return (
    <Page title={t('home.vendorTitle', { district: district.name })}>
      <Empty title={t('home.vendorNothing')}>{t('home.vendorText', { district: district.name })}</Empty>
    </Page>
  );
}
