import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { Page } from '../../common/page.js';
import { Failed, Loading } from '../../common/states.js';
import { t } from '../../text/text.js';
import { useVendorName } from '../use-vendor-name.js';
import { VendorLinks, type VendorPageName } from './vendor-links.js';

interface Loaded<T> {
  value: T;
  etag: string;
}

export interface Saves {
  /** What was just saved, in words. Undefined before the first save. */
  saved: string | undefined;
  /** Shows what is saved now, with these words above it. */
  onSaved: (words?: string) => Promise<void>;
}

interface Props<T> {
  id: string;
  name: VendorPageName;
  title: string;
  /** What this page decides. */
  about: string;
  load: () => Promise<Loaded<T>>;
  children: (loaded: Loaded<T>, saves: Saves) => ReactNode;
}

/** A page about a part of what is known of a vendor, with the links to the others. */
export function VendorPart<T>({ id, name, title, about, load, children }: Props<T>) {
  const queries = useQueryClient();
  const [{ count, words }, setSaves] = useState<{ count: number; words?: string }>({ count: 0 });
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor', id, name],
    queryFn: load,
    refetchOnWindowFocus: false,
  });
  const onSaved = async (said = t('vendors.saved')): Promise<void> => {
    await queries.invalidateQueries();
    setSaves((before) => ({ count: before.count + 1, words: said }));
  };
  return (
    <Page title={title} about={useVendorName(id)}>
      <VendorLinks id={id} current={name} />
      <Text maw={720}>{about}</Text>
      {error && !data && (
        <Failed title={t('vendors.partNotShown')} error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {/* After a save, the form begins anew with what is saved. */}
      {data && <Fragment key={`${id} ${count}`}>{children(data, { saved: words, onSaved })}</Fragment>}
    </Page>
  );
}
