import './warranty.css';
import { Page } from '../common/page.js';
import { t } from '../text/text.js';
import { ClaimAges } from './claim-ages.js';
import { FoundLots } from './found-lots.js';
import { LotRates } from './lot-rates.js';
import { MissedCoverage, UnclaimedRepairs } from './missed-coverage.js';
import { Scorecard } from './scorecard.js';

/** What claims and coverages add up to. What somebody must act on comes first. */
export function WarrantyPage() {
  return (
    <Page title={t('warranty.title')} about={t('warranty.about')}>
      <FoundLots />
      <UnclaimedRepairs />
      <Scorecard />
      <ClaimAges />
      <LotRates />
      <MissedCoverage />
    </Page>
  );
}
