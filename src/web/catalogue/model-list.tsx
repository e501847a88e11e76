import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { centsOf, dollarsOf } from '../common/dollars.js';
import { FormWindow } from '../common/form-window.js';
import { MoneyInput } from '../common/money-input.js';
import { Pages } from '../common/pages.js';
import { Part } from '../common/part.js';
import { Empty } from '../common/states.js';
import { money } from '../common/words.js';
import { t } from '../text/text.js';

type Model = Shape<'ModelView'>;

const PAGE = 50;

const nameOf = ({ manufacturer, name }: Model): string => `${manufacturer} ${name}`;

/** The models of the district, with the value that each has of its own. */
export function ModelList() {
  const [edited, setEdited] = useState<Model>();
  return (
    <Part id="models" title={t('catalogue.models')}>
      <Text size="sm" mb="xs">
        {t('catalogue.modelsAbout')}
      </Text>
      <Pages
        queryKey={['models', 'list']}
        load={(cursor) => answer(api.GET('/api/v1/models', { params: { query: { limit: PAGE, cursor } } }))}
        empty={<Empty title={t('catalogue.modelsNone')}>{t('catalogue.modelsNoneText')}</Empty>}
      >
        {(models) =>
          models.map((model) => (
            <Group key={model.id} justify="space-between" gap="sm" py={4}>
              <div>
                <Text fw={600}>{nameOf(model)}</Text>
                <Text size="sm" c="dimmed">
                  {model.valueCents === null
                    ? t('catalogue.valueByCurve')
                    : t('catalogue.valueOwn', {
                        value: money(model.valueCents),
                        source: model.valueSource ?? '',
                      })}
                </Text>
              </div>
              <Button
                variant="default"
                aria-label={t('catalogue.valueEditOf', { model: nameOf(model) })}
                onClick={() => setEdited(model)}
              >
                {t('catalogue.valueEdit')}
              </Button>
            </Group>
          ))
        }
      </Pages>
      {edited && <ValueWindow model={edited} onClose={() => setEdited(undefined)} />}
    </Part>
  );
}

/** Asks what a model is worth. A blank value goes back to the curve. */
function ValueWindow({ model, onClose }: { model: Model; onClose: () => void }) {
  const queries = useQueryClient();
  const [dollars, setDollars] = useState(dollarsOf(model.valueCents));
  const [source, setSource] = useState(model.valueSource ?? '');
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/models/{id}', {
          params: { path: { id: model.id }, header: { 'If-Match': `"${model.version}"` } },
          body: { valueCents: centsOf(dollars), valueSource: source.trim() || null },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['models'] });
      onClose();
    },
  });
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const atField = problem?.of('valueCents') ?? problem?.of('valueSource');
  return (
    <FormWindow
      title={t('catalogue.valueOf', { model: nameOf(model) })}
      confirm={t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={atField !== undefined}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <MoneyInput
        label={t('catalogue.value')}
        help={t('catalogue.valueHelp')}
        value={dollars}
        onChange={setDollars}
        error={problem?.of('valueCents')}
      />
      <TextInput
        label={t('catalogue.source')}
        description={t('catalogue.valueSourceHelp')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={problem?.of('valueSource')}
        maxLength={300}
        autoComplete="off"
      />
    </FormWindow>
  );
}
