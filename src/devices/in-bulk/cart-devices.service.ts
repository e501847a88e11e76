import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { type CartMove, CartsService } from '../../sites/places/carts.service.js';
import { ChangeSetsService } from '../change-sets/change-sets.service.js';
import { DEVICE_RECORD } from '../device-columns.sql.js';
import { DeviceRecorder } from '../recording/device-recorder.js';
import type { DeviceRecord } from '../device-record.js';
import { rightNow } from '../recording/device-writes.js';

/** What stands in a cart goes where the cart goes, in the transaction that moves it. */
@Injectable()
export class CartDevices implements OnModuleInit {
  constructor(
    private readonly carts: CartsService,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
  ) {}

  onModuleInit(): void {
    this.carts.onCartMoved((tx, scope, move) => this.follow(tx, scope, move));
  }

  /** A device that a hold keeps where it is keeps the cart there too. */
  private async follow(tx: Tx, scope: Scope, move: CartMove): Promise<void> {
    const devices = await tx.query<DeviceRecord[]>(
      `SELECT ${DEVICE_RECORD} FROM devices d
        WHERE d.district_id = $1 AND d.cart_id = $2 AND d.status NOT IN ('disposed', 'void')
          AND d.room_id IS DISTINCT FROM $3
        ORDER BY d.id FOR NO KEY UPDATE`,
      [scope.districtId, move.cartId, move.toRoomId],
    );
    if (devices.length === 0) return;
    const context = await this.changeSets.beginWithin(tx, scope, 'bulk', { subjectId: move.cartId });
    const writes = devices.map((device) => ({
      id: device.id,
      device,
      manufacturer: '',
      drafts: [
        {
          type: 'changed' as const,
          effectiveAt: rightNow(device, context.recordedAt),
          set: { roomId: move.toRoomId },
        },
      ],
    }));
    await this.recorder.record(tx, context, writes);
  }
}
