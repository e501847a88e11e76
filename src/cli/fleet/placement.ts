import type { Dice } from './dice.js';
import type { DeviceKind, FleetSite, FleetStatus } from './fleet-types.js';

export interface Placement {
  room?: string;
  cart?: string;
}

const PUPILS_A_ROOM = 28;
const SHARED_ROOMS = ['Library', 'Main Office', 'Lab 1', 'Lab 2', 'Staff Room', 'Health Office'];
const BUILDINGS = 'ABCDEFGH';

/**
 * The room and the cart of a device as it stands now; nothing where nobody would know it. Carts are numbered
 * within their site and each belongs to the room of its number, so that a cart is never in two rooms.
 */
export function placeDevice(site: FleetSite, kind: DeviceKind, status: FleetStatus, dice: Dice): Placement {
  if (site.type === 'warehouse') return {};
  if (status === 'in_stock') return { room: 'Storage' };
  if (status !== 'deployed') return {};
  if (site.type === 'office') return { room: `Suite ${100 + dice.below(24)}` };
  const rooms = Math.max(1, Math.ceil(site.pupils / PUPILS_A_ROOM));
  const isSecondary = site.type === 'high' || site.type === 'middle';
  switch (kind) {
    case 'desktop':
      return {
        room: dice.chance(0.6) ? dice.pick(SHARED_ROOMS) : roomName(1 + dice.below(rooms), isSecondary),
      };
    case 'laptop':
      return dice.chance(0.75) ? { room: roomName(1 + dice.below(rooms), isSecondary) } : {};
    case 'ipad':
    case 'chromebook': {
      // Secondary pupils carry theirs; the smaller ones share a cart in their classroom.
      if (dice.chance(isSecondary ? 0.85 : 0.2)) return {};
      const number = 1 + dice.below(rooms);
      return { room: roomName(number, isSecondary), cart: `Cart ${String(number).padStart(2, '0')}` };
    }
    default:
      return {};
  }
}

function roomName(number: number, isSecondary: boolean): string {
  if (!isSecondary) return String(number);
  const building = BUILDINGS[Math.floor((number - 1) / 20) % BUILDINGS.length] ?? 'A';
  return `${building}${101 + ((number - 1) % 20)}`;
}
