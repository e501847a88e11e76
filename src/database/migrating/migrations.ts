import { CreatedAccess1764000000000 } from '../../../migrations/1764000000000-created-access.js';
import { CreatedJobs1764000001000 } from '../../../migrations/1764000001000-created-jobs.js';
import { CreatedSites1764000002000 } from '../../../migrations/1764000002000-created-sites.js';
import { CreatedCounts1764000003000 } from '../../../migrations/1764000003000-created-counts.js';
import { CreatedDevices1764000004000 } from '../../../migrations/1764000004000-created-devices.js';
import { CreatedImports1764000005000 } from '../../../migrations/1764000005000-created-imports.js';
import { LoggedNameReadings1764000006000 } from '../../../migrations/1764000006000-logged-name-readings.js';
import { TightenedNamesAndAges1764000007000 } from '../../../migrations/1764000007000-tightened-names-and-ages.js';
import { CoveredCounts1764000008000 } from '../../../migrations/1764000008000-covered-counts.js';
import { CreatedModelCounts1764000009000 } from '../../../migrations/1764000009000-created-model-counts.js';
import { IndexedSitesOfEvents1764000010000 } from '../../../migrations/1764000010000-indexed-sites-of-events.js';
import { CreatedSightings1764000011000 } from '../../../migrations/1764000011000-created-sightings.js';
import { CreatedReports1764000012000 } from '../../../migrations/1764000012000-created-reports.js';
import { CreatedTotalCounts1764000013000 } from '../../../migrations/1764000013000-created-total-counts.js';
import { CreatedScans1764000014000 } from '../../../migrations/1764000014000-created-scans.js';
import { CreatedSweeps1764000015000 } from '../../../migrations/1764000015000-created-sweeps.js';
import { CreatedTags1764000016000 } from '../../../migrations/1764000016000-created-tags.js';
import { LevelledQuarters1764000017000 } from '../../../migrations/1764000017000-levelled-quarters.js';
import { KeptPhotos1764000018000 } from '../../../migrations/1764000018000-kept-photos.js';
import { CreatedAllocation1764000019000 } from '../../../migrations/1764000019000-created-allocation.js';
import { CreatedTechnicians1764000020000 } from '../../../migrations/1764000020000-created-technicians.js';
import { CreatedAbsences1764000021000 } from '../../../migrations/1764000021000-created-absences.js';
import { CreatedTimeEntries1764000022000 } from '../../../migrations/1764000022000-created-time-entries.js';
import { KeyedMakersAndModels1764000104002 } from '../../../migrations/1764000104002-keyed-makers-and-models.js';
import { IndexedSorts1764000060401 } from '../../../migrations/1764000060401-indexed-sorts.js';
import { NotedRows1764000104001 } from '../../../migrations/1764000104001-noted-rows.js';
import { CreatedSupportLoad1764000023000 } from '../../../migrations/1764000023000-created-support-load.js';
import { IndexedTimesOfEvents1764000106001 } from '../../../migrations/1764000106001-indexed-times-of-events.js';
import { PlacedClearances1764000600001 } from '../../../migrations/1764000600001-placed-clearances.js';
import { CreatedFiles1764000600201 } from '../../../migrations/1764000600201-created-files.js';
import { CreatedOutbox1764000600202 } from '../../../migrations/1764000600202-created-outbox.js';
import { CreatedSteps1764000601001 } from '../../../migrations/1764000601001-created-steps.js';
import { CountedStepsOfImports1764000601002 } from '../../../migrations/1764000601002-counted-steps-of-imports.js';
import { CreatedSchoolCalendars1764000601003 } from '../../../migrations/1764000601003-created-school-calendars.js';
import { SteppedTimeEntries1764000601004 } from '../../../migrations/1764000601004-stepped-time-entries.js';
import { ChosenLanguages1764000700101 } from '../../../migrations/1764000700101-chosen-languages.js';
import { ListedJobs1764000700102 } from '../../../migrations/1764000700102-listed-jobs.js';
import { IndexedNumbersOfPeople1764000700201 } from '../../../migrations/1764000700201-indexed-numbers-of-people.js';
import { CreatedProblemReports1764000700501 } from '../../../migrations/1764000700501-created-problem-reports.js';
import { SignedSweeps1764000700502 } from '../../../migrations/1764000700502-signed-sweeps.js';
import { LoweredEmailsOfPeople1764000700601 } from '../../../migrations/1764000700601-lowered-emails-of-people.js';
import { CreatedVendors1764000800101 } from '../../../migrations/1764000800101-created-vendors.js';
import { CreatedCoverages1764000800201 } from '../../../migrations/1764000800201-created-coverages.js';
import { CreatedCoverageRules1764000800301 } from '../../../migrations/1764000800301-created-coverage-rules.js';
import { CreatedClaims1764000800401 } from '../../../migrations/1764000800401-created-claims.js';
import { ClockedClaims1764000800501 } from '../../../migrations/1764000800501-clocked-claims.js';
import { CreatedClaimLayouts1764000800601 } from '../../../migrations/1764000800601-created-claim-layouts.js';
import { CreatedClaimBatches1764000800611 } from '../../../migrations/1764000800611-created-claim-batches.js';
import { InvitedVendors1764000800701 } from '../../../migrations/1764000800701-invited-vendors.js';
import { OpenedVendorDesks1764000800711 } from '../../../migrations/1764000800711-opened-vendor-desks.js';
import { CreatedClaimReplies1764000800721 } from '../../../migrations/1764000800721-created-claim-replies.js';
import { KeptPromisesOfClaims1764000800801 } from '../../../migrations/1764000800801-kept-promises-of-claims.js';
import { CreatedBadLots1764000800811 } from '../../../migrations/1764000800811-created-bad-lots.js';
import { IndexedDevicesOfCoverages1764000800841 } from '../../../migrations/1764000800841-indexed-devices-of-coverages.js';
import { NamedClaims1764000800831 } from '../../../migrations/1764000800831-named-claims.js';
import { WeighedClaims1764000800821 } from '../../../migrations/1764000800821-weighed-claims.js';
import { ListedClaimParts1764000800901 } from '../../../migrations/1764000800901-listed-claim-parts.js';
import { ReplacedClaimedDevices1764000800911 } from '../../../migrations/1764000800911-replaced-claimed-devices.js';
import { AttachedFilesToClaims1764000800921 } from '../../../migrations/1764000800921-attached-files-to-claims.js';
import { CheckedClaims1764000800931 } from '../../../migrations/1764000800931-checked-claims.js';
import { PooledIncidents1764000800941 } from '../../../migrations/1764000800941-pooled-incidents.js';
import { ShippedClaims1764000800951 } from '../../../migrations/1764000800951-shipped-claims.js';
import { DueClaims1764000800961 } from '../../../migrations/1764000800961-due-claims.js';
import { FoundClaims1764000800971 } from '../../../migrations/1764000800971-found-claims.js';
import { IndexedDeviceLists1764000700301 } from '../../../migrations/1764000700301-indexed-device-lists.js';
import { AskedMakers1764000801001 } from '../../../migrations/1764000801001-asked-makers.js';
import { ReturnedClaimParts1764000803001 } from '../../../migrations/1764000803001-returned-claim-parts.js';
import { CountedReplyWords1764000804001 } from '../../../migrations/1764000804001-counted-reply-words.js';
import { ScheduledLookUps1764000805001 } from '../../../migrations/1764000805001-scheduled-look-ups.js';
import { RecordedSanitizations1764000900101 } from '../../../migrations/1764000900101-recorded-sanitizations.js';
import { LeftWithLots1764000900201 } from '../../../migrations/1764000900201-left-with-lots.js';
import { RecordedAssessments1764000900301 } from '../../../migrations/1764000900301-recorded-assessments.js';
import { ComparedWhatCameBack1764000900401 } from '../../../migrations/1764000900401-compared-what-came-back.js';
import { ReportedOverrules1764000902001 } from '../../../migrations/1764000902001-reported-overrules.js';
import { ValuedModels1764000902101 } from '../../../migrations/1764000902101-valued-models.js';
import { RetainedRecords1764000902201 } from '../../../migrations/1764000902201-retained-records.js';
import { WeighedModels1764000902301 } from '../../../migrations/1764000902301-weighed-models.js';
import { PhotographedAssessments1764000902401 } from '../../../migrations/1764000902401-photographed-assessments.js';

