import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { Loaded } from '../common/loaded.js';
import { Page } from '../common/page.js';
import { Part } from '../common/part.js';
import { Empty } from '../common/states.js';
import { TextLink } from '../common/text-link.js';
import { when } from '../common/words.js';
import { FactList } from '../devices/fact-list.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { OutcomeBadge } from './outcome-badge.js';
import type { Decision, SanitizationDetail } from './sanitization-words.js';

const route = getRouteApi('/shell/sanitizations/$id');

/** One record of how data was removed: what was done, of which devices, and what people decided. */
export function SanitizationPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['sanitization', id],
    queryFn: () => answer(api.GET('/api/v1/sanitizations/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query} failed={t('salvage.failed')} missing={<NoRecord />}>
      {(record) => <Shown record={record} />}
    </Loaded>
  );
}

function NoRecord() {
  return (
    <Page title={t('salvage.wiped')}>
      <Empty title={t('salvage.notFound')} />
    </Page>
  );
}

function Shown({ record }: { record: SanitizationDetail }) {
  return (
    <Page
      title={t('salvage.wiped')}
      about={<OutcomeBadge of={record} />}
      actions={
        <Button
          component="a"
          href={addressOf('/api/v1/sanitizations/{id}/certificate.pdf', { id: record.id })}
          variant="default"
          download
        >
          {t('salvage.certificate')}
        </Button>
      }
    >
      <Stack>
        <Facts record={record} />
        <Devices record={record} />
        <Decisions record={record} />
      </Stack>
    </Page>
  );
}

function Facts({ record }: { record: SanitizationDetail }) {
  const { medium, mediaSource, driveSerial, technique, method, isUncertain, source, particleMm } = record;
  const { result, tool, toolVersion, verifiedBy, verification, place, note, doneAt, doneByName } = record;
  return (
    <Part id="sanitization-facts" title={t('salvage.facts')}>
      <FactList
        facts={[
          [t('salvage.technique'), t(`salvage.technique_${technique}`)],
          [t('salvage.medium'), t(`salvage.medium_${medium}`)],
          [
            t('salvage.method'),
            method &&
              [
                t('salvage.methodOf', { method: t(`salvage.method_${method}`), source }),
                isUncertain && t('salvage.uncertain'),
              ]
                .filter(Boolean)
                .join(' '),
          ],
          [t('salvage.result'), t(`salvage.result_${result}`)],
          [
            t('salvage.driveSerial'),
            mediaSource === 'pulled' ? (driveSerial ?? t('salvage.mediaSource_pulled')) : null,
          ],
          [t('salvage.particleMm'), particleMm === null ? null : String(particleMm)],
          [t('salvage.tool'), [tool, toolVersion].filter(Boolean).join(' ')],
          [t('salvage.verifiedBy'), verifiedBy],
          [t('salvage.verification'), verification],
          [t('salvage.place'), place],
          [t('salvage.note'), note],
          [t('salvage.doneAt'), when(doneAt)],
          [t('salvage.doneBy'), doneByName],
        ]}
      />
    </Part>
  );
}

function Devices({ record: { devices } }: { record: SanitizationDetail }) {
  return (
    <Part id="sanitization-devices" title={t('salvage.devicesTitle')}>
      <div className="wide" tabIndex={0} role="region" aria-label={t('salvage.devicesTable')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('salvage.device')}</Table.Th>
              <Table.Th>{t('salvage.serialNumber')}</Table.Th>
              <Table.Th>{t('field.model')}</Table.Th>
              <Table.Th>{t('field.site')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {devices.map(({ deviceId, deviceCode, serialNumber, manufacturer, deviceModel, siteName }) => (
              <Table.Tr key={deviceId}>
                <Table.Td>
                  <TextLink fw={600} to="/devices/$id" params={{ id: deviceId }}>
                    {deviceCode ?? t('devices.noTag')}
                  </TextLink>
                </Table.Td>
                <Table.Td data-label={t('salvage.serialNumber')}>{serialNumber}</Table.Td>
                <Table.Td data-label={t('field.model')}>{`${manufacturer} ${deviceModel}`}</Table.Td>
                <Table.Td data-label={t('field.site')}>{siteName}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
  );
}

/** The validation: whether a person accepts what the tool reported. */
function Decisions({ record }: { record: SanitizationDetail }) {
  const { id, validations, result } = record;
  const decides = may(useSession(), 'salvage:approve') && result === 'completed';
  const [asked, setAsked] = useState<Exclude<Decision, 'accept'>>();
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: (body: { decision: Decision; note?: string }) =>
      answer(api.POST('/api/v1/sanitizations/{id}/validations', { params: { path: { id } }, body })),
    onSuccess: async () => {
      setAsked(undefined);
      await queries.invalidateQueries();
    },
  });
  const close = (): void => {
    setAsked(undefined);
    deciding.reset();
  };
  return (
    <Part id="sanitization-decisions" title={t('salvage.decisions')}>
      <Stack gap="sm">
        {validations.length === 0 && (
          <Text>{t(result === 'failed' ? 'salvage.failedHelp' : 'salvage.decisionsNone')}</Text>
        )}
        {validations.map(({ decision, decidedAt, decidedByName, note }) => (
          <div key={decidedAt}>
            <Text>
              {t('salvage.decidedBy', {
                decision: t(`salvage.decision_${decision}`),
                when: when(decidedAt),
                name: decidedByName ?? 'Rollcall',
              })}
            </Text>
            {note !== null && <Text size="sm">{note}</Text>}
          </div>
        ))}
        {deciding.error && !asked && (
          <Alert color="red" role="alert">
            {wordsOf(deciding.error)}
          </Alert>
        )}
        {decides && (
          <Group>
            <Button
              variant="default"
              loading={deciding.isPending && !asked}
              onClick={() => deciding.mutate({ decision: 'accept' })}
            >
              {t('salvage.decide_accept')}
            </Button>
            {(['repeat', 'escalate'] as const).map((decision) => (
              <Button key={decision} variant="default" onClick={() => setAsked(decision)}>
                {t(`salvage.decide_${decision}`)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {asked && (
        <AskNote
          title={t(`salvage.decide_${asked}`)}
          about={<Text>{t(`salvage.decide_${asked}About`)}</Text>}
          label={t('salvage.decideWhy')}
          isRequired
          confirm={t(`salvage.decide_${asked}`)}
          isPending={deciding.isPending}
          error={deciding.error}
          onConfirm={(note) => deciding.mutate({ decision: asked, note })}
          onClose={close}
        />
      )}
    </Part>
  );
}
