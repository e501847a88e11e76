import { NumberInput, Select, SimpleGrid, Switch } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';

/** The paper in a printer, and how far off the printer is; this device remembers it. */
export interface Paper {
  layout: string;
  offsetX: number;
  offsetY: number;
}

interface Props {
  layouts: readonly Shape<'LabelLayout'>[];
  paper: Paper;
  onPaper: (change: Partial<Paper>) => void;
  skip: number;
  onSkip: (skip: number) => void;
  outlines: boolean;
  onOutlines: (outlines: boolean) => void;
}

export function PaperFields({ layouts, paper, onPaper, skip, onSkip, outlines, onOutlines }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      <Select
        label={t('labels.paper')}
        data={layouts.map(({ name, title }) => ({ value: name, label: title }))}
        value={paper.layout}
        onChange={(layout) => layout && onPaper({ layout })}
        allowDeselect={false}
      />
      <NumberInput
        label={t('labels.used')}
        min={0}
        max={500}
        value={skip}
        onChange={(value) => onSkip(Number(value) || 0)}
      />
      <OffsetField
        label={t('labels.offsetX')}
        value={paper.offsetX}
        onChange={(offsetX) => onPaper({ offsetX })}
      />
      <OffsetField
        label={t('labels.offsetY')}
        value={paper.offsetY}
        onChange={(offsetY) => onPaper({ offsetY })}
      />
      <Switch
        label={t('labels.outlines')}
        checked={outlines}
        onChange={(event) => onOutlines(event.currentTarget.checked)}
      />
    </SimpleGrid>
  );
}

/** Millimeters by which everything is printed further right or down. */
function OffsetField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (millimeters: number) => void;
}) {
  return (
    <NumberInput
      label={label}
      step={0.5}
      min={-20}
      max={20}
      value={value}
      onChange={(typed) => onChange(Number(typed) || 0)}
    />
  );
}
