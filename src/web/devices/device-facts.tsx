import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Shape } from '../api/problem.js';
import { day, money, when, word } from '../common/words.js';
import { t } from '../text/text.js';
import { FactList } from './fact-list.js';

type Device = Shape<'DeviceDetail'>;

/** What is known of a device. What is not known is not shown. */
export function DeviceFacts({ device }: { device: Device }) {
  const facts: [string, ReactNode][] = [
    [t('field.serialNumber'), device.assetTag === null ? '' : device.serialNumber],
    [t('field.kind'), word('kind', device.kind)],
    [t('field.site'), <SiteLink key="site" device={device} />],
    [t('field.room'), device.room],
    [t('field.cart'), device.cart],
    [t('field.region'), device.region],
    [t('field.person'), device.personId && <PersonLink id={device.personId} name={device.personName} />],
    ...lossFacts(device.loss),
    [t('field.statusSince'), when(device.statusSince)],
    [t('field.inServiceOn'), day(device.inServiceOn)],
    [t('field.purchasedOn'), day(device.purchasedOn)],
    [t('field.costCents'), money(device.costCents)],
    [t('field.purchaseReference'), device.purchaseReference],
    [t('field.fundingSource'), [device.fundingSource, device.fain].filter(Boolean).join(', ')],
    [t('field.autoUpdateEndsOn'), day(device.autoUpdateEndsOn)],
    [t('field.notes'), device.notes],
    [t('field.codes'), device.codes.map(codeWords).join(', ')],
  ];
  return (
    <>
      <FactList facts={facts} />
      {device.custody.length > 0 && <Custody custody={device.custody} />}
    </>
  );
}

function SiteLink({ device: { site, siteName } }: { device: Device }) {
  return (
    <Anchor renderRoot={(props) => <Link to="/devices" search={{ site }} {...props} />}>
      {t('devices.siteWithCode', { name: siteName, code: site })}
    </Anchor>
  );
}

function PersonLink({ id, name }: { id: string; name: string | null }) {
  return (
    // In a line of text a link is told from it by more than its color.
    <Anchor
      underline="always"
      renderRoot={(props) => <Link to="/loans" search={{ person: id }} {...props} />}
    >
      {name ?? t('devices.somebody')}
    </Anchor>
  );
}

function lossFacts(loss: Device['loss']): [string, ReactNode][] {
  if (!loss) return [];
  return [
    [t('devices.whatHappened'), loss.missing === 'stolen' ? t('devices.stolen') : t('devices.lost')],
    [t('field.missingSince'), day(loss.missingSince)],
    [t('devices.policeReport'), loss.policeReportNumber],
  ];
}

/** Who has had it, latest first. */
function Custody({ custody }: { custody: Shape<'CustodyView'>[] }) {
  return (
    <section aria-labelledby="custody">
      <Title order={2} size="h4" mb="xs" id="custody">
        {t('devices.custody')}
      </Title>
      <Stack gap={4}>
        {custody.map((loan) => (
          <Text key={`${loan.personId} ${loan.loanedAt}`}>
            <PersonLink id={loan.personId} name={loan.personName} />: {loanWords(loan)}
          </Text>
        ))}
      </Stack>
    </section>
  );
}

function loanWords({ loanedAt, returnedAt, dueOn }: Shape<'CustodyView'>): string {
  if (returnedAt) return t('devices.loanOver', { from: when(loanedAt), to: when(returnedAt) });
  if (dueOn) return t('devices.loanDue', { from: when(loanedAt), due: day(dueOn) });
  return t('devices.loanOpen', { from: when(loanedAt) });
}

function codeWords({ kind, code, releasedAt }: Shape<'CodeView'>): string {
  const named = t('devices.codeIs', { code, kind: word('codeKind', kind) });
  return releasedAt ? t('devices.codeReleased', { code: named }) : named;
}
