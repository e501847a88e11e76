import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { LinkButton } from '../common/link-button.js';
import { GOOD } from '../common/tones.js';
import { importKindsOf } from '../imports/import-kinds.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { SampleOffer } from './sample-offer.js';
import { type Begun, hideGuide, isGuideHidden, LOOK } from './use-begun.js';

/** Leads whoever set up a district to the next thing to do, until everything is there or they hide it. */
export function StartGuide({ begun }: { begun: Begun | undefined }) {
  const session = useSession();
  const [isHidden, setIsHidden] = useState(isGuideHidden);
  if (!begun || isHidden) return null;
  const { sites, devices, accounts } = begun;
  if (sites > 0 && devices > 0 && accounts > 1) return null;
  const kinds = importKindsOf(session);
  return (
    <Stack component="section" gap="sm" aria-labelledby="start-title">
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h3" id="start-title">
            {t('start.title')}
          </Title>
          <Text c="dimmed">{t('start.text')}</Text>
        </div>
        {devices > 0 && (
          <Button
            variant="subtle"
            onClick={() => {
              hideGuide();
              setIsHidden(true);
            }}
          >
            {t('start.hide')}
          </Button>
        )}
      </Group>
      <SampleOffer isEmpty={!begun.everHadSites && devices === 0} />
      <ol className="steps">
        <Step n={1} title={t('start.sites')} text={sitesText(sites)} isDone={sites > 0}>
          {kinds.includes('sites') && (
            <LinkButton
              to="/imports/new"
              search={{ kind: 'sites' }}
              variant={sites > 0 ? 'default' : 'filled'}
            >
              {t('start.importSites')}
            </LinkButton>
          )}
          <LinkButton to="/sites/new" variant="default">
            {t('start.addSite')}
          </LinkButton>
        </Step>
        <Step
          n={2}
          title={t('start.devices')}
          text={devicesText(begun, kinds.includes('devices'))}
          isDone={devices > 0}
        >
          {sites > 0 && kinds.includes('devices') && (
            <LinkButton
              to="/imports/new"
              search={{ kind: 'devices' }}
              variant={devices > 0 ? 'default' : 'filled'}
            >
              {t('start.importDevices')}
            </LinkButton>
          )}
        </Step>
        {may(session, 'accounts:edit') && (
          <Step
            n={3}
            title={t('start.people')}
            text={accounts > 1 ? t('start.peopleDone', { count: accounts }) : t('start.peopleText')}
            isDone={accounts > 1}
          >
            <LinkButton to="/accounts/new" variant="default">
              {t('start.addAccount')}
            </LinkButton>
          </Step>
        )}
        {may(session, 'devices:edit') && (
          <Step
            n={4}
            title={t('start.labels')}
            text={devices > 0 ? t('start.labelsText') : t('start.labelsFirst')}
            isDone={false}
          >
            {devices > 0 && (
              <LinkButton to="/labels" variant="default">
                {t('start.printLabels')}
              </LinkButton>
            )}
          </Step>
        )}
      </ol>
    </Stack>
  );
}

function Step({
  n,
  title,
  text,
  isDone,
  children,
}: {
  n: number;
  title: string;
  text: string;
  isDone: boolean;
  children: ReactNode;
}) {
  return (
    <Card withBorder component="li">
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Text size="sm" c="dimmed">
            {t('start.step', { n: String(n) })}
          </Text>
          <Title order={3} size="h4">
            {title}
          </Title>
        </div>
        {isDone && <IconCircleCheck role="img" aria-label={t('start.done')} color={GOOD} fill="#d3f9d8" />}
      </Group>
      <Text mt={4} mb="sm">
        {text}
      </Text>
      <Group gap="xs">{children}</Group>
    </Card>
  );
}

function sitesText(sites: number): string {
  if (sites === 0) return t('start.sitesText');
  return sites < LOOK
    ? t('start.sitesDone', { count: sites })
    : t('start.sitesMany', { count: String(LOOK) });
}

function devicesText({ sites, devices }: Begun, mayImport: boolean): string {
  if (devices > 0) return t('start.devicesDone', { count: devices });
  if (!mayImport) return t('start.devicesByAdmin');
  return sites > 0 ? t('start.devicesText') : t('start.devicesFirst');
}
