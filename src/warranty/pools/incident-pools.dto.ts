import { IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { COVERAGE_KINDS, type CoverageKind } from '../coverages/coverage-terms.js';

const MOST_INCIDENTS = 1_000_000;

export class NewIncidentPoolBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Key of the vendor that provides the plan. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  /** The type of the coverages that share the incidents. */
  @IsIn(COVERAGE_KINDS)
  kind!: CoverageKind;

  /** Coverages of this vendor and type with this contract number share the incidents. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  contractNumber!: string;

  /** How many incidents the vendor takes in all. */
  @IsInt()
  @Min(1)
  @Max(MOST_INCIDENTS)
  incidents!: number;

  /** How many of them were used before claims were kept in Rollcall. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_INCIDENTS)
  usedBefore = 0;
}

export class IncidentPoolChangeBody {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_INCIDENTS)
  incidents?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_INCIDENTS)
  usedBefore?: number;
}

export class IncidentPoolsQuery extends ListQuery {
  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}
