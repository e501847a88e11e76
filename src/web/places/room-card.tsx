import { Anchor, Badge, Group, Paper } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/problem.js';
import { day } from '../common/words.js';
import type { FieldSite } from '../journal/database.js';
import { t } from '../text/text.js';
import { PlaceEditor } from './place-editor.js';

/** A room, which leads to the devices in it. */
export function RoomCard({
  room,
  site,
  mayEdit,
}: {
  room: Shape<'RoomView'>;
  site: FieldSite;
  mayEdit: boolean;
}) {
  return (
    <Paper
      withBorder
      p="sm"
      mb="xs"
      component="article"
      aria-label={t('places.roomName', { name: room.name })}
    >
      <Group justify="space-between">
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link to="/devices" search={{ site: site.code, room: room.name }} {...props} />
          )}
        >
          {room.name}
        </Anchor>
        {room.closedOn && <Badge color="gray">{t('places.closed', { date: day(room.closedOn) })}</Badge>}
      </Group>
      {mayEdit && <PlaceEditor of="room" place={room} />}
    </Paper>
  );
}
