import { useQueryClient } from '@tanstack/react-query';
import { api, answer, tagged } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { centsOf } from '../common/dollars.js';
import { day, money } from '../common/words.js';
import { t } from '../text/text.js';
import { CoverageFormFields } from './coverage-form-fields.js';
import {
  changeOfCoverage,
  type CoverageField,
  type CoverageForm,
  formOfCoverage,
  isSameValue,
} from './coverage-form.js';
import {
  type Coverage,
  exclusionWords,
  kindChoices,
  replacementChoices,
  serviceChoices,
  wordsOfChoice,
} from './coverage-words.js';
import { useVendorChoices } from './use-vendors.js';

export const draftName = (coverageId: string): string => `coverage.${coverageId}`;

/** Corrects a coverage. Where somebody else has saved meanwhile, both are brought together. */
export function CoverageEditor({ coverage, onDone }: { coverage: Coverage; onDone: () => void }) {
  const { id, vendor, vendorName } = coverage;
  const queries = useQueryClient();
  const edit = useDraftEdit<CoverageForm>({
    draft: draftName(id),
    saved: formOfCoverage(coverage),
    etag: `"${coverage.version}"`,
    isChanged: (base, form) => Object.keys(changeOfCoverage(base, form)).length > 0,
    isSameValue,
    save: ({ base, form, etag }) =>
      unlessWithdrawn(
        answer(
          api.PATCH('/api/v1/coverages/{id}', {
            params: { path: { id }, header: { 'If-Match': etag } },
            body: changeOfCoverage(base, form),
          }),
        ),
      ),
    read: async () => {
      const asked = tagged(api.GET('/api/v1/coverages/{id}', { params: { path: { id } } }));
      const now = await unlessWithdrawn(asked);
      return { form: formOfCoverage(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      onDone();
    },
    onMerged: () => void queries.invalidateQueries(),
  });
  const leave = (): void => {
    edit.discard();
    onDone();
    if (edit.error) void queries.invalidateQueries();
  };
  const vendors = useVendorChoices();
  return (
    <CoverageFormFields
      title={t('coverage.editTitle')}
      submit={t('common.save')}
      form={edit.form}
      onChange={edit.change}
      // The district may not deal with the vendor any more.
      vendorNow={{ key: vendor, name: vendorName }}
      isChanged={edit.isUnsaved}
      isRestored={edit.isRestored}
      isPending={edit.isPending}
      error={edit.error}
      clashes={
        <EditClashes
          edit={edit}
          labelOf={(field) => t(`coverage.${field}`)}
          wordsOf={(field, value) =>
            field === 'vendor' ? wordsOfChoice(vendors, String(value)) : wordsOf(field, value)
          }
        />
      }
      onSubmit={() => (edit.isChanged ? edit.save() : leave())}
      onCancel={leave}
    />
  );
}

/** Says what happened where the server only knows that there is no such coverage any more. */
async function unlessWithdrawn<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof Problem && error.status === 404 ? new Error(t('coverage.gone')) : error;
  }
}

function wordsOf(field: CoverageField, value: CoverageForm[CoverageField]): string {
  if (typeof value !== 'string') return value.map(exclusionWords).join(', ');
  switch (field) {
    case 'kind':
      return wordsOfChoice(kindChoices(), value);
    case 'serviceLevel':
      return wordsOfChoice(serviceChoices(), value);
    case 'onReplacement':
      return wordsOfChoice(replacementChoices(), value);
    case 'startsOn':
    case 'endsOn':
    case 'cancelledOn':
      return day(value);
    case 'deductibleCents':
    case 'repairCapCents':
      return money(centsOf(value));
    case 'waitingDays':
      return value && t('coverage.days', { count: Number(value) });
    default:
      return value;
  }
}
