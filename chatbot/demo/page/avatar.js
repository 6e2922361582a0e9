/** Round pictures with initials, coloured as Telegram does by the person's id. */

import { h } from "./dom.js";

const COLOURS = 7;

function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0]).join("").toUpperCase();
}

/** A decoration: the name stands beside it as text. */
export function avatar(name, id, size = "") {
  const colour = Math.abs(Number(id) || 0) % COLOURS;
  return h("span", { class: `avatar avatar-${colour} ${size}`, "aria-hidden": "true" }, initials(name) || "?");
}
