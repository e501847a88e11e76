import { NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { centsOf, dollarsOf } from '../common/dollars.js';
import { FormWindow } from '../common/form-window.js';
import { MoneyInput } from '../common/money-input.js';
import { t } from '../text/text.js';

export type Model = Shape<'ModelView'>;
type Change = Shape<'ModelChangeBody'>;

export const nameOf = ({ manufacturer, name }: Model): string => `${manufacturer} ${name}`;

interface Props {
  model: Model;
  onClose: () => void;
}

/** Asks what a model is worth. A blank value goes back to the curve. */
export function ValueWindow({ model, onClose }: Props) {
  const [dollars, setDollars] = useState(dollarsOf(model.valueCents));
  const [source, setSource] = useState(model.valueSource ?? '');
  return (
    <FigureWindow
      model={model}
      title={t('catalogue.valueOf', { model: nameOf(model) })}
      fields={['valueCents', 'valueSource']}
      sourceHelp={t('catalogue.valueSourceHelp')}
      source={source}
      onSource={setSource}
      change={() => ({ valueCents: centsOf(dollars), valueSource: source.trim() || null })}
      onClose={onClose}
    >
      {(error) => (
        <MoneyInput
          label={t('catalogue.value')}
          help={t('catalogue.valueHelp')}
          value={dollars}
          onChange={setDollars}
          error={error}
        />
      )}
    </FigureWindow>
  );
}

/** Asks what one device of a model weighs. A blank weight is not known. */
export function WeightWindow({ model, onClose }: Props) {
  const [kilograms, setKilograms] = useState(
    model.weightGrams === null ? '' : String(model.weightGrams / 1_000),
  );
  const [source, setSource] = useState(model.weightSource ?? '');
  return (
    <FigureWindow
      model={model}
      title={t('catalogue.weightOf', { model: nameOf(model) })}
      fields={['weightGrams', 'weightSource']}
      sourceHelp={t('catalogue.weightSourceHelp')}
      source={source}
      onSource={setSource}
      change={() => ({ weightGrams: gramsOf(kilograms), weightSource: source.trim() || null })}
      onClose={onClose}
    >
      {(error) => (
        <NumberInput
          label={t('catalogue.weight')}
          description={t('catalogue.weightHelp')}
          value={kilograms}
          onChange={(typed) => setKilograms(String(typed))}
          error={error}
          allowNegative={false}
          decimalScale={3}
          hideControls
        />
      )}
    </FigureWindow>
  );
}

function gramsOf(kilograms: string): number | null {
  return kilograms.trim() === '' ? null : Math.round(Number(kilograms) * 1_000);
}

interface FigureProps extends Props {
  title: string;
  /** Names of the figure and of its source in the body of the request. */
  fields: readonly [figure: keyof Change, source: keyof Change];
  sourceHelp: string;
  source: string;
  onSource: (source: string) => void;
  change: () => Change;
  /** The field of the figure, with what is wrong with it. */
  children: (error: string | undefined) => ReactNode;
}

/** Asks for one figure of a model, and where it comes from. */
function FigureWindow({
  model,
  title,
  fields,
  sourceHelp,
  source,
  onSource,
  change,
  children,
  onClose,
}: FigureProps) {
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/models/{id}', {
          params: { path: { id: model.id }, header: { 'If-Match': `"${model.version}"` } },
          body: change(),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const [figureError, sourceError] = fields.map((field) => problem?.of(field));
  return (
    <FormWindow
      title={title}
      confirm={t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={(figureError ?? sourceError) !== undefined}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      {children(figureError)}
      <TextInput
        label={t('catalogue.source')}
        description={sourceHelp}
        value={source}
        onChange={(event) => onSource(event.currentTarget.value)}
        error={sourceError}
        maxLength={300}
        autoComplete="off"
      />
    </FormWindow>
  );
}
