import { newId } from '../../common/ids.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type {
  ActionRefusal,
  ActionScan,
  ScanAction,
  ScanQuestion,
} from '../../scanning/actions/scan-action.js';
import { whyNotAtHand } from '../devices-at-hand.js';
import { AssessmentRecords } from './assessment-records.js';
import { answerProblems, type Answers, QUESTIONS, questionsOf } from './checklists.js';
import { SCAN_RESULTS, scanResultOf } from './scan-results.js';

/** The questions for all kinds of devices. Which kind a device is becomes known only when it is scanned. */
const SCAN_QUESTIONS: readonly ScanQuestion[] = QUESTIONS.map(
  ({ name, label, help, answers, usual, needsPower }) => ({
    name,
    label,
    ...(help && { help }),
    choices: answers.map(({ value, label: words }) => ({ value, label: words })),
    isRequired: true,
    usual,
    ...(needsPower && { onlyWith: { question: 'powersOn', answer: 'yes' } }),
  }),
);

/** Assesses devices by scan. The page starts each device with the answers of a device that works. */
export function assessScanAction(records: AssessmentRecords): ScanAction {
  return {
    name: 'assess',
    label: { en: 'Assess', es: 'Evaluar' },
    help: {
      en: 'Enter what works. Rollcall then recommends what to do with the device. Without a network, the recommendation comes later.',
      es: 'Indique qué funciona. Rollcall recomienda qué hacer con el dispositivo. Sin red, la recomendación llega más tarde.',
    },
    done: { en: 'Assessed', es: 'Evaluado' },
    permission: 'salvage:edit',
    // A warehouse assesses devices that still belong to the schools that sent them.
    fromAnywhere: true,
    fields: ['site', 'note'],
    required: [],
    questions: SCAN_QUESTIONS,
    results: SCAN_RESULTS,
    changesPlace: false,
    change: () => null,
    rows: {
      judge: (_tx, _scope, scans) => Promise.resolve(scans.map(refusalOf)),
      write: async (tx, scope, scans) => {
        const decisions = await records.write(
          tx,
          scope,
          scans.map(({ scanId, device, said, effectiveAt }) => ({
            id: newId(),
            device,
            answers: answersFor(device.kind, said.answers),
            note: said.note?.trim() || null,
            parts: [],
            assessedAt: effectiveAt,
            scanId,
          })),
        );
        return decisions.map(scanResultOf);
      },
      takeBack: (tx, scope, { scanId }) => records.takeBack(tx, scope, scanId),
    },
  };
}

function refusalOf({ device, said }: ActionScan): ActionRefusal | null {
  const [problem] = answerProblems(device.kind, answersFor(device.kind, said.answers));
  const refusal = whyNotAtHand(device) ?? problem;
  // Somebody can still return or find the device, so the scan waits in the inbox until then.
  return refusal ? { code: refusal.code, detail: refusal.detail, waits: true } : null;
}

/** One set of answers serves devices of several kinds. Answers to questions that a kind does not have are left out. */
function answersFor(kind: DeviceKind, said: Answers = {}): Answers {
  const names = questionsOf(kind).map(({ name }) => name);
  return Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name)));
}
