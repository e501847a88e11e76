import { Button, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../common/page.js';
import { day } from '../common/words.js';
import { useSiteName } from '../journal/site-names.js';
import type { Typed } from '../scan/actions.js';
import { CodeReader } from '../scan/code-reader.js';
import { AskWhichDevice } from '../scan/ask-which-device.js';
import { knownPerson, personName } from '../scan/known-people.js';
import { personDetails, PersonField } from '../scan/person-field.js';
import { SiteField } from '../scan/place-fields.js';
import { ResultBanner } from '../scan/result-banner.js';
import { RunningList } from '../scan/running-list.js';
import { ScanLayout } from '../scan/scan-layout.js';
import { Setup } from '../scan/setup.js';
import { t } from '../text/text.js';
import { ClassList } from './class-list.js';
import { LineList } from './line-list.js';
import { type Line, useCheckOut } from './use-check-out.js';

/** Checks devices out to people: one person and their device after the other, or down a class list. */
export function CheckOutPage() {
  const [site, setSite] = useState<string>();
  const typing = useState<Typed>();
  const [dueOn, setDueOn] = useState('');
  const siteName = useSiteName();
  const checkOut = useCheckOut({ site, typedSite: typing[0], dueOn });
  const { current, before, lines, addPeople, choice } = checkOut;
  const summary = [
    site ? siteName(site) : t('checkout.anySite'),
    dueOn ? t('scan.dueOn', { date: day(dueOn) }) : t('checkout.noDueDate'),
  ].join(' · ');
  return (
    <Page title={t('checkout.outTitle')}>
      <ScanLayout
        setup={
          <Setup summary={summary} isComplete startsOpen={false}>
            <Group align="end" gap="xs" grow>
              <SiteField value={site} onChange={setSite} typing={typing} />
              <TextInput
                label={t('field.dueOn')}
                type="date"
                value={dueOn}
                onChange={(event) => setDueOn(event.currentTarget.value)}
              />
            </Group>
          </Setup>
        }
        reader={
          <CodeReader
            onCode={checkOut.onCode}
            label={current ? t('checkout.deviceCode') : t('checkout.personCode')}
          />
        }
        results={
          <>
            {checkOut.shown && <ResultBanner shown={checkOut.shown} />}
            <NextStep
              current={current}
              before={before}
              onPerson={(person) => addPeople([person])}
              onAgain={(person) => addPeople([person], 'first')}
              onSkip={checkOut.skip}
            />
            <LineList lines={lines} current={current} />
            <ClassList onPeople={(people) => addPeople(people)} />
            <Title order={2} size="h4">
              {t('scan.listTitle')}
            </Title>
            <RunningList onUndo={(scan) => void checkOut.undo(scan)} />
          </>
        }
      />
      <AskWhichDevice
        choice={choice}
        onChoose={(id) => void checkOut.choose(id)}
        onClose={checkOut.dismissChoice}
      />
    </Page>
  );
}

interface NextStepProps {
  current: Line | undefined;
  before: Line | undefined;
  onPerson: (number: string) => void;
  onAgain: (number: string) => void;
  onSkip: (line: Line) => void;
}

/** What is expected now: a person, or the device of the person who is shown. */
function NextStep({ current, before, onPerson, onAgain, onSkip }: NextStepProps) {
  const [typed, setTyped] = useState<string>();
  if (!current)
    return (
      <Paper withBorder p="sm" component="section" aria-label={t('checkout.nextStep')}>
        <Text fw={700} mb="xs" role="status">
          {t('checkout.whoNext')}
        </Text>
        <PersonField
          label={t('checkout.personSearch')}
          value={undefined}
          typed={typed}
          onChange={(number) => {
            setTyped(undefined);
            if (number) onPerson(number);
          }}
          onTyped={setTyped}
        />
        {before && (
          <Button
            variant="default"
            mt="xs"
            h="auto"
            py="xs"
            className="wraps"
            onClick={() => onAgain(before.person)}
          >
            {t('checkout.another', { person: personName(before.person) ?? before.person })}
          </Button>
        )}
      </Paper>
    );
  const person = knownPerson(current.person);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('checkout.nextStep')}>
      <div role="status">
        <Text size="sm" c="dimmed">
          {t('checkout.scanFor')}
        </Text>
        <Text size="xl" fw={700}>
          {person?.name ?? current.person}
        </Text>
        <Text>{person ? personDetails(person) : t('scan.personUncheckedText')}</Text>
      </div>
      <Button variant="default" mt="xs" onClick={() => onSkip(current)}>
        {t('checkout.notThisPerson')}
      </Button>
    </Paper>
  );
}
