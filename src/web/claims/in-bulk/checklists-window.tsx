import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../../api/client.js';
import { wordsOf } from '../../api/problem.js';
import { useFocusBack } from '../../common/lazy-window.js';
import { Failed, Loading } from '../../common/states.js';
import { t } from '../../text/text.js';
import { type Check, isAnsweredByRollcall, needsReason, type SaidOfPoint } from '../checklist/checks.js';
import { PointFields } from '../checklist/point-fields.js';
import type { Claim } from '../claim-words.js';
import type { SaidOfVendors } from './take-many.js';

/** Drafts that go to one vendor, and what that vendor asks for. */
interface OfVendor {
  vendor: string;
  vendorName: string;
  count: number;
  points: Check[];
}

/** Checks off the same points of the checklists of many drafts, vendor by vendor. */
export function ChecklistsWindow({
  drafts,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  drafts: readonly Claim[];
  isPending: boolean;
  error: Error | null;
  onConfirm: (said: SaidOfVendors) => void;
  onClose: () => void;
}) {
  const { data, error: loadError } = useChecklists(drafts);
  const [said, setSaid] = useState<SaidOfVendors>(new Map());
  const [missing, setMissing] = useState<string>();
  useFocusBack();
  const say = (vendor: string, key: string, one: SaidOfPoint): void =>
    setSaid((before) => new Map([...before, [vendor, new Map([...(before.get(vendor) ?? []), [key, one]])]]));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const done = doneOf(said);
    const why = whatIsMissing(done);
    setMissing(why);
    if (why === undefined) onConfirm(done);
  };
  const problem = missing ?? (error && wordsOf(error));
  return (
    <Modal opened onClose={onClose} title={t('claimChecklist.manyTitle', { count: drafts.length })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          {loadError && <Failed title={t('claimChecklist.manyFailed')} error={loadError} />}
          {!data && !loadError && <Loading />}
          {data?.some(({ points }) => points.length > 0) && <Text>{t('claimChecklist.manyAbout')}</Text>}
          {data?.map((one) => (
            <VendorPoints
              key={one.vendor}
              of={one}
              said={said.get(one.vendor)}
              onSay={(key, about) => say(one.vendor, key, about)}
            />
          ))}
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            {data?.some(({ points }) => points.some((point) => !isAnsweredByRollcall(point))) && (
              <Button type="submit" loading={isPending}>
                {t('claimChecklist.manyCheck')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function VendorPoints({
  of: { vendor, vendorName, count, points },
  said,
  onSay,
}: {
  of: OfVendor;
  said: ReadonlyMap<string, SaidOfPoint> | undefined;
  onSay: (key: string, said: SaidOfPoint) => void;
}) {
  return (
    <Stack gap="sm" component="section" aria-labelledby={`checklist-${vendor}`}>
      <Title order={3} size="h5" id={`checklist-${vendor}`}>
        {t('claimChecklist.manyOfVendor', { vendor: vendorName, count })}
      </Title>
      {points.length === 0 && (
        <Text>
          {t('claimChecklist.manyNone', { vendor: vendorName })} {t('claimChecklist.manyNoneHelp')}
        </Text>
      )}
      {points.map((point) =>
        isAnsweredByRollcall(point) ? (
          <div key={point.key}>
            <Text>{point.label}</Text>
            <Text size="sm" c="dimmed">
              {t('claimChecklist.byRollcall')}
            </Text>
          </div>
        ) : (
          <PointFields
            key={point.key}
            point={point}
            said={said?.get(point.key) ?? { isDone: false }}
            onSay={(one) => onSay(point.key, one)}
          />
        ),
      )}
    </Stack>
  );
}

/** The checklist of each vendor, as one of its drafts has it. */
function useChecklists(drafts: readonly Claim[]): { data?: OfVendor[]; error: Error | null } {
  const vendors = [...new Map(drafts.map((claim) => [claim.vendor, claim])).values()];
  return useQueries({
    queries: vendors.map(({ id }) => ({
      queryKey: ['claim', id, 'checklist'],
      queryFn: () => answer(api.GET('/api/v1/claims/{id}', { params: { path: { id } } })),
    })),
    combine: (results) => {
      const error = results.find((one) => one.error)?.error ?? null;
      if (results.some(({ data }) => !data)) return { error };
      return {
        error,
        data: results.flatMap(({ data }) =>
          data
            ? [
                {
                  vendor: data.vendor,
                  vendorName: data.vendorName,
                  count: drafts.filter(({ vendor }) => vendor === data.vendor).length,
                  points: data.checklist,
                },
              ]
            : [],
        ),
      };
    },
  });
}

/** What was chosen, without the points that stay as they are. */
function doneOf(said: SaidOfVendors): SaidOfVendors {
  return new Map(
    [...said]
      .map(([vendor, points]) => [vendor, new Map([...points].filter(([, { isDone }]) => isDone))] as const)
      .filter(([, points]) => points.size > 0),
  );
}

function whatIsMissing(done: SaidOfVendors): string | undefined {
  if (done.size === 0) return t('claimChecklist.manyNothing');
  const all = [...done.values()].flatMap((points) => [...points.values()]);
  return all.some((one) => needsReason(one) && !one.reason?.trim())
    ? t('claimChecklist.manyReason')
    : undefined;
}
