import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { useNewRecord } from '../common/form/use-new-record.js';
import { Page } from '../common/page.js';
import { t } from '../text/text.js';
import { NEW_POOL, newPoolBody } from './pool-form.js';
import { PoolFormFields } from './pool-form-fields.js';

/** Adds a pool. From then on, new claims take its incidents. */
export function NewPoolPage() {
  const navigate = useNavigate();
  const record = useNewRecord({
    draft: 'pool.new',
    blank: NEW_POOL,
    add: (form) => answer(api.POST('/api/v1/incident-pools', { body: newPoolBody(form) })),
    onAdded: ({ id }) => navigate({ to: '/incident-pools/$id', params: { id }, ignoreBlocker: true }),
    onLeave: () => navigate({ to: '/incident-pools', ignoreBlocker: true }),
  });
  return (
    <Page title={t('pools.new')} about={t('pools.newAbout')}>
      <PoolFormFields record={record} isNew submit={t('pools.add')} />
    </Page>
  );
}
