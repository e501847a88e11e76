/**
 * A module as the next ones will be, with one of each thing that Rollcall gives to modules: a step machine, a hold, a
 * clearance, a scan action, a kind of import, a list with files, a letter and periodic work. Faults of devices are
 * scanned or come in a file, are sent to whoever mends them, and are mended.
 */
import {
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  type OnModuleInit,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { AccessModule } from '../../src/access/access.module.js';
import { list } from '../../src/access/lists/list.js';
import { Lists } from '../../src/access/lists/lists.service.js';
import { ListFile, ListQuery } from '../../src/access/routes/list-file.js';
import { CurrentScope, Needs } from '../../src/access/routes/needs.decorator.js';
import type { Scope } from '../../src/access/scope.js';
import { IfGiven } from '../../src/common/http/request-fields.js';
import type { Page } from '../../src/common/paging.js';
import { eachDistrict } from '../../src/database/each-district.js';
import { Transactions } from '../../src/database/transactions.js';
import type { Tx } from '../../src/database/tx.js';
import { DeviceChanges } from '../../src/devices/device-changes.js';
import type { NewHold } from '../../src/devices/recording/device-holds.js';
import { DevicesModule } from '../../src/devices/devices.module.js';
import type { ImportContext, ImportKind, RowOutcome, StagedRow } from '../../src/imports/import-kind.js';
import { ImportKinds } from '../../src/imports/import-kinds.js';
import { ImportsModule } from '../../src/imports/imports.module.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { OutboxModule } from '../../src/outbox/outbox.module.js';
import { PeriodicWork } from '../../src/periodic/periodic-work.js';
import type { ActionScan, ScanAction } from '../../src/scanning/actions/scan-action.js';
import { ScanActions } from '../../src/scanning/actions/scan-actions.js';
import { ScanningModule } from '../../src/scanning/scanning.module.js';
import { defineSteps, reachBySite } from '../../src/steps/step-machine.js';
import { Steps } from '../../src/steps/steps.service.js';
import { StepsModule } from '../../src/steps/steps.module.js';

export const FAULTS_TABLE = `
  CREATE TABLE test_faults (district_id uuid, id uuid, device_id uuid NOT NULL, site_id uuid NOT NULL,
    category text NOT NULL, state text NOT NULL DEFAULT 'open', version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (district_id, id));
  CREATE UNIQUE INDEX ON test_faults (district_id, device_id) WHERE state <> 'mended';
  GRANT SELECT, INSERT, UPDATE, DELETE ON test_faults TO rollcall_app`;

const CATEGORIES = { screen: 'Pantalla', battery: 'Batería' };
const STATES = ['open', 'sent', 'mended'] as const;
type State = (typeof STATES)[number];

const HOLD: NewHold = {
  kind: 'claim',
  forbids: ['retire', 'dispose', 'void'],
  reason: 'a fault is open',
  owner: 'faults',
};

const FAULT = defineSteps<State, { deviceId: string }>({
  kind: 'test_fault',
  table: 'test_faults',
  name: 'The fault',
  codes: { notFound: 'FAULT_NOT_FOUND', wrongState: 'FAULT_WRONG_STATE' },
  noteField: 'note',
  states: STATES,
  starts: 'open',
  ways: [
    { step: 'send', from: 'open', to: 'sent', needs: 'devices:edit' },
    { step: 'mend', from: ['open', 'sent'], to: 'mended', needs: 'devices:edit' },
  ],
  reach: reachBySite('t.site_id'),
  columns: { deviceId: 't.device_id' },
});

class FaultsQuery extends ListQuery {
  @IfGiven()
  @IsIn(STATES)
  state?: State;
}

interface FaultView {
  id: string;
  assetTag: string;
  category: string;
  state: State;
}

const FAULTS = list<FaultView, FaultsQuery>({
  name: 'test faults',
  select: `SELECT f.id, d.asset_tag AS "assetTag", f.category, f.state FROM test_faults f
             JOIN devices d ON d.district_id = $1 AND d.id = f.device_id WHERE f.district_id = $1`,
  reach: 'f.site_id',
  filters: { state: (state, param) => `f.state = ${param(state)}` },
  sorts: { id: ['f.id'] },
});

@Injectable()
export class Faults implements ImportKind {
  readonly kind = 'test-faults';
  readonly permission = 'devices:edit';
  readonly mappings = [];
  readonly fields = [
    { name: 'assetTag', header: 'Asset tag', type: 'code', required: true },
    {
      name: 'category',
      header: 'Category',
      type: 'text',
      required: true,
      oneOf: { screen: [], battery: [] },
    },
  ] as const;

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly steps: Steps,
    private readonly devices: DeviceChanges,
    private readonly outbox: Outbox,
  ) {}

  /** What a scan of a fault asks and does. */
  action(): ScanAction {
    const words = { en: 'Fault', es: 'Falla' };
    return {
      name: 'test_fault',
      label: words,
      help: words,
      done: words,
      fromAnywhere: false,
      fields: ['site'],
      required: [],
      questions: [
        {
          name: 'category',
          label: words,
          isRequired: true,
          choices: Object.entries(CATEGORIES).map(([value, es]) => ({ value, label: { en: value, es } })),
        },
      ],
      changesPlace: false,
      statusAfter: 'in_repair',
      change: () => ({ status: 'in_repair' }),
      rows: {
        judge: async (tx, scope, scans) => {
          const open = await this.openOf(
            tx,
            scope,
            scans.map(({ device }) => device.id),
          );
          const refusal = {
            code: 'FAULT_OPEN',
            detail: 'This device has an open fault already.',
            waits: true,
          };
          return scans.map(({ device }) => (open.has(device.id) ? refusal : null));
        },
        write: (tx, scope, scans) => this.add(tx, scope, scans.map(faultOf)),
        takeBack: async (tx, scope, { scanId }) => {
          await this.takeWithin(tx, scope, scanId, 'mend');
          return null;
        },
      },
    };
  }

  identify({ assetTag }: StagedRow['fields']): string[] {
    return [String(assetTag)];
  }

  async process(tx: Tx, { scope, mode }: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const tags = rows.map(({ fields }) => fields['assetTag']);
    const devices = await tx.query<{ id: string; siteId: string; assetTag: string }[]>(
      `SELECT id, site_id AS "siteId", asset_tag AS "assetTag" FROM devices WHERE district_id = $1 AND asset_tag = ANY ($2)`,
      [scope.districtId, tags],
    );
    const open = await this.openOf(
      tx,
      scope,
      devices.map(({ id }) => id),
    );
    const found = rows.map(({ fields }) => devices.find(({ assetTag }) => assetTag === fields['assetTag']));
    const added = rows.flatMap(({ newId: id, fields }, i) => {
      const device = found[i];
      return device && !open.has(device.id) ? [{ id, device, category: String(fields['category']) }] : [];
    });
    if (mode === 'commit') await this.add(tx, scope, added);
    return rows.map(({ rowNo, newId: targetId }, i): RowOutcome => {
      const problem = { column: 'assetTag', code: 'DEVICE_NOT_FOUND', detail: 'No device has this tag.' };
      if (!found[i])
        return { rowNo, outcome: 'refused', targetId: null, targetVersion: null, problems: [problem] };
      return { rowNo, outcome: open.has(found[i].id) ? 'unchanged' : 'add', targetId, targetVersion: null };
    });
  }

  async undo(tx: Tx, { scope }: ImportContext, outcomes: RowOutcome[]): Promise<[]> {
    for (const { targetId } of outcomes) await this.takeWithin(tx, scope, targetId ?? '', 'mend');
    return [];
  }

  take(scope: Scope, id: string, step: 'send' | 'mend'): Promise<void> {
    return this.transactions.run((tx) => this.takeWithin(tx, scope, id, step));
  }

  /** Periodic: what nobody has touched for a year is taken for mended. */
  mendOld(): Promise<void> {
    return eachDistrict(this.source.manager, (districtId) =>
      this.transactions.run(async (tx) => {
        const aYearAgo = new Date(tx.at.getTime() - 365 * 86_400_000);
        await tx.query(`UPDATE test_faults SET state = 'mended' WHERE district_id = $1 AND updated_at < $2`, [
          districtId,
          aYearAgo,
        ]);
      }),
    );
  }

  private async takeWithin(tx: Tx, scope: Scope, id: string, step: 'send' | 'mend'): Promise<void> {
    const { before } = await this.steps.takeWithin(tx, scope, FAULT, { id, step });
    const { districtId } = scope;
    if (step === 'send') {
      const letter = { channel: 'email', subjectKind: 'test-fault', subjectId: id };
      await this.outbox.addWithin(tx, districtId, letter, ['depot@vendor.example']);
      return;
    }
    await this.devices.lift(tx, scope, 'claim', [id]);
    const device = { deviceId: before.deviceId, subjectId: id };
    await this.devices.clear(tx, scope, [device], { gate: 'released', evidence: 'test-fault', from: tx.at });
  }

  private async add(tx: Tx, scope: Scope, faults: readonly NewFault[]): Promise<void> {
    if (faults.length === 0) return;
    await tx.query(
      `INSERT INTO test_faults (district_id, id, device_id, site_id, category)
       SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) AS n`,
      [
        scope.districtId,
        faults.map(({ id }) => id),
        faults.map(({ device }) => device.id),
        faults.map(({ device }) => device.siteId),
        faults.map(({ category }) => category),
      ],
    );
    await this.steps.beginWithin(tx, scope, FAULT, faults);
    const held = faults.map(({ id: subjectId, device }) => ({ deviceId: device.id, subjectId }));
    await this.devices.hold(tx, scope, held, HOLD);
  }

  private async openOf(tx: Tx, { districtId }: Scope, deviceIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT device_id AS id FROM test_faults WHERE district_id = $1 AND device_id = ANY ($2) AND state <> 'mended'`,
      [districtId, deviceIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

interface NewFault {
  id: string;
  device: { id: string; siteId: string };
  category: string;
}

function faultOf({ scanId, device, said }: ActionScan): NewFault {
  return { id: scanId, device, category: said.answers?.['category'] ?? '' };
}

@Controller('test-faults')
@Needs('devices:edit')
class FaultsController {
  constructor(
    private readonly lists: Lists,
    private readonly faults: Faults,
  ) {}

  @Get()
  @ListFile<FaultView>('Faults', {
    assetTag: ['Tag', 'text'],
    category: ['Category', 'text'],
    state: ['State', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: FaultsQuery): Promise<Page<FaultView>> {
    return this.lists.answer(FAULTS, scope, query);
  }

  @Post(':id/:step')
  @HttpCode(204)
  take(
    @CurrentScope() scope: Scope,
    @Param() { id, step }: { id: string; step: 'send' | 'mend' },
  ): Promise<void> {
    return this.faults.take(scope, id, step);
  }
}

@Module({
  imports: [AccessModule, DevicesModule, ImportsModule, OutboxModule, ScanningModule, StepsModule],
  controllers: [FaultsController],
  providers: [Faults],
})
export class FaultsModule implements OnModuleInit {
  constructor(
    private readonly faults: Faults,
    private readonly kinds: ImportKinds,
    private readonly actions: ScanActions,
    private readonly periodic: PeriodicWork,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    const { faults } = this;
    this.kinds.register(faults);
    this.actions.register(faults.action());
    this.periodic.register({ name: 'mending old faults', everyMs: 3_600_000, run: () => faults.mendOld() });
    this.outbox.registerSubject('test-fault', {
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: async () => ({ subject: 'A fault', text: 'Please mend it.', attachments: [] }),
    });
  }
}
