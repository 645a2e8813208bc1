/** Numbers, times and dates as they are shown. */

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const HOUR = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The number of a metric, without its unit. */
export function number(value: number, unit: string): string {
  if (unit === "yes/no") return value > 0 ? "yes" : "no";
  const tenths = unit === "%" || (unit === "s" && value < 1000) || (unit === "" && value % 1 !== 0);
  return rounded(value, tenths ? 1 : 0);
}

/** The number of a metric with its unit, as "43.1 %". */
export function measure(value: number, unit: string): string {
  const shown = number(value, unit);
  return unit === "" || unit === "yes/no" ? shown : `${shown}\u00a0${unit}`;
}

/** A difference, with its sign: "+3.2". */
export function signed(value: number, unit: string): string {
  const shown = number(Math.abs(value), unit === "yes/no" ? "" : unit);
  if (!isShown(value, unit)) return `\u00b1${shown}`;
  return `${value < 0 ? "\u2212" : "+"}${shown}`;
}

/** Whether a difference is one when it is written down, and does not round to nothing. */
export function isShown(difference: number, unit: string): boolean {
  const kind = unit === "yes/no" ? "" : unit;
  return number(Math.abs(difference), kind) !== number(0, kind);
}

/** Seconds as a clock: "4:07". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function day(iso: string): string {
  return dated(iso, DAY);
}

export function shortDay(iso: string): string {
  return dated(iso, SHORT);
}

export function hour(iso: string): string {
  return dated(iso, HOUR);
}

export function bytes(count: number): string {
  const mega = count / 1_000_000;
  if (mega >= 1000) return `${rounded(mega / 1000, 1)} GB`;
  return mega < 0.1 ? `${rounded(count / 1000, 0)} kB` : `${rounded(mega, 1)} MB`;
}

/** What the server says in the middle of a line, as the start of one. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 match", "2 matches". */
export function counted(count: number, one: string, many: string): string {
  return `${rounded(count, 0)} ${count === 1 ? one : many}`;
}

/** As "1,234.5". The overlay writes numbers all the time, and `Intl` takes five times as long. */
function rounded(value: number, digits: 0 | 1): string {
  const text = value.toFixed(digits);
  return Math.abs(value) < 999.5 ? text : text.replace(THOUSANDS, ",");
}

function dated(iso: string, format: Intl.DateTimeFormat): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? "unknown date" : format.format(moment);
}
