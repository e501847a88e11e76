import {
  fitOf,
  MEDIA,
  type Medium,
  type Technique,
  TECHNIQUE_FACTS,
  TECHNIQUES,
  whyNot,
} from './techniques.js';

/**
 * The table again, apart from the code: by technique, what it counts as for HDD, SATA SSD, NVMe, eMMC or UFS, and Apple.
 * C clear, P purge, D destroy, X refused, with `?` where sources differ.
 */
const TABLE: Readonly<Record<Exclude<Technique, 'no_storage'>, string>> = {
  delete_or_format: 'X X X X X',
  overwrite: 'C C? C? C? X',
  windows_reset: 'C C? C? C? X',
  ata_secure_erase: 'C? C? X X X',
  ata_sanitize_overwrite: 'P C? X X X',
  ata_sanitize_block_erase: 'X P X X X',
  cryptographic_erase: 'P P P X X',
  nvme_sanitize_block_erase: 'X X P X X',
  nvme_format_user_data: 'X X C X X',
  nvme_format_cryptographic: 'X X P? X X',
  emmc_sanitize: 'X X X P? X',
  powerwash_titan_c: 'X X P P X',
  powerwash_tpm: 'X C? C? C? X',
  erase_all_content: 'X X X X P',
  bitlocker_keys_deleted: 'P? P? P? P? X',
  degauss: 'P? X X X X',
  drill_or_bend: 'X X X X X',
  shred: 'D? D? D? D? D?',
  disintegrate: 'D D D D D',
};

const COLUMNS: readonly Medium[] = ['hdd', 'sata_ssd', 'nvme', 'emmc', 'apple'];
const METHODS = { C: 'clear', P: 'purge', D: 'destroy' } as const;

describe('the table of techniques', () => {
  it.each(Object.entries(TABLE))('counts %s as its sources do', (technique, line) => {
    const cells = COLUMNS.map((medium) => {
      const fit = fitOf(technique as Technique, medium);
      if (!fit) return 'X';
      const letter = Object.entries(METHODS).find(([, method]) => method === fit.method)?.[0];
      return `${letter}${fit.isUncertain ? '?' : ''}`;
    });
    expect(cells.join(' ')).toBe(line);
  });

  it('has a source for each row, and words for each cell that it refuses', () => {
    for (const technique of TECHNIQUES) {
      expect(TECHNIQUE_FACTS[technique].source).not.toBe('');
      for (const medium of MEDIA)
        if (!fitOf(technique, medium)) expect(whyNot(technique, medium)).toMatch(/^[A-Z].+[.]$/);
    }
  });

  it('takes “no storage” for a device without storage, and nothing else', () => {
    expect(TECHNIQUES.filter((technique) => fitOf(technique, 'none'))).toEqual(['no_storage']);
  });

  it('takes only destroying where nobody can tell what the storage is', () => {
    const taken = TECHNIQUES.map((technique) => fitOf(technique, 'unknown')?.method).filter(Boolean);
    expect(taken).toEqual(['destroy', 'destroy']);
  });

  it('never counts overwriting flash as purge, and never degaussing as destroying', () => {
    for (const medium of COLUMNS.slice(1)) expect(fitOf('overwrite', medium)?.method).not.toBe('purge');
    for (const medium of MEDIA) expect(fitOf('degauss', medium)?.method).not.toBe('destroy');
    expect(fitOf('degauss', 'emmc')).toBeUndefined();
  });
});
