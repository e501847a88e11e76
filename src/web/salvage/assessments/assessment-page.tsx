import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { Page } from '../../common/page.js';
import { Part } from '../../common/part.js';
import { Empty } from '../../common/states.js';
import { when, wordsIn } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { AssessmentFacts } from './assessment-facts.js';
import { AssessmentPhotos } from './assessment-photos.js';
import { type AssessmentDetail, answerWords, reasonWords, resultWords } from './assessment-words.js';
import { Decisions } from './decisions.js';
import { ResultBadge, SwollenAlert } from './result-badge.js';
import { TakenParts } from './taken-parts.js';
import { useChecklists } from './use-checklists.js';

const route = getRouteApi('/shell/assessments/$id');

/** One assessment: what was recommended and why, what was known, and what people decided since. */
export function AssessmentPage() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['assessment', id],
    queryFn: () => answer(api.GET('/api/v1/assessments/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query} failed={t('assess.failed')} missing={<NoAssessment />}>
      {(assessment) => <Shown assessment={assessment} />}
    </Loaded>
  );
}

function NoAssessment() {
  return (
    <Page title={t('assess.one')}>
      <Empty title={t('assess.notFound')} />
    </Page>
  );
}

function Shown({ assessment }: { assessment: AssessmentDetail }) {
  const { deviceId, deviceCode, manufacturer, deviceModel, hazard, isLatest } = assessment;
  const edits = may(useSession(), 'salvage:edit');
  return (
    <Page
      title={t('assess.of', { device: deviceCode ?? t('devices.noTag') })}
      about={
        <Group gap="xs">
          <span>
            {manufacturer} {deviceModel}
          </span>
          <ResultBadge of={assessment} />
        </Group>
      }
      actions={
        <>
          {edits && (
            <LinkButton to="/assessments/new" search={{}}>
              {t('assess.next')}
            </LinkButton>
          )}
          <LinkButton to="/devices/$id" params={{ id: deviceId }} variant="default">
            {t('assess.showDevice')}
          </LinkButton>
        </>
      }
    >
      <Stack>
        {hazard !== null && <SwollenAlert />}
        {!isLatest && <Text>{t('assess.notLatest')}</Text>}
        <Recommended assessment={assessment} />
        <Decisions assessment={assessment} />
        <AssessmentPhotos assessment={assessment} />
        <Answers assessment={assessment} />
        <AssessmentFacts facts={assessment.facts} />
        <TakenParts assessment={assessment} />
      </Stack>
    </Page>
  );
}

function Recommended({ assessment }: { assessment: AssessmentDetail }) {
  const { recommendation, rule, assessedAt, assessedByName, note } = assessment;
  return (
    <Part id="assessment-result" title={t('assess.recommended')}>
      <FactList
        facts={[
          [t('assess.recommendation'), resultWords(recommendation)],
          [t('assess.reason'), reasonWords(rule, rule.version)],
          [
            t('assess.rule'),
            rule.version === 0
              ? t('assess.ruleOfRollcall', { id: rule.id })
              : t('assess.ruleOfVersion', { id: rule.id, version: String(rule.version) }),
          ],
          [t('assess.source'), rule.source ?? null],
          [t('assess.assessedAt'), when(assessedAt)],
          [t('assess.assessedBy'), assessedByName],
          [t('common.note'), note],
        ]}
      />
    </Part>
  );
}

function Answers({ assessment: { kind, answers } }: { assessment: AssessmentDetail }) {
  const { data } = useChecklists();
  const questions = data?.items.find((one) => one.kind === kind)?.questions ?? [];
  return (
    <Part id="assessment-answers" title={t('assess.answers')}>
      <FactList
        facts={questions.map((question) => {
          const given = answers[question.name];
          return [wordsIn(question.label), given === undefined ? null : answerWords(question, given)];
        })}
      />
    </Part>
  );
}
