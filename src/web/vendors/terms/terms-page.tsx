import { NumberInput, SimpleGrid } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api, answer, tagged } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { PartForm } from '../part/part-form.js';
import { type Saves, VendorPart } from '../part/vendor-part.js';

type Terms = Shape<'ClaimTermsView'>;

const route = getRouteApi('/shell/vendors/$id/claim-terms');

const FIELDS = ['partBackDays', 'rmaDays', 'quoteDays', 'boxSlots'] as const;
type TermsForm = Record<(typeof FIELDS)[number], string>;

const termsOf = (id: string) =>
  tagged(api.GET('/api/v1/vendors/{id}/claim-terms', { params: { path: { id } } }));

/** How much time a vendor gives the district for its own part of a claim, and how many devices go in a box. */
export function VendorTermsPage() {
  const { id } = route.useParams();
  return (
    <VendorPart
      id={id}
      name="terms"
      title={t('vendorTerms.title')}
      about={t('vendorTerms.about')}
      load={() => termsOf(id)}
    >
      {({ value, etag }, saves) => <TermsEditor id={id} terms={value} etag={etag} {...saves} />}
    </VendorPart>
  );
}

function TermsEditor({
  id,
  terms,
  etag,
  saved,
  onSaved,
}: Saves & { id: string; terms: Terms; etag: string }) {
  const edit = useDraftEdit<TermsForm>({
    draft: `vendor.${id}.terms`,
    saved: formOf(terms),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) =>
      answer(
        api.PUT('/api/v1/vendors/{id}/claim-terms', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: bodyOf(form),
        }),
      ),
    read: async () => {
      const now = await termsOf(id);
      return { form: formOf(now.value), etag: now.etag };
    },
    onSaved,
  });
  return (
    <PartForm
      edit={edit}
      saved={saved}
      shown={/^(partBackDays|rmaDays|quoteDays|boxSlots)$/}
      labelOf={(field) => t(`vendorTerms.${field}`)}
      wordsOf={(_, value) => value}
    >
      {(problem) => (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {FIELDS.map((field) => (
            <NumberInput
              key={field}
              label={t(`vendorTerms.${field}`)}
              description={t(`vendorTerms.${field}Help`)}
              value={edit.form[field]}
              onChange={(value) => edit.change({ [field]: String(value) })}
              error={problem?.of(field)}
              allowDecimal={false}
              allowNegative={false}
              hideControls
            />
          ))}
        </SimpleGrid>
      )}
    </PartForm>
  );
}

function formOf(terms: Terms): TermsForm {
  const textOf = (field: keyof TermsForm): string => String(terms[field] ?? '');
  return {
    partBackDays: textOf('partBackDays'),
    rmaDays: textOf('rmaDays'),
    quoteDays: textOf('quoteDays'),
    boxSlots: textOf('boxSlots'),
  };
}

function bodyOf(form: TermsForm): Shape<'ClaimTermsBody'> {
  const numberOf = (field: keyof TermsForm): number | null =>
    form[field].trim() === '' ? null : Number(form[field]);
  return {
    partBackDays: numberOf('partBackDays'),
    rmaDays: numberOf('rmaDays'),
    quoteDays: numberOf('quoteDays'),
    boxSlots: numberOf('boxSlots'),
  };
}
