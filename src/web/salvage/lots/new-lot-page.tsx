import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { useNewRecord } from '../../common/form/use-new-record.js';
import { Page } from '../../common/page.js';
import { useSites } from '../../common/site-select.js';
import { t } from '../../text/text.js';
import { LotFormFields } from './lot-form-fields.js';
import { type LotForm, NEW_LOT, newLotBody } from './lot-form.js';

/** Begins a lot. */
export function NewLotPage() {
  const navigate = useNavigate();
  const [only, ...others] = useSites() ?? [];
  // Whoever has one site is not asked which.
  const withSite = (form: LotForm): LotForm => ({
    ...form,
    site: form.site || (only && others.length === 0 ? only.code : ''),
  });
  const record = useNewRecord({
    draft: 'lot.new',
    blank: NEW_LOT,
    add: (form) => answer(api.POST('/api/v1/lots', { body: newLotBody(withSite(form)) })),
    onAdded: ({ id }) => navigate({ to: '/lots/$id', params: { id }, ignoreBlocker: true }),
    onLeave: () => navigate({ to: '/lots', ignoreBlocker: true }),
  });
  return (
    <Page title={t('lots.new')} about={t('lots.newAbout')}>
      <LotFormFields record={{ ...record, form: withSite(record.form) }} isNew submit={t('lots.begin')} />
    </Page>
  );
}
