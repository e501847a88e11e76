import { Checkbox } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api, answer, tagged } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { PartForm } from '../part/part-form.js';
import { type Saves, VendorPart } from '../part/vendor-part.js';

type Sight = Shape<'VendorDeskView'>;
type SightForm = Omit<Sight, 'version'>;

const route = getRouteApi('/shell/vendors/$id/desk');

const FIELDS = ['showsAssetTags', 'showsContacts'] as const;

const sightOf = (id: string) => tagged(api.GET('/api/v1/vendors/{id}/desk', { params: { path: { id } } }));
const formOf = ({ showsAssetTags, showsContacts }: Sight): SightForm => ({ showsAssetTags, showsContacts });

/** What people at a vendor see on their pages beside the fault of a device. */
export function VendorSightPage() {
  const { id } = route.useParams();
  return (
    <VendorPart
      id={id}
      name="sight"
      title={t('vendorSight.title')}
      about={t('vendorSight.about')}
      load={() => sightOf(id)}
    >
      {({ value, etag }, saves) => <SightEditor id={id} sight={value} etag={etag} {...saves} />}
    </VendorPart>
  );
}

function SightEditor({
  id,
  sight,
  etag,
  saved,
  onSaved,
}: Saves & { id: string; sight: Sight; etag: string }) {
  const edit = useDraftEdit<SightForm>({
    draft: `vendor.${id}.sight`,
    saved: formOf(sight),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/vendors/{id}/desk', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: form,
        }),
      ),
    read: async () => {
      const now = await sightOf(id);
      return { form: formOf(now.value), etag: now.etag };
    },
    onSaved,
  });
  return (
    <PartForm
      edit={edit}
      saved={saved}
      shown={/^shows(AssetTags|Contacts)$/}
      labelOf={(field) => t(`vendorSight.${field}`)}
      wordsOf={(_, value) => (value ? t('forms.yes') : t('forms.no'))}
    >
      {(problem) =>
        FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={t(`vendorSight.${field}`)}
            description={t(`vendorSight.${field}Help`)}
            checked={edit.form[field]}
            onChange={(event) => edit.change({ [field]: event.currentTarget.checked })}
            error={problem?.of(field)}
          />
        ))
      }
    </PartForm>
  );
}
