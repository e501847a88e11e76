import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { decidesOnVendors } from '../app/navigation.js';
import { LinkButton } from '../common/link-button.js';
import { useDraft } from '../common/use-draft.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { CoverageFormFields } from './coverage-form-fields.js';
import { changeOfCoverage, type CoverageForm, NEW_COVERAGE } from './coverage-form.js';
import { useVendors } from './use-vendors.js';

export const newDraftName = (deviceId: string): string => `coverage.new.${deviceId}`;

/** Enters a warranty or contract on a device. */
export function NewCoverage({ deviceId, onDone }: { deviceId: string; onDone: () => void }) {
  const queries = useQueryClient();
  const vendors = useVendors();
  const draft = useDraft<CoverageForm>(
    newDraftName(deviceId),
    NEW_COVERAGE,
    (form) => Object.keys(changeOfCoverage(NEW_COVERAGE, form)).length > 0,
  );
  const form = draft.value;
  const adding = useMutation({
    mutationFn: () => {
      const { vendor, kind, startsOn, endsOn } = form;
      const body = { ...changeOfCoverage(NEW_COVERAGE, form), vendor, kind, startsOn, endsOn, deviceId };
      return answer(api.POST('/api/v1/coverages', { body: body as Shape<'NewCoverageBody'> }));
    },
    onSuccess: async () => {
      draft.discard();
      await queries.invalidateQueries();
      onDone();
    },
  });
  const leave = (): void => {
    draft.discard();
    onDone();
  };
  if (vendors?.length === 0) return <NoVendors onClose={leave} />;
  return (
    <CoverageFormFields
      title={t('coverage.addTitle')}
      submit={t('coverage.add')}
      form={form}
      onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
      isChanged={Object.keys(changeOfCoverage(NEW_COVERAGE, form)).length > 0 && !adding.isSuccess}
      isRestored={draft.isRestored}
      isPending={adding.isPending}
      error={adding.error}
      onSubmit={() => adding.mutate()}
      onCancel={leave}
    />
  );
}

/** A coverage has a vendor, so that a district without any has to begin there. */
function NoVendors({ onClose }: { onClose: () => void }) {
  const adds = decidesOnVendors(useSession());
  return (
    <Alert color="cyan" title={t('coverage.noVendors')}>
      <Text mb="sm">{adds ? t('coverage.noVendorsAdd') : t('coverage.noVendorsAsk')}</Text>
      <Group gap="xs">
        {adds && (
          <LinkButton to="/vendors/new" size="sm">
            {t('coverage.addVendor')}
          </LinkButton>
        )}
        <Button variant="default" size="sm" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Alert>
  );
}
