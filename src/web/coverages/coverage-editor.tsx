import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { type Clash, merge } from '../common/edits.js';
import { useDraft } from '../common/use-draft.js';
import { day } from '../common/words.js';
import { t } from '../text/text.js';
import { CoverageFormFields } from './coverage-form-fields.js';
import { changeOfCoverage, type CoverageField, type CoverageForm, formOfCoverage } from './coverage-form.js';
import {
  type Coverage,
  exclusionWords,
  kindChoices,
  replacementChoices,
  serviceChoices,
  wordsOfChoice,
} from './coverage-words.js';
import { useVendors } from './use-vendors.js';

interface Edit {
  /** What was saved when this edit began. */
  base: CoverageForm;
  etag: string;
  form: CoverageForm;
}

export const draftName = (coverageId: string): string => `coverage.${coverageId}`;

const isChanged = ({ base, form }: Edit): boolean => Object.keys(changeOfCoverage(base, form)).length > 0;

/** Corrects a coverage. Where somebody else has saved meanwhile, both are brought together. */
export function CoverageEditor({ coverage, onDone }: { coverage: Coverage; onDone: () => void }) {
  const { id, vendor, vendorName } = coverage;
  const queries = useQueryClient();
  const saved = formOfCoverage(coverage);
  const draft = useDraft<Edit>(
    draftName(id),
    { base: saved, etag: `"${coverage.version}"`, form: saved },
    isChanged,
  );
  const { base, etag, form } = draft.value;
  const [clashes, setClashes] = useState<Clash<CoverageForm>[]>();
  const change = (changed: Partial<CoverageForm>): void =>
    draft.setValue((before) => ({ ...before, form: { ...before.form, ...changed } }));
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/coverages/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: changeOfCoverage(base, form),
        }),
      ),
    onSuccess: async () => {
      draft.discard();
      await queries.invalidateQueries();
      onDone();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const now = await tagged(api.GET('/api/v1/coverages/{id}', { params: { path: { id } } }));
      const theirs = formOfCoverage(now.value);
      const { merged, clashes: both } = merge(base, form, theirs);
      draft.setValue(() => ({ base: theirs, etag: now.etag, form: merged }));
      setClashes(both);
    },
  });
  const leave = (): void => {
    draft.discard();
    onDone();
    if (saving.error) void queries.invalidateQueries();
  };
  const vendors = useVendors() ?? [];
  const nameOfVendor = (key: string): string => vendors.find((one) => one.key === key)?.name ?? key;
  return (
    <CoverageFormFields
      title={t('coverage.editTitle')}
      submit={t('common.save')}
      form={form}
      onChange={change}
      // The district may not deal with the vendor any more.
      vendorNow={{ key: vendor, name: vendorName }}
      isChanged={isChanged(draft.value) && !saving.isSuccess}
      isRestored={draft.isRestored}
      isPending={saving.isPending}
      error={saving.error}
      clashes={
        clashes && (
          <EditClashes
            clashes={clashes}
            form={form}
            labelOf={(field) => t(`coverage.${field}`)}
            wordsOf={(field, value) =>
              field === 'vendor' ? nameOfVendor(String(value)) : wordsOf(field, value)
            }
            onPick={change}
          />
        )
      }
      onSubmit={() => (isChanged(draft.value) ? saving.mutate() : leave())}
      onCancel={leave}
    />
  );
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
    default:
      return value;
  }
}
