import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NoAnswer } from '../api/problem.js';
import { Page } from '../common/page.js';
import { SiteSelect, useSites } from '../common/site-select.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { SearchField } from '../common/table/search-field.js';
import type { FieldSite } from '../journal/database.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { folded } from '../common/folded.js';
import { t } from '../text/text.js';
import { CartCard } from './cart-card.js';
import { PlaceList } from './place-list.js';
import { everyPlace } from './places.js';
import { PlacesOnPhone } from './places-on-phone.js';
import { RoomCard } from './room-card.js';

const route = getRouteApi('/shell/places');

/** Fewer rooms and carts than this are seen at a glance. */
const MANY = 8;

/** Rooms and carts of a site: where carts stand, what they are called, which are not used any more. */
export function PlacesPage() {
  const { site: code } = route.useSearch();
  const navigate = useNavigate();
  const sites = useSites();
  const site = sites?.find((one) => one.code === code) ?? (sites?.length === 1 ? sites[0] : undefined);
  return (
    <Page title={t('places.title')} about={site?.name}>
      <SiteSelect
        value={site?.code}
        onChange={(picked) => void navigate({ to: '/places', search: { site: picked } })}
      />
      {site ? (
        <PlacesOf key={site.id} site={site} />
      ) : (
        <Empty title={t('places.chooseSite')}>{t('places.chooseSiteText')}</Empty>
      )}
    </Page>
  );
}

function PlacesOf({ site }: { site: FieldSite }) {
  const mayEdit = may(useSession(), 'places:edit');
  const [text, setText] = useState('');
  const rooms = useQuery({ queryKey: ['rooms', site.id], queryFn: () => everyPlace('rooms', site.id) });
  const carts = useQuery({ queryKey: ['carts', site.id], queryFn: () => everyPlace('carts', site.id) });
  const error = rooms.error ?? carts.error;
  const retry = (): void => void Promise.all([rooms.refetch(), carts.refetch()]);
  if (error instanceof NoAnswer) return <PlacesOnPhone site={site} onRetry={retry} />;
  if (error) return <Failed title={t('common.listFailed')} error={error} onRetry={retry} />;
  if (!rooms.data || !carts.data) return <Loading />;
  const isFound = ({ name }: { name: string }): boolean => folded(name).includes(folded(text));
  const shownCarts = carts.data.filter(isFound);
  const shownRooms = rooms.data.filter(isFound);
  return (
    <Stack>
      {rooms.data.length + carts.data.length > MANY && (
        <SearchField
          label={t('places.search')}
          placeholder={t('places.search')}
          value={text}
          onChange={setText}
        />
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <PlaceList
          of="cart"
          site={site}
          shown={shownCarts.length}
          total={carts.data.length}
          mayEdit={mayEdit}
        >
          {shownCarts.map((cart) => (
            <CartCard key={cart.id} cart={cart} rooms={rooms.data} site={site} mayEdit={mayEdit} />
          ))}
        </PlaceList>
        <PlaceList
          of="room"
          site={site}
          shown={shownRooms.length}
          total={rooms.data.length}
          mayEdit={mayEdit}
        >
          {shownRooms.map((room) => (
            <RoomCard key={room.id} room={room} site={site} mayEdit={mayEdit} />
          ))}
        </PlaceList>
      </SimpleGrid>
    </Stack>
  );
}