/** Every migration in order, named one by one: a file that was forgotten here fails the drift test. */
export const MIGRATIONS = [
  CreatedAccess1764000000000,
  CreatedJobs1764000001000,
  CreatedSites1764000002000,
  CreatedCounts1764000003000,
  CreatedDevices1764000004000,
  CreatedImports1764000005000,
  LoggedNameReadings1764000006000,
  TightenedNamesAndAges1764000007000,
  CoveredCounts1764000008000,
  CreatedModelCounts1764000009000,
  IndexedSitesOfEvents1764000010000,
  CreatedSightings1764000011000,
  CreatedReports1764000012000,
  CreatedTotalCounts1764000013000,
  CreatedScans1764000014000,
  CreatedSweeps1764000015000,
  CreatedTags1764000016000,
  LevelledQuarters1764000017000,
  KeptPhotos1764000018000,
  CreatedAllocation1764000019000,
  CreatedTechnicians1764000020000,
  CreatedAbsences1764000021000,
  CreatedTimeEntries1764000022000,
  CreatedSupportLoad1764000023000,
  IndexedSorts1764000060401,
  NotedRows1764000104001,
  KeyedMakersAndModels1764000104002,
  IndexedTimesOfEvents1764000106001,
  PlacedClearances1764000600001,
  CreatedFiles1764000600201,
  CreatedOutbox1764000600202,
  CreatedSteps1764000601001,
  CountedStepsOfImports1764000601002,
  CreatedSchoolCalendars1764000601003,
  SteppedTimeEntries1764000601004,
  ChosenLanguages1764000700101,
  ListedJobs1764000700102,
  IndexedNumbersOfPeople1764000700201,
  IndexedDeviceLists1764000700301,
  CreatedProblemReports1764000700501,
  SignedSweeps1764000700502,
  LoweredEmailsOfPeople1764000700601,
  CreatedVendors1764000800101,
  CreatedCoverages1764000800201,
  CreatedCoverageRules1764000800301,
  CreatedClaims1764000800401,
  ClockedClaims1764000800501,
  CreatedClaimLayouts1764000800601,
  CreatedClaimBatches1764000800611,
  InvitedVendors1764000800701,
  OpenedVendorDesks1764000800711,
  CreatedClaimReplies1764000800721,
  KeptPromisesOfClaims1764000800801,
  CreatedBadLots1764000800811,
  WeighedClaims1764000800821,
  NamedClaims1764000800831,
  IndexedDevicesOfCoverages1764000800841,
  ListedClaimParts1764000800901,
  ReplacedClaimedDevices1764000800911,
  AttachedFilesToClaims1764000800921,
  CheckedClaims1764000800931,
  PooledIncidents1764000800941,
  ShippedClaims1764000800951,
  DueClaims1764000800961,
  FoundClaims1764000800971,
  AskedMakers1764000801001,
  ReturnedClaimParts1764000803001,
  CountedReplyWords1764000804001,
  ScheduledLookUps1764000805001,
  RecordedSanitizations1764000900101,
  LeftWithLots1764000900201,
  RecordedAssessments1764000900301,
  ComparedWhatCameBack1764000900401,
  ReportedOverrules1764000902001,
  ValuedModels1764000902101,
  RetainedRecords1764000902201,
  WeighedModels1764000902301,
  PhotographedAssessments1764000902401,
];
