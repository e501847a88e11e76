import { Button, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { t } from '../text/text.js';
import { COVERAGE_FIELDS, type CoverageForm, FIRST_FIELDS, hasMoreTerms } from './coverage-form.js';
import { type FieldsProps, TermFields, TextField, VendorAndKind } from './coverage-term-fields.js';

interface Props {
  title: string;
  submit: string;
  form: CoverageForm;
  onChange: (change: Partial<CoverageForm>) => void;
  /** The vendor of the coverage as it is. */
  vendorNow?: { key: string; name: string };
  isChanged: boolean;
  isRestored: boolean;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

const FIELDS: readonly string[] = COVERAGE_FIELDS;

/** The form of a coverage: what each one has, and further terms behind a button. */
export function CoverageFormFields({ form, onChange, error, ...props }: Props) {
  const id = useId();
  const problem = error instanceof Problem ? error : undefined;
  const [showsMore, setShowsMore] = useState(() => hasMoreTerms(form));
  const isWrongInside =
    problem?.errors.some(
      ({ field }) => FIELDS.includes(field) && !FIRST_FIELDS.some((one) => one === field),
    ) ?? false;
  // The terms stay open when the error goes, which it does at the next save.
  useEffect(() => {
    if (isWrongInside) setShowsMore(true);
  }, [isWrongInside]);
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  const fields = { form, onChange, problem };
  return (
    <form onSubmit={submit} aria-labelledby={id} ref={element} noValidate>
      <UnsavedGuard isChanged={props.isChanged} />
      <Stack gap="sm" maw={720}>
        <Title order={3} size="h5" id={id}>
          {props.title}
        </Title>
        <FormNotices isRestored={props.isRestored} clashes={props.clashes} error={error} fields={FIELDS} />
        <FirstFields {...fields} vendorNow={props.vendorNow} />
        {!isWrongInside && (
          <div>
            <Button
              variant="default"
              size="sm"
              aria-expanded={showsMore}
              onClick={() => setShowsMore(!showsMore)}
              rightSection={
                showsMore ? (
                  <IconChevronUp size={18} aria-hidden />
                ) : (
                  <IconChevronDown size={18} aria-hidden />
                )
              }
            >
              {showsMore ? t('coverage.fewerTerms') : t('coverage.moreTerms')}
            </Button>
          </div>
        )}
        {(showsMore || isWrongInside) && <TermFields hasCancellation {...fields} />}
        <Group>
          <Button type="submit" loading={props.isPending}>
            {props.submit}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FirstFields({ vendorNow, ...props }: FieldsProps & Pick<Props, 'vendorNow'>) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <VendorAndKind vendorNow={vendorNow} {...props} />
      <TextField name="startsOn" type="date" required {...props} />
      <TextField name="endsOn" type="date" required {...props} />
    </SimpleGrid>
  );
}
