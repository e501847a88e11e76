import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { api, answer, tagged } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { PartForm } from '../part/part-form.js';
import { type Saves, VendorPart } from '../part/vendor-part.js';
import { Rows, withRow } from '../rows.js';
import {
  type Checklist,
  type ChecklistForm,
  missingPoints,
  NEW_POINT,
  type Point,
  POINT_KINDS,
  pointsToSave,
} from './checklist-draft.js';

const route = getRouteApi('/shell/vendors/$id/checklist');

const MOST_POINTS = 30;

const checklistOf = (id: string) =>
  tagged(api.GET('/api/v1/vendors/{id}/claim-checklist', { params: { path: { id } } }));
const formOf = ({ points }: Checklist): ChecklistForm => ({ points });

/** What must be done before a claim of a vendor is ready. */
export function VendorChecklistPage() {
  const { id } = route.useParams();
  return (
    <VendorPart
      id={id}
      name="checklist"
      title={t('checklist.title')}
      about={t('checklist.about')}
      load={() => checklistOf(id)}
    >
      {({ value, etag }, saves) => <ChecklistEditor id={id} checklist={value} etag={etag} {...saves} />}
    </VendorPart>
  );
}

function ChecklistEditor({
  id,
  checklist,
  etag,
  saved,
  onSaved,
}: Saves & { id: string; checklist: Checklist; etag: string }) {
  const edit = useDraftEdit<ChecklistForm>({
    draft: `vendor.${id}.checklist`,
    saved: formOf(checklist),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) =>
      answer(
        api.PUT('/api/v1/vendors/{id}/claim-checklist', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: { points: pointsToSave(form.points) },
        }),
      ),
    read: async () => {
      const now = await checklistOf(id);
      return { form: formOf(now.value), etag: now.etag };
    },
    onSaved,
  });
  const { points } = edit.form;
  const missing = missingPoints(points, checklist.readyMade);
  const change = (now: Point[]): void => edit.change({ points: now });
  return (
    <PartForm
      edit={edit}
      saved={saved}
      shown={/^points\.\d+\.(label|kind)$/}
      labelOf={() => t('checklist.title')}
      wordsOf={(_, value) => value.map(({ label }) => label).join('; ')}
    >
      {(problem) => (
        <>
          {points.length === 0 && <Text c="dimmed">{t('checklist.none')}</Text>}
          <Points points={points} onChange={change} problem={problem} />
          {missing.length > 0 && points.length + missing.length <= MOST_POINTS && (
            <Group>
              <Button variant="default" onClick={() => change([...points, ...missing])}>
                {points.length === 0 ? t('checklist.useReady') : t('checklist.addReady')}
              </Button>
            </Group>
          )}
        </>
      )}
    </PartForm>
  );
}

function Points({
  points,
  onChange,
  problem,
}: {
  points: readonly Point[];
  onChange: (points: Point[]) => void;
  problem: Problem | undefined;
}) {
  const set = (index: number, change: Partial<Point>): void => onChange(withRow(points, index, change));
  return (
    <Rows
      rows={points}
      labelOf={(n) => t('checklist.point', { n: String(n) })}
      removeLabelOf={(n) => t('checklist.remove', { n: String(n) })}
      addLabel={t('checklist.add')}
      onAdd={points.length < MOST_POINTS ? () => onChange([...points, NEW_POINT]) : undefined}
      onRemove={(index) => onChange(points.filter((_, at) => at !== index))}
      moving={{
        labelOf: (n, by) => t(by < 0 ? 'checklist.up' : 'checklist.down', { n: String(n) }),
        onMove: (index, by) =>
          onChange(points.with(index, pointAt(points, index + by)).with(index + by, pointAt(points, index))),
      }}
    >
      {({ label, kind }, index) => (
        <>
          <TextInput
            flex="3 1 14rem"
            label={t('checklist.label')}
            value={label}
            onChange={(event) => set(index, { label: event.currentTarget.value })}
            error={problem?.of(`points.${index}.label`)}
            required
            maxLength={200}
            autoComplete="off"
          />
          <Select
            flex="2 1 12rem"
            label={t('checklist.kind')}
            data={POINT_KINDS.map((value) => ({ value, label: t(`checklist.kind_${value}`) }))}
            value={kind}
            onChange={(value) => value && set(index, { kind: value })}
            error={problem?.of(`points.${index}.kind`)}
            allowDeselect={false}
          />
        </>
      )}
    </Rows>
  );
}

function pointAt(points: readonly Point[], index: number): Point {
  return points[index] ?? NEW_POINT;
}
