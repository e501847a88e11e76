import { Module, type OnModuleInit } from '@nestjs/common';
import { DevicesModule } from '../../../devices/devices.module.js';
import { ImportKinds } from '../../../imports/import-kinds.js';
import { ImportsModule } from '../../../imports/imports.module.js';
import { StepsModule } from '../../../steps/steps.module.js';
import { ClaimsModule } from '../claims.module.js';
import { ClaimImportUndo } from './claim-import-undo.js';
import { ClaimsImport } from './claims.import.js';

/** New claims from files. */
@Module({
  imports: [ClaimsModule, DevicesModule, ImportsModule, StepsModule],
  providers: [ClaimsImport, ClaimImportUndo],
})
export class ClaimImportsModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly claims: ClaimsImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.claims);
  }
}
