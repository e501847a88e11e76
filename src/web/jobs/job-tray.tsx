import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import { lazyWindow } from '../common/lazy-window.js';
import { loadLaterTexts } from '../text/text.js';
import { isRunning } from './job-state.js';

const SHOWN = 10;
/** A job of a second or two is over before anybody looks; an import runs for minutes. */
const LOOK_MS = 2_000;
const LOOK_WHEN_IDLE_MS = 60_000;

/** Most people start no such work, and need not load what shows it. */
const JobPopover = lazyWindow(async () => {
  const [popover] = await Promise.all([import('./job-popover.js'), loadLaterTexts()]);
  return popover.JobPopover;
});

/** The work that this person has started and that goes on by itself: how far it is, and the way to stop it. */
export function JobTray() {
  const { data } = useQuery({
    queryKey: ['jobs', 'mine'],
    queryFn: () => answer(api.GET('/api/v1/jobs', { params: { query: { mine: true, limit: SHOWN } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? LOOK_MS : LOOK_WHEN_IDLE_MS),
  });
  const jobs = data?.items ?? [];
  if (jobs.length === 0) return null;
  return <JobPopover jobs={jobs} />;
}
