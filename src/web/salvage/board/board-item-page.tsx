import '../../claims/claims.css';
import '../lots/lots.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../../api/client.js';
import { useRecordEdit } from '../../common/form/use-record-edit.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { Page } from '../../common/page.js';
import { Part } from '../../common/part.js';
import { Empty } from '../../common/states.js';
import { useHasDraft } from '../../common/use-draft.js';
import { TextLink } from '../../common/text-link.js';
import { day } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { t } from '../../text/text.js';
import { titleOf } from '../lots/lot-words.js';
import { BoardPacket } from './board-packet.js';
import { BoardItemFormFields } from './board-item-form-fields.js';
import { type BoardItemForm, changeOfItem, formOfItem, valueWords } from './board-item-form.js';
import { type BoardItem, lotStateWords, voteWords } from './board-words.js';
import { DecisionBadge } from './decision-badge.js';
import { FindingWords } from './finding-words.js';
import { TimeLine } from './time-line.js';

const route = getRouteApi('/shell/board-items/$id');

const readItem = (id: string) => tagged(api.GET('/api/v1/board-items/{id}', { params: { path: { id } } }));
const draftName = (id: string): string => `board-item.${id}`;

/** One board item: what the board adopts, which days it needs, and which lots it approves. */
export function BoardItemPage() {
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['board-item', id], queryFn: () => readItem(id) });
  return (
    <Loaded query={query} failed={t('boardItems.failed')} missing={<NoItem />}>
      {({ value, etag }) => <Shown key={id} item={value} etag={etag} />}
    </Loaded>
  );
}

function NoItem() {
  return (
    <Empty title={t('boardItems.notFound')} isPage>
      <LinkButton to="/board-items">{t('boardItems.all')}</LinkButton>
    </Empty>
  );
}

function Shown({ item, etag }: { item: BoardItem; etag: string }) {
  const { id } = item;
  const hasDraft = useHasDraft(draftName(id));
  const [isEditing, setIsEditing] = useState(hasDraft);
  return (
    <Page
      title={t('boardItems.titleOf', { number: item.number, title: item.title })}
      about={
        <Group gap="xs">
          <DecisionBadge decision={item.decision} />
          <span>{t('boardItems.meeting', { day: day(item.meetingOn) })}</span>
        </Group>
      }
      actions={
        <>
          <LinkButton to="/board-items" variant="default">
            {t('boardItems.all')}
          </LinkButton>
          {!isEditing && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </>
      }
    >
      {isEditing && <EditItem item={item} etag={etag} onDone={() => setIsEditing(false)} />}
      <div className="claim-parts">
        <Stack>
          <Part id="board-item-words" title={t('boardItems.words')}>
            <FindingWords of={item} />
          </Part>
          <Facts item={item} />
        </Stack>
        <Stack>
          <Part id="board-item-days" title={t('boardItems.days')}>
            <TimeLine item={item} />
          </Part>
          <LotsOfItem item={item} />
          <BoardPacket id={id} />
        </Stack>
      </div>
    </Page>
  );
}

function Facts({ item }: { item: BoardItem }) {
  return (
    <Part id="board-item-facts" title={t('boardItems.facts')}>
      <FactList
        facts={[
          [t('boardItems.finding'), t(`boardItems.finding_${item.finding}`)],
          [t('boardItems.decision'), t(`boardItems.decision_${item.decision}`)],
          [t('boardItems.vote'), voteWords(item)],
          [t('common.note'), item.note],
        ]}
      />
    </Part>
  );
}

function LotsOfItem({ item: { lots, decision } }: { item: BoardItem }) {
  const namesNone = !lots.some(({ isNamed }) => isNamed);
  return (
    <Part id="board-item-lots" title={t('boardItems.lots')}>
      <Stack gap="xs">
        {namesNone && (
          <Text>{t(decision === 'approved' ? 'boardItems.forAll' : 'boardItems.namesNone')}</Text>
        )}
        {lots.length > 0 && (
          <ul className="lot-rows">
            {lots.map((lot) => (
              <li key={lot.id}>
                <TextLink fw={600} to="/lots/$id" params={{ id: lot.id }}>
                  {titleOf(lot)}
                </TextLink>
                <Text size="sm">
                  {[lotStateWords(lot.state), t('common.devices', { count: lot.devices })].join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Part>
  );
}

function EditItem({ item, etag, onDone }: { item: BoardItem; etag: string; onDone: () => void }) {
  const { id } = item;
  const record = useRecordEdit({
    draft: draftName(id),
    row: item,
    etag,
    formOf: formOfItem,
    changeOf: changeOfItem,
    save: (body, version) =>
      answer(
        api.PATCH('/api/v1/board-items/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body,
        }),
      ),
    read: () => readItem(id),
    labelOf,
    wordsOf: valueWords,
    onDone,
  });
  return <BoardItemFormFields record={record} isUsed={item.lotsApproved > 0} submit={t('common.save')} />;
}

function labelOf(field: keyof BoardItemForm): string {
  if (field === 'note') return t('common.note');
  if (field === 'title') return t('boardItems.itemTitle');
  return t(`boardItems.${field}`);
}
