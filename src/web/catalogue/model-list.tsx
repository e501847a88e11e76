import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Pages } from '../common/pages.js';
import { Part } from '../common/part.js';
import { Empty } from '../common/states.js';
import { money, number } from '../common/words.js';
import { t } from '../text/text.js';
import { type Model, nameOf, ValueWindow, WeightWindow } from './model-windows.js';

const PAGE = 50;

/** Which figure of which model somebody changes. */
interface Edited {
  what: 'value' | 'weight';
  model: Model;
}

/** The models of the district, with the value and the weight that each has of its own. */
export function ModelList() {
  const [edited, setEdited] = useState<Edited>();
  const onClose = (): void => setEdited(undefined);
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
        {(models) => models.map((model) => <ModelRow key={model.id} model={model} onEdit={setEdited} />)}
      </Pages>
      {edited?.what === 'value' && <ValueWindow model={edited.model} onClose={onClose} />}
      {edited?.what === 'weight' && <WeightWindow model={edited.model} onClose={onClose} />}
    </Part>
  );
}

function ModelRow({ model, onEdit }: { model: Model; onEdit: (edited: Edited) => void }) {
  const { valueCents, valueSource, weightGrams, weightSource } = model;
  return (
    <Group justify="space-between" gap="sm" py={4}>
      <div>
        <Text fw={600}>{nameOf(model)}</Text>
        <Text size="sm" c="dimmed">
          {valueCents === null
            ? t('catalogue.valueByCurve')
            : t('catalogue.valueOwn', { value: money(valueCents), source: valueSource ?? '' })}
        </Text>
        <Text size="sm" c="dimmed">
          {weightGrams === null
            ? t('catalogue.weightUnknown')
            : t('catalogue.weightOwn', {
                weight: t('lots.kilograms', { weight: number(weightGrams / 1_000) }),
                source: weightSource ?? '',
              })}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          aria-label={t('catalogue.valueEditOf', { model: nameOf(model) })}
          onClick={() => onEdit({ what: 'value', model })}
        >
          {t('catalogue.valueEdit')}
        </Button>
        <Button
          variant="default"
          aria-label={t('catalogue.weightEditOf', { model: nameOf(model) })}
          onClick={() => onEdit({ what: 'weight', model })}
        >
          {t('catalogue.weightEdit')}
        </Button>
      </Group>
    </Group>
  );
}
