/** A place on Earth in degrees, north and east positive. */
export interface Point {
  latitude: number;
  longitude: number;
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** As the crow flies, in kilometres (haversine); roads are longer. */
export function kilometres(a: Point, b: Point): number {
  const half = (angle: number): number => Math.sin((angle * RADIANS) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * half(b.longitude - a.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
