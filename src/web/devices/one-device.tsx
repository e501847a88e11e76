import { Alert, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { CodeReader } from '../scan/code-reader.js';
import { t } from '../text/text.js';

type Found = Shape<'DeviceFound'>;

/** Asks which device a page is for, by the codes on it. */
export function FindDevice({
  title,
  about,
  whyNot,
  onFound,
}: {
  title: string;
  about: string;
  /** Why the page is not for this device; undefined where it is. */
  whyNot: (device: Found) => string | undefined;
  onFound: (id: string) => Promise<void>;
}) {
  const finding = useMutation({
    mutationFn: (code: string) => deviceByCode(code, whyNot),
    onSuccess: onFound,
  });
  return (
    <Page title={title} about={about}>
      <Stack maw={620}>
        {finding.error && (
          <Alert color="red" role="alert">
            {wordsOf(finding.error)}
          </Alert>
        )}
        <CodeReader label={t('devices.find')} onCode={(code) => finding.mutate(code)} />
      </Stack>
    </Page>
  );
}

/** Id of the device with a code, at the sites of whoever asks. */
async function deviceByCode(code: string, whyNot: (device: Found) => string | undefined): Promise<string> {
  const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
  const here = items.filter(({ inScope }) => inScope);
  const [found, ...others] = here.filter((one) => whyNot(one) === undefined);
  if (others.length > 0)
    throw new Error(t('devices.findSeveral', { count: String(others.length + 1), code }));
  if (found) return found.id;
  throw new Error((here[0] && whyNot(here[0])) ?? t('devices.findNone', { code }));
}

/** Loads the device that a page is for. */
export function OneDevice({
  id,
  children,
}: {
  id: string;
  children: (device: Shape<'DeviceDetail'>) => ReactNode;
}) {
  const { data, error, refetch } = useQuery({
    queryKey: ['device', id, 'alone'],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}', { params: { path: { id } } })),
  });
  if (error && !data)
    return <Failed title={t('devices.failed')} error={error} onRetry={() => void refetch()} />;
  return data ? children(data) : <Loading />;
}
