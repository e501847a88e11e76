import { Alert, Button, Card, Group, Image, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when, wordsIn } from '../common/words.js';
import { CodeReader } from '../scan/code-reader.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** Codes that no device had when they were scanned: linked to a device, added as one, or dismissed. */
export function UnknownCodeList() {
  return (
    <Stack gap="xs">
      <Group justify="end">
        <ListFiles path="/api/v1/unknown-codes" names={{}} />
      </Group>
      <Pages
        queryKey={['unknown-codes']}
        load={(cursor) =>
          answer(api.GET('/api/v1/unknown-codes', { params: { query: { limit: 50, cursor } } }))
        }
        empty={<Empty title={t('inbox.allClear')}>{t('inbox.unknownEmpty')}</Empty>}
      >
        {(codes) => codes.map((unknown) => <UnknownCard key={unknown.code} unknown={unknown} />)}
      </Pages>
    </Stack>
  );
}

function UnknownCard({ unknown }: { unknown: Shape<'UnknownCode'> }) {
  const { code, known, scans, actionLabels, photo, lastScannedBy: name, siteName } = unknown;
  const at = when(unknown.lastScannedAt);
  return (
    <Card withBorder component="article" aria-label={t('inbox.unknownCode', { code })}>
      <Text fw={700}>{code}</Text>
      <Text>
        {t('inbox.unknownSeen', { count: scans, actions: actionLabels.map(wordsIn).join(', ') })}
        {known ? ` ${t('inbox.knownNow')}` : ''}
      </Text>
      <Text size="sm" c="dimmed">
        {siteName
          ? t('inbox.lastScannedAt', { name, site: siteName, when: at })
          : t('inbox.lastScannedBy', { name, when: at })}
      </Text>
      {photo && (
        <Image
          src={addressOf('/api/v1/scans/{id}/photo', { id: photo })}
          alt={t('inbox.photoOf', { code })}
          mah={320}
          fit="contain"
          mt="xs"
          loading="lazy"
        />
      )}
      <UnknownDecision code={code} isKnown={known} />
    </Card>
  );
}

/** The buttons. Only people who can decide see them. */
function UnknownDecision({ code, isKnown }: { code: string; isKnown: boolean }) {
  const session = useSession();
  const queries = useQueryClient();
  const [links, setLinks] = useState(false);
  const onSuccess = (): Promise<void> => queries.invalidateQueries();
  const retrying = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/unknown-codes/retry', { body: { code } })),
    onSuccess,
  });
  const dismissing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/unknown-codes/dismissal', { body: { code } })),
    onSuccess,
  });
  const linking = useMutation({ mutationFn: (of: string) => link(code, of), onSuccess });
  const error = retrying.error ?? dismissing.error ?? linking.error;
  if (!may(session, 'devices:edit')) return null;
  return (
    <>
      {error && (
        <Alert color="red" role="alert" mt="xs">
          {wordsOf(error)}
        </Alert>
      )}
      {links && !isKnown && <CodeReader label={t('inbox.linkHelp')} onCode={(of) => linking.mutate(of)} />}
      <Group mt="sm" gap="xs">
        {isKnown ? (
          <Button onClick={() => retrying.mutate()} loading={retrying.isPending}>
            {t('inbox.applyScans')}
          </Button>
        ) : (
          <>
            <Button
              variant={links ? 'filled' : 'default'}
              onClick={() => setLinks(!links)}
              aria-expanded={links}
              loading={linking.isPending}
            >
              {t('inbox.link')}
            </Button>
            <LinkButton to="/devices/new" search={{ code }} variant="default">
              {t('inbox.addDevice')}
            </LinkButton>
          </>
        )}
        <Button variant="default" onClick={() => dismissing.mutate()} loading={dismissing.isPending}>
          {t('inbox.dismiss')}
        </Button>
      </Group>
    </>
  );
}

/** Gives the device with another code this one too. */
async function link(code: string, of: string): Promise<void> {
  const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code: of } } }));
  const [found, ...others] = items;
  if (!found) throw new Error(t('inbox.linkNone', { code: of }));
  if (others.length > 0) throw new Error(t('inbox.linkSeveral', { count: String(items.length), code: of }));
  await answer(api.POST('/api/v1/unknown-codes/claim', { body: { code, deviceId: found.id } }));
}
