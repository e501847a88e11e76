import { useEffect } from 'react';

/** Names the page in the tab of the browser, in its history and on paper. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rollcall`;
  }, [title]);
}
