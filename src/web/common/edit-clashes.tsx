import { Alert, Group, Radio, Text } from '@mantine/core';
import { t } from '../text/text.js';
import { type Clash, isSame } from './edits.js';

/** Says that another person has saved meanwhile, and asks about the fields that both changed. */
export function EditClashes<Form extends object>({
  clashes,
  form,
  labelOf,
  wordsOf,
  onPick,
}: {
  clashes: Clash<Form>[];
  form: Form;
  labelOf: (field: keyof Form & string) => string;
  /** A value as people read it; of an empty one, an empty text. */
  wordsOf: (field: keyof Form & string, value: Form[keyof Form]) => string;
  onPick: (change: Partial<Form>) => void;
}) {
  const words = (field: keyof Form & string, value: Form[keyof Form]): string =>
    wordsOf(field, value) || t('history.nothing');
  return (
    <Alert color="orange" title={t('forms.changedMeanwhile')} role="alert">
      <Text mb="sm">{clashes.length === 0 ? t('forms.changedElsewhere') : t('forms.changedBoth')}</Text>
      {clashes.map(({ field, mine, theirs }) => (
        <Radio.Group
          key={field}
          label={labelOf(field)}
          value={isSame(form[field], mine) ? 'mine' : 'theirs'}
          onChange={(choice) =>
            onPick({ [field]: choice === 'mine' ? mine : theirs } as unknown as Partial<Form>)
          }
          mb="sm"
        >
          <Group>
            <Radio value="mine" label={t('forms.mine', { value: words(field, mine) })} />
            <Radio value="theirs" label={t('forms.theirs', { value: words(field, theirs) })} />
          </Group>
        </Radio.Group>
      ))}
    </Alert>
  );
}
