import { Box, Group, Radio } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { wordsIn } from '../../common/words.js';
import { type AssessmentForm, answerTo, isAsked } from './assessment-form.js';
import type { Question } from './assessment-words.js';
import { SwollenAlert } from './result-badge.js';

/** The questions of the checklist, one below the other: one tap for each answer that is not the usual one. */
export function ChecklistFields({
  questions,
  form,
  problem,
  onChange,
}: {
  questions: readonly Question[];
  form: AssessmentForm;
  problem: Problem | undefined;
  onChange: (change: Partial<AssessmentForm>) => void;
}) {
  return questions
    .filter((question) => isAsked(form, question))
    .map((question) => (
      <div key={question.name}>
        <Radio.Group
          size="md"
          label={wordsIn(question.label)}
          // What to do with a swollen battery is said below, as soon as somebody chooses it.
          description={question.help && question.name !== 'battery' ? wordsIn(question.help) : undefined}
          value={answerTo(form, question)}
          onChange={(given) => onChange({ answers: { ...form.answers, [question.name]: given } })}
          error={problem?.of(`answers.${question.name}`)}
          required={question.isRequired}
        >
          <Group gap="lg" mt={6}>
            {question.answers.map(({ value, label }) => (
              <Radio key={value} value={value} label={wordsIn(label)} />
            ))}
          </Group>
        </Radio.Group>
        {question.name === 'battery' && answerTo(form, question) === 'swollen' && (
          <Box mt="sm">
            <SwollenAlert />
          </Box>
        )}
      </div>
    ));
}
