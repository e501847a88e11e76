import { Container, Divider, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { NoAnswer, Problem } from '../api/problem.js';
import { BarsChart } from '../common/chart/chart.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty, Failed, Forbidden, Loading, Offline } from '../common/states.js';
import { sampleBars } from './samples.js';

const REFUSED = new Problem(
  409,
  'VERSION_CONFLICT',
  'Another person changed this device after you opened it.',
);
const NEVER = new Promise<never>(() => undefined);
const nothing = (): void => undefined;

/** Each part with a heading of its own, so that a change to a part can be seen in all of its states at once. */
export function Gallery() {
  return (
    <Container size="lg" py="md">
      <Stack gap="xl">
        <Part name="Page">
          <Page title="A page" about="What it shows" actions={<ListFiles path="/api/v1/sites" names={{}} />}>
            Content
          </Page>
        </Part>
        <Part name="States: loading">
          <Loading />
        </Part>
        <Part name="States: refused">
          <Failed title="Couldn’t save" error={REFUSED} onRetry={nothing} />
        </Part>
        <Part name="States: no answer">
          <Failed title="Couldn’t load" error={new NoAnswer()} onRetry={nothing} />
        </Part>
        <Part name="States: offline">
          <Offline />
        </Part>
        <Part name="States: forbidden">
          <Forbidden />
        </Part>
        <Part name="States: empty">
          <Empty title="No devices match">Try fewer filters, or add a new device.</Empty>
        </Part>
        <Part name="Chart">
          <BarsChart
            title="41,234 devices"
            about="Devices at all sites on Nov 28, 2026"
            categoryName="Type"
            data={sampleBars()}
            onPick={nothing}
          />
        </Part>
        <Part name="List: loading">
          <SampleList queryKey="loading" load={() => NEVER} />
        </Part>
        <Part name="List: empty">
          <SampleList queryKey="empty" load={async () => ({ items: [], nextCursor: null })} />
        </Part>
        <Part name="List: failed">
          <SampleList queryKey="failed" load={() => Promise.reject(REFUSED)} />
        </Part>
        <Part name="List: with more to come">
          <SampleList queryKey="more" load={async () => ({ items: ['One', 'Two'], nextCursor: 'next' })} />
        </Part>
      </Stack>
    </Container>
  );
}

function SampleList({
  queryKey,
  load,
}: {
  queryKey: string;
  load: () => Promise<{ items: string[]; nextCursor: string | null }>;
}) {
  return (
    <Pages queryKey={['gallery', queryKey]} load={load} empty={<Empty title="Nothing yet" />}>
      {(items) => items.map((item, i) => <div key={i}>{item}</div>)}
    </Pages>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5" c="dimmed">
        {name}
      </Title>
      <Divider mb="md" />
      {children}
    </section>
  );
}
