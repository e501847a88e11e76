import { Alert, Group, Radio, Text } from '@mantine/core';
import { t } from '../text/text.js';
import { isSame } from './edits.js';
import type { DraftEdit } from './use-draft-edit.js';

/** Says that another person has saved meanwhile, and asks about the fields that both changed. */
export function EditClashes<Form extends object>({
  edit: { clashes, form, change },
  labelOf,
  wordsOf,
}: {
  edit: Pick<DraftEdit<Form>, 'clashes' | 'form' | 'change'>;
  labelOf: (field: keyof Form & string) => string;
  /** A value as people read it; of an empty one, an empty text. */
  wordsOf: (field: keyof Form & string, value: Form[keyof Form]) => string;
}) {
  if (!clashes) return null;
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
            change({ [field]: choice === 'mine' ? mine : theirs } as unknown as Partial<Form>)
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
