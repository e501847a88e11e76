import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { t } from '../text/text.js';
import {
  COLUMN_FORMATS,
  type LayoutColumn,
  type LayoutDraft,
  movedColumn,
  NEW_COLUMN,
  withColumn,
} from './layout-draft.js';

interface Props {
  draft: LayoutDraft;
  onChange: (change: Partial<LayoutDraft>) => void;
  problem: Problem | undefined;
}

/** The value of the choice for a column with the same text in each row. */
const CONSTANT = '';

/** The columns of a file, in its order. */
export function ColumnsEditor({ draft: { columns, format }, onChange, problem }: Props) {
  const fields = useFieldChoices();
  return (
    <Fieldset legend={t('layouts.columns')}>
      <Stack gap="sm">
        {columns.map((column, index) => (
          <ColumnEditor
            // A column has no name of its own until somebody enters one.
            key={index}
            column={column}
            index={index}
            count={columns.length}
            isFixed={format === 'fixed_width'}
            fields={fields}
            problem={problem}
            onChange={(change) => onChange({ columns: withColumn(columns, index, change) })}
            onMove={(by) => onChange({ columns: movedColumn(columns, index, by) })}
            onRemove={() => onChange({ columns: columns.filter((_, at) => at !== index) })}
          />
        ))}
        {columns.length === 0 && <Text c="dimmed">{t('layouts.noColumns')}</Text>}
        <Group>
          <Button variant="default" onClick={() => onChange({ columns: [...columns, NEW_COLUMN] })}>
            {t('layouts.addColumn')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface Choice {
  value: string;
  label: string;
}

function useFieldChoices(): Choice[] {
  const { data } = useQuery({
    queryKey: ['claim-layouts', 'fields'],
    staleTime: Infinity,
    queryFn: () => answer(api.GET('/api/v1/claim-layouts/choices')),
  });
  const fields = data?.fields ?? [];
  return [
    { value: CONSTANT, label: t('layouts.sameText') },
    ...fields.map(({ field, isPersonal }) => {
      const label = t(`layouts.field_${field}`);
      return { value: field, label: isPersonal ? t('layouts.personal', { label }) : label };
    }),
  ];
}

function ColumnEditor({
  column,
  index,
  count,
  isFixed,
  fields,
  problem,
  onChange,
  onMove,
  onRemove,
}: {
  column: LayoutColumn;
  index: number;
  count: number;
  isFixed: boolean;
  fields: Choice[];
  problem: Problem | undefined;
  onChange: (change: Partial<LayoutColumn>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const n = String(index + 1);
  const errorOf = (name: keyof LayoutColumn): string | undefined => problem?.of(`columns.${index}.${name}`);
  const chooseField = (value: string | null): void => {
    const field = (value || null) as LayoutColumn['field'];
    onChange({
      field,
      constant: field === null ? (column.constant ?? '') : null,
      isRequired: field !== null && column.isRequired,
    });
  };
  return (
    <Paper withBorder p="sm" role="group" aria-label={t('layouts.column', { n })}>
      <Group gap="sm" align="start">
        <TextInput
          flex="1 1 10rem"
          label={t('layouts.header')}
          value={column.header}
          onChange={(event) => onChange({ header: event.currentTarget.value })}
          error={errorOf('header')}
          required
          maxLength={200}
          autoComplete="off"
        />
        <Select
          flex="1 1 12rem"
          label={t('layouts.field')}
          data={fields}
          value={column.field ?? CONSTANT}
          onChange={chooseField}
          error={errorOf('field')}
          allowDeselect={false}
          searchable
          openOnFocus={false}
          nothingFoundMessage={t('layouts.noField')}
        />
        {column.field === null ? (
          <TextInput
            flex="1 1 8rem"
            label={t('layouts.constant')}
            value={column.constant ?? ''}
            onChange={(event) => onChange({ constant: event.currentTarget.value })}
            error={errorOf('constant')}
            autoComplete="off"
          />
        ) : (
          <Select
            flex="1 1 8rem"
            label={t('layouts.columnFormat')}
            data={COLUMN_FORMATS.map((value) => ({ value, label: formatWords(value) }))}
            value={column.format}
            onChange={(format) => onChange({ format })}
            error={errorOf('format')}
            placeholder={t('layouts.usual')}
            clearable
          />
        )}
        <NumberInput
          w="8rem"
          label={isFixed ? t('layouts.exactly') : t('layouts.longest')}
          value={column.longest ?? ''}
          onChange={(longest) => onChange({ longest: longest === '' ? null : Number(longest) })}
          error={errorOf('longest')}
          allowDecimal={false}
          allowNegative={false}
          hideControls
        />
      </Group>
      <Group gap="sm" mt="sm">
        <Checkbox
          label={t('layouts.isRequired')}
          checked={column.isRequired}
          disabled={column.field === null}
          onChange={(event) => onChange({ isRequired: event.currentTarget.checked })}
        />
        {column.longest !== null && (
          <Checkbox
            label={t('layouts.cut')}
            checked={column.whenTooLong === 'cut'}
            onChange={(event) => onChange({ whenTooLong: event.currentTarget.checked ? 'cut' : 'refuse' })}
          />
        )}
        <Group gap={4} ml="auto">
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('layouts.up', { n })}
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('layouts.down', { n })}
            disabled={index === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('layouts.removeColumn', { n })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
    </Paper>
  );
}

function formatWords(format: (typeof COLUMN_FORMATS)[number]): string {
  return format === 'dollars' || format === 'cents' || format === 'upper'
    ? t(`layouts.columnFormat_${format}`)
    : format;
}
