/** Dates and times as the reader's own language writes them. */

import { t } from "./words.js";

const clock = new Intl.DateTimeFormat(navigator.language, { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat(navigator.language, { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(navigator.language, { day: "numeric", month: "long", year: "numeric" });
const whole = new Intl.DateTimeFormat(navigator.language, { dateStyle: "full", timeStyle: "medium" });

/** A date as the server writes it: seconds since 1970, or an ISO string. */
export const dateOf = (value) => new Date(typeof value === "number" ? value * 1000 : value);

export const timeWords = (date) => clock.format(date);

export const exactWords = (date) => whole.format(date);

/** A key that is the same for all moments of one local day. */
export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;

/** What stands over the messages of a day. */
export function dayWords(date) {
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (dayKey(date) === dayKey(today)) return t("today");
  if (dayKey(date) === dayKey(yesterday)) return t("yesterday");
  return (date.getFullYear() === today.getFullYear() ? day : dayAndYear).format(date);
}

/** Seconds as minutes and seconds: 1:05. */
export function durationWords(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
