import { Stack } from '@mantine/core';
import { Page } from '../common/page.js';
import { t } from '../text/text.js';
import { FundList } from './fund-list.js';
import { ModelList } from './model-list.js';

/** What models are worth, and how long records must be kept for each funding source. */
export function CataloguePage() {
  return (
    <Page title={t('catalogue.title')} about={t('catalogue.about')}>
      <Stack>
        <FundList />
        <ModelList />
      </Stack>
    </Page>
  );
}
