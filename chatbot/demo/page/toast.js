/** Short words that come and go over a chat, and the alert that waits to be closed. */

import { h } from "./dom.js";
import { openDialog } from "./dialog.js";
import { t } from "./words.js";

const SHORTEST_MS = 3000;
const MS_A_CHARACTER = 60;

/** Shows `words` over the place (a chat or the whole page) for as long as it takes to read them. */
export function toast(place, words) {
  const element = h("div", { class: "toast", role: "status" }, words);
  place.append(element);
  setTimeout(() => element.remove(), SHORTEST_MS + words.length * MS_A_CHARACTER);
}

/** Shows why something failed. */
export const complain = (place, error) => toast(place, t("failed", { reason: error.message }));

/** Runs a call to the server; a refusal is shown over the place, and the result is undefined. */
export async function attempt(place, work) {
  try {
    return await work();
  } catch (error) {
    complain(place, error);
    return undefined;
  }
}

/** Telegram's alert for a button: stays until it is closed. */
export function alertBox(words) {
  const { close } = openDialog({
    title: "",
    label: words,
    body: [h("p", { class: "alert-words" }, words)],
    actions: [h("button", { type: "button", class: "primary", autofocus: true, onclick: () => close() }, t("ok"))],
  });
}
