import { useQuery } from '@tanstack/react-query';
import { api, tagged } from '../api/client.js';

/** Name of a vendor; an empty text until it is loaded. */
export function useVendorName(id: string): string {
  const { data } = useQuery({
    queryKey: ['vendor', id],
    queryFn: () => tagged(api.GET('/api/v1/vendors/{id}', { params: { path: { id } } })),
  });
  return data?.value.name ?? '';
}
