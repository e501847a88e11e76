/** A kind of work that technicians report. */
export interface WorkKind {
  key: string;
  name: string;
  /** Work that is not for a site: travel, projects and learning. */
  isAside: boolean;
}

const forSites = (key: string, name: string): WorkKind => ({ key, name, isAside: false });
const aside = (key: string, name: string): WorkKind => ({ key, name, isAside: true });

/** In the words of both districts' papers (`New IT Support Technician Budget Model`, `Technical Support Restructuring`). */
export const WORK_KINDS: readonly WorkKind[] = [
  forSites('enrollment', 'Device enrollment'),
  forSites('web', 'Website migration and content'),
  forSites('inventory', 'Device inventory'),
  forSites('warranty', 'Warranty escalation'),
  forSites('social-media', 'Social media support'),
  forSites('salvage', 'Salvage assessment'),
  forSites('remote', 'Remote assistance'),
  forSites('repair', 'Device repair'),
  forSites('classroom', 'Classroom support'),
  forSites('urgent', 'Urgent issues'),
  aside('projects', 'Projects'),
  aside('learning', 'Professional learning'),
  aside('travel', 'Travel'),
];
