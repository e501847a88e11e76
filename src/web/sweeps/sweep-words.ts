import { t } from '../text/text.js';

/** Where a sweep is: one room, one cart, or a whole site. */
interface SweptPlace {
  siteName: string;
  room: string | null;
  cart: string | null;
}

/** The heading of a sweep: the name that somebody gave it, or what is swept. */
export function titleOf({ name, siteName, room, cart }: SweptPlace & { name: string | null }): string {
  if (name !== null) return name;
  if (room !== null) return t('sweeps.roomTitle', { room });
  if (cart !== null) return t('sweeps.cartTitle', { cart });
  return t('sweeps.siteTitle', { site: siteName });
}

/** A site, and the room or the cart in it. */
export function placeOf({ siteName, room, cart }: SweptPlace): string {
  if (cart !== null) return t('sweeps.inCart', { site: siteName, cart });
  if (room !== null) return t('sweeps.inRoom', { site: siteName, room });
  return siteName;
}
