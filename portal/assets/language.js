/** The page's language: its messages, and numbers, dates and plurals as that language writes them. */

/** `pl` or `en`. */
export const code = document.documentElement.lang === "en" ? "en" : "pl";

/** Everything that scripts say in the page's language, by areas: `strings.shared.states.new`. */
export const { default: strings } = await (code === "en" ? import("./messages/en.js") : import("./messages/pl.js"));

const zone = { timeZone: "Europe/Warsaw" };
/** A phone takes its time for each of them, so none is made before it is needed. */
const numbers = made(() => new Intl.NumberFormat(code));
const roundNumbers = made(() => new Intl.NumberFormat(code, { notation: "compact", maximumFractionDigits: 0 }));
const plurals = made(() => new Intl.PluralRules(code));
const ages = made(() => new Intl.RelativeTimeFormat(code, { numeric: "auto" }));
const dates = made(() => new Intl.DateTimeFormat(code, { dateStyle: "long", ...zone }));
const localDays = made(() => new Intl.DateTimeFormat("en", { year: "numeric", month: "numeric", day: "numeric", ...zone }));

/** A template with its `{names}` filled in. */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The plural form of `forms` that suits `count`, filled in. */
export function plural(forms, count) {
  return fill(forms[plurals().select(count)], { count: numbers().format(count) });
}

/** A count short enough for a small disc: in full below ten thousand. */
export function shortCount(count) {
  return count < 10_000 ? numbers().format(count) : roundNumbers().format(count);
}

/** A count in full. */
export function number(count) {
  return numbers().format(count);
}

/** The day of an ISO 8601 instant in Kraków, or the text itself if it is none. */
export function day(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant ?? "") : dates().format(date);
}

/** How long ago an ISO 8601 instant was, by the days of Kraków: today, yesterday, 2 weeks ago; empty if it is none. */
export function age(instant, now = new Date()) {
  const days = dayNumber(now) - dayNumber(new Date(instant));
  if (Number.isNaN(days)) return "";
  const [length, unit] = [[365.25, "year"], [30.44, "month"], [7, "week"]].find(([size]) => days >= 2 * size) ?? [1, "day"];
  return ages().format(-Math.floor(Math.max(days, 0) / length), unit);
}

/** A district's name in a sentence, with its Roman number. */
export function districtName(district) {
  return fill(strings.shared.place.district, district);
}

/** Latitude and longitude as other maps print them, kept on one line. */
export function coordinates({ lon, lat }) {
  return `${lat.toFixed(5)},\u00a0${lon.toFixed(5)}`;
}

/** Something that is made when it is asked for first. */
function made(make) {
  let known;
  return () => (known ??= make());
}

/** Which day it is in Kraków, counted so that days can be subtracted. */
function dayNumber(date) {
  if (Number.isNaN(date.getTime())) return Number.NaN;
  const { year, month, day: ofMonth } = Object.fromEntries(
    localDays().formatToParts(date).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year, month - 1, ofMonth) / 86_400_000;
}
