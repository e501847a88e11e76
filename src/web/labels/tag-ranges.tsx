import {
  Alert,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import { Empty } from '../common/states.js';
import { Pages } from '../common/pages.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { PrintButtons, type PrintProps } from './print-buttons.js';
import { textsOf } from '../common/form-texts.js';

/** New tags: the server hands them out, each once; here they are printed before there are devices for them. */
export function TagRanges({ onPrint, isPending }: PrintProps) {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['tag-series'],
    queryFn: () => answer(api.GET('/api/v1/tag-series', { params: { query: { limit: 200 } } })),
  });
  const [chosen, setChosen] = useState<string>();
  const series = data?.items ?? [];
  const id = chosen ?? series[0]?.id;
  return (
    <Stack>
      {data && series.length === 0 && (
        <Empty title={t('labels.noSeries')}>
          {may(session, 'settings:edit') ? t('labels.noSeriesText') : t('labels.noSeriesAsk')}
        </Empty>
      )}
      {id && (
        <>
          <Select
            label={t('labels.series')}
            data={series.map((one) => ({
              value: one.id,
              label: t('labels.seriesNext', { prefix: one.prefix, next: one.next }),
            }))}
            value={id}
            onChange={(value) => setChosen(value ?? undefined)}
            allowDeselect={false}
          />
          <TakeRange seriesId={id} />
          <Pages
            queryKey={['tag-ranges', id]}
            load={(cursor) =>
              answer(
                api.GET('/api/v1/tag-series/{id}/ranges', {
                  params: { path: { id }, query: { limit: 20, cursor } },
                }),
              )
            }
            empty={<Empty title={t('labels.noRanges')} />}
          >
            {(ranges) =>
              ranges.map((range) => (
                <Paper key={range.id} withBorder p="sm" mb="xs">
                  <Group justify="space-between">
                    <Text>
                      <b>
                        {range.first} – {range.last}
                      </b>
                      , {t('common.tags', { count: range.count })}, {when(range.createdAt)}
                    </Text>
                    <PrintButtons onPrint={onPrint({ tagRange: range.id })} isPending={isPending} />
                  </Group>
                </Paper>
              ))
            }
          </Pages>
        </>
      )}
      {may(session, 'settings:edit') && <BeginSeries />}
    </Stack>
  );
}

function TakeRange({ seriesId }: { seriesId: string }) {
  const queries = useQueryClient();
  const [n, setN] = useState(30);
  const taking = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/tag-series/{id}/ranges', {
          params: { path: { id: seriesId } },
          body: { count: n },
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <Group align="end">
      <NumberInput
        label={t('labels.howMany')}
        min={1}
        max={5000}
        value={n}
        onChange={(value) => setN(Number(value) || 1)}
      />
      <Button onClick={() => taking.mutate()} loading={taking.isPending}>
        {t('labels.reserve')}
      </Button>
      {taking.error && (
        <Alert color="red" role="alert">
          {wordsOf(taking.error)}
        </Alert>
      )}
    </Group>
  );
}

function BeginSeries() {
  const queries = useQueryClient();
  const beginning = useMutation({
    mutationFn: (body: { prefix: string; digits: number }) =>
      answer(api.POST('/api/v1/tag-series', { body })),
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = textsOf(event.currentTarget);
    beginning.mutate({ prefix: text('prefix'), digits: Number(text('digits')) });
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit}>
        <Title order={2} size="h5" mb="xs">
          {t('labels.newSeries')}
        </Title>
        {beginning.error && (
          <Alert color="red" role="alert" mb="sm">
            {wordsOf(beginning.error)}
          </Alert>
        )}
        <Group align="end">
          <TextInput
            name="prefix"
            label={t('labels.prefix')}
            placeholder={t('labels.prefixExample')}
            maxLength={30}
          />
          <NumberInput name="digits" label={t('labels.digits')} defaultValue={6} min={1} max={12} />
          <Button type="submit" variant="default" loading={beginning.isPending}>
            {t('labels.addSeries')}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
