import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import { Problem, type Shape } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { LinkButton } from '../../common/link-button.js';
import { Loaded } from '../../common/loaded.js';
import { day, today } from '../../common/words.js';
import { wholeList } from '../../devices/register-choices.js';
import { t } from '../../text/text.js';
import { useFindings } from '../board/use-findings.js';
import type { Lot } from './lot-words.js';

/** A page of the API. */
const LIMIT = 200;

interface Props {
  lot: Lot;
  isPending: boolean;
  error: Error | null;
  onConfirm: (body: { boardItem?: string }) => void;
  onClose: () => void;
}

/** Asks which board item approves a lot. */
export function ApproveWindow({ lot, error, onConfirm, ...window }: Props) {
  const [boardItem, setBoardItem] = useState<string>();
  const items = useQuery({
    queryKey: ['board-items', 'all'],
    queryFn: () =>
      wholeList((cursor) =>
        answer(api.GET('/api/v1/board-items', { params: { query: { limit: LIMIT, cursor } } })),
      ),
  });
  const findings = useFindings();
  // Without the rules, the server still refuses what does not cover the route.
  const coversRoute = ({ finding }: Shape<'BoardItemView'>): boolean =>
    findings.data?.items.find((rule) => rule.finding === finding)?.routes?.includes(lot.route) ?? true;
  const choices = (items.data ?? [])
    .filter(({ decision }) => decision !== 'refused')
    .map((item) => ({ value: item.id, label: labelOf(item, coversRoute(item)) }));
  const atField = error instanceof Problem ? error.of('boardItem') : undefined;
  return (
    <FormWindow
      {...window}
      title={t('lots.ask_approve', { number: String(lot.number) })}
      confirm={t('lots.do_approve')}
      error={error}
      isAtField={atField !== undefined}
      noValidate
      onConfirm={() => onConfirm({ boardItem })}
    >
      <Text>{t('lots.text_approve')}</Text>
      <Loaded query={items} failed={t('common.listFailed')}>
        {() =>
          choices.length === 0 ? (
            <Text>{t('lots.noBoardItems')}</Text>
          ) : (
            <Select
              data-autofocus
              label={t('lots.boardItem')}
              data={choices}
              value={boardItem ?? null}
              onChange={(id) => setBoardItem(id ?? undefined)}
              error={atField}
              placeholder={t('common.chooseOne')}
              nothingFoundMessage={t('boardItems.nothing')}
              openOnFocus={false}
              searchable
              required
            />
          )
        }
      </Loaded>
      <LinkButton to="/board-items/new" search={{ lot: lot.id }} variant="default">
        {t('boardItems.new')}
      </LinkButton>
    </FormWindow>
  );
}

/** Its name, and why it would not approve a lot today. */
function labelOf(item: Shape<'BoardItemView'>, coversRoute: boolean): string {
  const { number, meetingOn, title, decision, validFrom, validTo } = item;
  const name = t('boardItems.nameOf', { number, day: day(meetingOn), title });
  if (decision === 'planned') return t('lots.itemUndecided', { name });
  if (!coversRoute) return t('lots.itemOtherRoute', { name });
  const now = today();
  return now < validFrom || now > validTo ? t('lots.itemNotValid', { name }) : name;
}
