import { accountMenu } from './account-menu.js';
import { accounts } from './accounts.js';
import { assess } from './assess.js';
import { attention } from './attention.js';
import { batches } from './batches.js';
import { boardItems } from './board-items.js';
import { catalogue } from './catalogue.js';
import { changeMany } from './change-many.js';
import { chart } from './chart.js';
import { checkout } from './checkout.js';
import { claimChecklist } from './claim-checklist.js';
import { claimFiles } from './claim-files.js';
import { claimRequest } from './claim-request.js';
import { claimWork } from './claim-work.js';
import { claims } from './claims.js';
import { common } from './common.js';
import { coverage } from './coverage.js';
import { delivery } from './delivery.js';
import { desk } from './desk.js';
import { devices } from './devices.js';
import { files } from './files.js';
import { findings } from './findings.js';
import { forms } from './forms.js';
import { history } from './history.js';
import { home } from './home.js';
import { importField, imports } from './imports.js';
import { inbox } from './inbox.js';
import { jobKind, jobState, jobs } from './jobs.js';
import { labels } from './labels.js';
import { layouts } from './layouts.js';
import { leaving } from './leaving.js';
import { lots, pickUp } from './lots.js';
import { lookUpOutcome, lookUps } from './look-ups.js';
import { ownPassword } from './own-password.js';
import { places } from './places.js';
import { pools } from './pools.js';
import { problems } from './problems.js';
import { replies } from './replies.js';
import { returned } from './returned.js';
import { rules } from './rules.js';
import { salvage } from './salvage.js';
import { scan } from './scan.js';
import { school } from './school.js';
import { searchWindow } from './search-window.js';
import { session } from './session.js';
import { shell } from './shell.js';
import { sites, siteType } from './sites.js';
import { start } from './start.js';
import { support } from './support.js';
import { sweeps } from './sweeps.js';
import { table } from './table.js';
import { codeKind, disposalRoute, field, forbidden, kind, role, status } from './terms.js';
import { checklist, vendorSight, vendorTerms } from './vendor-claims.js';
import { vendorPeople } from './vendor-people.js';
import { vendorRole, vendors } from './vendors.js';
import { reason, verdict } from './verdict.js';
import { warranty } from './warranty.js';
import { waste } from './waste.js';
import { welcome } from './welcome.js';
import { words } from './words.js';

/** All texts of the pages in English, one group for each file or page. */
export const en = {
  accountMenu,
  accounts,
  assess,
  attention,
  batches,
  boardItems,
  catalogue,
  changeMany,
  chart,
  checklist,
  checkout,
  claimChecklist,
  claimFiles,
  claimRequest,
  claims,
  claimWork,
  codeKind,
  common,
  coverage,
  delivery,
  desk,
  devices,
  disposalRoute,
  field,
  files,
  findings,
  forbidden,
  forms,
  history,
  home,
  importField,
  imports,
  inbox,
  jobKind,
  jobState,
  jobs,
  kind,
  labels,
  layouts,
  leaving,
  lookUpOutcome,
  lookUps,
  lots,
  ownPassword,
  pickUp,
  places,
  pools,
  problems,
  reason,
  role,
  replies,
  returned,
  rules,
  salvage,
  scan,
  school,
  searchWindow,
  session,
  shell,
  sites,
  siteType,
  start,
  status,
  support,
  sweeps,
  table,
  vendorRole,
  vendorPeople,
  vendors,
  vendorSight,
  vendorTerms,
  verdict,
  warranty,
  waste,
  welcome,
  words,
} as const;
