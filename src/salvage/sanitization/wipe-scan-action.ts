import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import type { Tx } from '../../database/tx.js';
import type {
  ActionRefusal,
  ActionScan,
  ScanAction,
  ScanQuestion,
  Words,
} from '../../scanning/actions/scan-action.js';
import { RESULTS } from './sanitization.entities.js';
import { SanitizationRecords } from './sanitization-records.js';
import { NOTHING_KNOWN, problemOf, refusalOf, type SaidSanitization } from './sanitization-rules.js';
import { MEDIA, type Medium, type Technique, TECHNIQUES } from './techniques.js';

const MEDIUM_WORDS: Readonly<Record<Medium, Words>> = {
  none: { en: 'No storage', es: 'Sin almacenamiento' },
  hdd: { en: 'Hard disk', es: 'Disco duro' },
  sata_ssd: { en: 'SSD (SATA)', es: 'SSD (SATA)' },
  nvme: { en: 'SSD (NVMe)', es: 'SSD (NVMe)' },
  emmc: { en: 'eMMC or UFS', es: 'eMMC o UFS' },
  apple: { en: 'iPad or Mac', es: 'iPad o Mac' },
  unknown: { en: 'Unknown', es: 'Desconocido' },
};

/** The techniques that the scan page offers. Other techniques are recorded on the page of a device. */
const BENCH_TECHNIQUES = [
  'powerwash_titan_c',
  'powerwash_tpm',
  'erase_all_content',
  'cryptographic_erase',
  'ata_sanitize_block_erase',
  'nvme_sanitize_block_erase',
  'windows_reset',
  'overwrite',
  'no_storage',
  'shred',
  'disintegrate',
] as const satisfies readonly Technique[];

const TECHNIQUE_WORDS: Readonly<Record<(typeof BENCH_TECHNIQUES)[number], Words>> = {
  powerwash_titan_c: {
    en: 'Powerwash (Google security chip)',
    es: 'Powerwash (chip de seguridad de Google)',
  },
  powerwash_tpm: { en: 'Powerwash (older Chromebook)', es: 'Powerwash (Chromebook anterior)' },
  erase_all_content: { en: 'Erase All Content and Settings', es: 'Borrar contenidos y configuración' },
  cryptographic_erase: { en: 'Cryptographic erase', es: 'Borrado criptográfico' },
  ata_sanitize_block_erase: { en: 'ATA sanitize, block erase', es: 'Sanitize de ATA, por bloques' },
  nvme_sanitize_block_erase: { en: 'NVMe sanitize, block erase', es: 'Sanitize de NVMe, por bloques' },
  windows_reset: { en: 'Windows reset with cleaning', es: 'Restablecer Windows con limpieza' },
  overwrite: { en: 'Overwritten once', es: 'Sobrescrito una vez' },
  no_storage: { en: 'It has no storage', es: 'No tiene almacenamiento' },
  shred: { en: 'Shredded', es: 'Triturado' },
  disintegrate: { en: 'Disintegrated, melted or burned', es: 'Desintegrado, fundido o incinerado' },
};

const QUESTIONS: readonly ScanQuestion[] = [
  {
    name: 'medium',
    label: { en: 'Storage', es: 'Almacenamiento' },
    choices: MEDIA.map((value) => ({ value, label: MEDIUM_WORDS[value] })),
    isRequired: true,
  },
  {
    name: 'technique',
    label: { en: 'How was the data removed?', es: '¿Cómo se eliminaron los datos?' },
    choices: BENCH_TECHNIQUES.map((value) => ({ value, label: TECHNIQUE_WORDS[value] })),
    isRequired: true,
  },
  {
    name: 'particleMm',
    label: { en: 'Largest particle, in millimeters', es: 'Partícula más grande, en milímetros' },
    maxLength: 6,
    isRequired: true,
    onlyWith: { question: 'technique', answer: 'shred' },
  },
  {
    name: 'result',
    label: { en: 'Did it complete?', es: '¿Se completó?' },
    choices: [
      { value: 'completed', label: { en: 'Yes', es: 'Sí' } },
      { value: 'failed', label: { en: 'No, it failed', es: 'No, falló' } },
    ],
    isRequired: true,
  },
  {
    name: 'tool',
    label: { en: 'Tool and version', es: 'Herramienta y versión' },
    maxLength: 100,
    isRequired: false,
  },
  {
    name: 'verifiedBy',
    label: { en: 'Verified by', es: 'Verificado por' },
    help: {
      en: 'Name and title of the person who saw that it completed.',
      es: 'Nombre y cargo de la persona que vio que se completó.',
    },
    maxLength: 200,
    isRequired: false,
  },
];

/** Records by scan how the data on devices was removed. */
export function wipeScanAction(records: SanitizationRecords): ScanAction {
  return {
    name: 'wipe',
    label: { en: 'Data removed', es: 'Datos eliminados' },
    help: {
      en: 'Record how the data on each device was removed, or that it failed.',
      es: 'Registra cómo se eliminaron los datos de cada dispositivo, o que falló.',
    },
    done: { en: 'Recorded', es: 'Registrado' },
    permission: 'salvage:edit',
    // A warehouse wipes devices that still belong to the schools that sent them.
    fromAnywhere: true,
    fields: ['site', 'note'],
    required: [],
    questions: QUESTIONS,
    changesPlace: false,
    suitsRetired: true,
    change: () => null,
    rows: {
      judge: (tx, scope, scans) => judge(records, tx, scope, scans),
      write: (tx, scope, scans) =>
        records.write(
          tx,
          scope,
          scans.map(({ scanId, device, said, effectiveAt }) => ({
            ...saidOf({ said }),
            id: newId(),
            devices: [device],
            mediaSource: 'installed' as const,
            driveSerial: null,
            tool: said.answers?.['tool']?.trim() || null,
            toolVersion: null,
            verifiedBy: said.answers?.['verifiedBy']?.trim() || null,
            verification: null,
            place: null,
            note: said.note?.trim() || null,
            doneAt: effectiveAt,
            scanId,
          })),
        ),
      takeBack: (tx, scope, { scanId }) => records.takeBack(tx, scope, scanId),
    },
  };
}

async function judge(
  records: SanitizationRecords,
  tx: Tx,
  scope: Scope,
  scans: readonly ActionScan[],
): Promise<(ActionRefusal | null)[]> {
  const before = await records.before(
    tx,
    scope,
    scans.map(({ device }) => device.id),
  );
  return scans.map((scan) => {
    const said = saidOf(scan);
    const problem = problemOf(said);
    const refusal =
      problem ?? refusalOf(scan.device, said, before.get(scan.device.id) ?? NOTHING_KNOWN, scan.effectiveAt);
    // Somebody can still find out what happened, so the scan waits in the inbox.
    return refusal && { code: refusal.code, detail: refusal.detail, waits: true };
  });
}

function saidOf({ said: { answers } }: Pick<ActionScan, 'said'>): Required<SaidSanitization> {
  const size = Number((answers?.['particleMm'] ?? '').replace(',', '.'));
  return {
    medium: MEDIA.find((one) => one === answers?.['medium']) ?? 'unknown',
    technique: TECHNIQUES.find((one) => one === answers?.['technique']) ?? 'delete_or_format',
    result: RESULTS.find((one) => one === answers?.['result']) ?? 'failed',
    particleMm: size > 0 && size <= 1_000 ? size : null,
  };
}
