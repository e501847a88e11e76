import { applyDecorators } from '@nestjs/common';
import { Check, Column } from 'typeorm';
import { oneOf, someOf } from '../../database/known-values.js';

export const COVERAGE_KINDS = [
  'manufacturer',
  'extended',
  'accidental_damage',
  'insurance',
  'battery',
  'other',
] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

export const SERVICE_LEVELS = ['depot', 'carry_in', 'on_site', 'parts_only', 'advance_exchange'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** What a coverage can leave out. */
export const EXCLUSIONS = ['theft', 'loss', 'liquid', 'battery', 'charger', 'stylus'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** When the device is replaced, the new one takes over the rest of the coverage, or the coverage ends. */
export const ON_REPLACEMENT = ['transfers', 'ends'] as const;
export type OnReplacement = (typeof ON_REPLACEMENT)[number];

/** What the database checks of the terms in a table. */
export function CheckTerms(table: string): ClassDecorator {
  return applyDecorators(
    Check(`${table}_kind_known`, oneOf('kind', COVERAGE_KINDS)),
    Check(`${table}_service_level_known`, oneOf('service_level', SERVICE_LEVELS)),
    Check(
      `${table}_amounts_positive`,
      `incidents_a_year > 0 AND incidents_in_total > 0 AND deductible_cents >= 0 AND repair_cap_cents > 0
       AND waiting_days >= 0`,
    ),
    Check(`${table}_excludes_known`, someOf('excludes', EXCLUSIONS)),
    Check(`${table}_on_replacement_known`, oneOf('on_replacement', ON_REPLACEMENT)),
  );
}

/** Columns of what a coverage says of itself, and a rule of all coverages that it creates. */
export abstract class TermsOfCoverage {
  /** Who provides it. */
  @Column('uuid')
  vendorId!: string;

  @Column('text')
  kind!: CoverageKind;

  @Column('text', { nullable: true })
  serviceLevel!: ServiceLevel | null;

  /** Empty where it has none. */
  @Column('text', { default: '' })
  contractNumber!: string;

  /** Null for any number. */
  @Column('integer', { nullable: true })
  incidentsAYear!: number | null;

  @Column('integer', { nullable: true })
  incidentsInTotal!: number | null;

  /** What the district pays for each incident. */
  @Column('integer', { nullable: true })
  deductibleCents!: number | null;

  /** The most that all repairs together may cost the vendor. */
  @Column('integer', { nullable: true })
  repairCapCents!: number | null;

  /** Days from the first day in which no claim is taken. */
  @Column('integer', { default: 0 })
  waitingDays!: number;

  @Column('text', { array: true, default: () => `'{}'` })
  excludes!: Exclusion[];

  @Column('text', { default: 'transfers' })
  onReplacement!: OnReplacement;
}
