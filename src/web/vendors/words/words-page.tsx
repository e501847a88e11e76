import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { api, answer, tagged } from '../../api/client.js';
import { type Shape, wordsOf } from '../../api/problem.js';
import { LinkButton } from '../../common/link-button.js';
import { type DraftEdit, useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { PartForm } from '../part/part-form.js';
import { type Saves, VendorPart } from '../part/vendor-part.js';
import { OpenWords } from './open-words.js';
import { WordRows } from './word-rows.js';
import {
  bodyOf,
  changedNames,
  formNow,
  formOf,
  isWordsChanged,
  meaningWords,
  repeatedWords,
  rowsOf,
  withNew,
  type Words,
  type WordsForm,
} from './words-draft.js';

type ReadyName = Shape<'ReadyMadeWordsBody'>['name'];
type Changed = Pick<Shape<'ReplyWordsChanged'>, 'applied' | 'stillWaiting'>;

const route = getRouteApi('/shell/vendors/$id/reply-words');

const wordsNow = (id: string) =>
  tagged(api.GET('/api/v1/vendors/{id}/reply-words', { params: { path: { id } } }));

/** What the status words of a vendor mean. */
export function VendorWordsPage() {
  const { id } = route.useParams();
  return (
    <VendorPart
      id={id}
      name="words"
      title={t('words.title')}
      about={t('words.about')}
      load={() => wordsNow(id)}
    >
      {({ value, etag }, saves) => <WordsEditor id={id} words={value} etag={etag} {...saves} />}
    </VendorPart>
  );
}

function WordsEditor({
  id,
  words,
  etag,
  saved,
  onSaved,
}: Saves & { id: string; words: Words; etag: string }) {
  const changed = useRef<Changed>({ applied: 0, stillWaiting: 0 });
  const list = useRef<HTMLDivElement>(null);
  const edit: DraftEdit<WordsForm> = useDraftEdit<WordsForm>({
    draft: `vendor.${id}.words`,
    saved: formOf(words),
    etag,
    isChanged: isWordsChanged,
    save: async ({ base, form, etag: version }) => {
      changed.current = await saveWords(id, bodyOf(base, form), version);
    },
    read: async () => {
      const now = await wordsNow(id);
      return { form: formNow(edit.base, now.value), etag: now.etag };
    },
    onSaved: () => onSaved(savedWords(changed.current)),
  });
  const { base, form } = edit;
  const repeated = repeatedWords(form);
  /** The cursor goes to what the word means, once its row is there. */
  const giveMeaning = (word: string): void => {
    const row = rowsOf(form).length;
    edit.change(withNew(form, word));
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-row="${row}"] [data-meaning]`)?.focus(),
    );
  };
  return (
    <PartForm
      edit={edit}
      saved={saved}
      shown={/^words\.\d+\.(word|meaning|outcome|denialReason)$/}
      isBlocked={repeated.size > 0}
      labelOf={(name) => form[name]?.word ?? base[name]?.word ?? ''}
      wordsOf={(_, word) => meaningWords(word)}
    >
      {(problem) => (
        <>
          <OpenWords open={words.open} form={form} onGive={giveMeaning} />
          <div ref={list}>
            <WordRows
              form={form}
              repeated={repeated}
              sent={changedNames(base, form).filter((name) => form[name] !== null)}
              problem={problem}
              onChange={edit.change}
            />
          </div>
          <ReadyMade id={id} names={words.readyMade} isDisabled={edit.isChanged} onAdded={onSaved} />
        </>
      )}
    </PartForm>
  );
}

/** Many replies are taken over in several requests, because one takes only so many. */
async function saveWords(id: string, body: Shape<'ReplyWordsBody'>, version: string): Promise<Changed> {
  const all = { applied: 0, stillWaiting: 0 };
  let left = 1;
  for (let etag = version; left > 0; etag = '*') {
    const now = await answer(
      api.PUT('/api/v1/vendors/{id}/reply-words', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body,
      }),
    );
    all.applied += now.applied;
    all.stillWaiting = now.stillWaiting;
    // Where nothing was taken over, asking again would not end.
    left = now.applied > 0 ? now.left : 0;
  }
  return all;
}

function savedWords({ applied, stillWaiting }: Changed): string {
  return [
    t('vendors.saved'),
    applied > 0 && t('words.applied', { count: applied }),
    stillWaiting > 0 && t('words.stillWaiting', { count: stillWaiting }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What makers call their systems. */
const SYSTEMS: Readonly<Record<ReadyName, string>> = { dell: 'Dell TechDirect' };

const isKnown = (name: string): name is ReadyName => name in SYSTEMS;

/** Adds the words of a maker's system that comes with Rollcall. */
function ReadyMade({
  id,
  names,
  isDisabled,
  onAdded,
}: {
  id: string;
  names: readonly string[];
  isDisabled: boolean;
  onAdded: (words: string) => Promise<void>;
}) {
  const adding = useMutation({
    mutationFn: (name: ReadyName) =>
      answer(
        api.POST('/api/v1/vendors/{id}/reply-words/ready-made', { params: { path: { id } }, body: { name } }),
      ),
    onSuccess: (now) => onAdded(savedWords(now)),
  });
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {isDisabled ? t('words.readyMadeLater') : t('words.readyMadeHelp')}
      </Text>
      {adding.error && (
        <Alert color="red" role="alert">
          {wordsOf(adding.error)}
        </Alert>
      )}
      <Group gap="xs">
        {names.filter(isKnown).map((name) => (
          <Button
            key={name}
            variant="default"
            disabled={isDisabled}
            loading={adding.isPending}
            onClick={() => adding.mutate(name)}
          >
            {t('words.addReadyMade', { name: SYSTEMS[name] })}
          </Button>
        ))}
        <LinkButton to="/claims/replies" variant="default">
          {t('words.toReplies')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
