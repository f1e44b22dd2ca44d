/** Which parts of a day a format shows. */
export interface ShownParts {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
}

const millisecondsADay = 86_400_000;
/** 9999-12-31, the last day that a sheet knows. */
const lastSerial = 2_958_465;

/**
 * 日之写法. The day of a serial number as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as the format shows it, its time behind
 * it. Serial 60 is a day that never was (1900-02-29) and, like negative numbers, has no spelling: null.
 */
export function daySpelling(serial: number, shown: ShownParts, is1904: boolean): string | null {
  const counted = is1904 ? serial + 1462 : serial;
  if (counted < 0 || counted > lastSerial + 1 || Math.floor(counted) === 60) return null;
  const days = Math.floor(counted) + (counted < 60 ? 1 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * millisecondsADay).toISOString().slice(0, 10);
  const written = shown.day ? day : shown.month ? day.slice(0, 7) : day.slice(0, 4);
  return shown.time ? `${written} ${timeOfSerial(serial - Math.floor(serial), shown.seconds)}` : written;
}

/** 时之写法. Hours, minutes and, if shown, seconds of a share of a day; more than a day counts on in hours. */
export function timeOfSerial(serial: number, withSeconds: boolean): string {
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  const sign = serial < 0 ? "-" : "";
  return `${sign}${two(hours)}:${two(minutes)}${withSeconds ? `:${two(seconds % 60)}` : ""}`;
}
