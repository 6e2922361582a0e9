/** What a message carries beside its text: pictures, documents, stickers, places, polls. */

import { h, icon } from "./dom.js";
import { openLightbox } from "./lightbox.js";
import { voicePlayer } from "./voice_player.js";
import { t } from "./words.js";

const MAKERS = { photo, document: documentRow, voice: voicePlayer, sticker, location: place, poll };

/** The element for what a message carries, or null for plain text. */
export function mediaOf(message) {
  const make = MAKERS[message.kind];
  return make ? make(message) : null;
}

function photo(message) {
  const words = message.caption || message.file_name || t("photo");
  const image = h("img", { src: message.file_url, alt: words, decoding: "async", draggable: false });
  image.addEventListener("error", () => button.classList.add("broken"));
  const open = () => openLightbox(message.file_url, words, message.file_name);
  const behind = h("img", { class: "behind", src: message.file_url, alt: "", "aria-hidden": "true" });
  const button = h("button", { type: "button", class: "photo", "aria-label": `${t("open_photo")}: ${words}`, onclick: open }, behind, image);
  return button;
}

function documentRow(message) {
  const name = message.file_name || t("document");
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  const picture = /\.(png|jpe?g|gif|webp)$/i.test(name)
    ? h("img", { class: "file-picture", src: message.file_url, alt: "", loading: "lazy" })
    : h("span", { class: `file-sign file-${ending.toLowerCase()}` }, ending ? ending.toUpperCase() : icon("file"));
  const props = { class: "document", href: message.file_url, download: name, "aria-label": `${t("download")} ${name}` };
  const size = message.file_size ? sizeWords(message.file_size) : null;
  const below = h("span", { class: "file-note" }, [size, t("download")].filter(Boolean).join(" · "));
  return h("a", props, picture, h("span", { class: "file-words" }, h("span", { class: "file-name" }, name), below));
}

function sizeWords(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const style = { style: "unit", unit, maximumFractionDigits: amount < 10 ? 1 : 0 };
  return new Intl.NumberFormat(navigator.language, style).format(amount);
}

function sticker(message) {
  const sign = message.emoji || "🙂";
  if (message.file_url && message.file_name?.endsWith(".webp")) return h("img", { class: "sticker", src: message.file_url, alt: sign });
  return h("span", { class: "sticker sticker-sign", role: "img", "aria-label": `${t("sticker")} ${sign}` }, sign);
}

function place(message) {
  const { latitude, longitude } = message.location ?? { latitude: 0, longitude: 0 };
  const words = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return h("div", { class: "place" }, h("span", { class: "map" }, icon("pin")),
    h("span", { class: "place-words" }, h("strong", {}, t("location")), h("span", {}, words)));
}

function poll(message) {
  const { question, options } = message.poll ?? { question: t("poll"), options: [] };
  const rows = options.map((option) => h("li", {}, option));
  return h("div", { class: "poll" }, h("strong", {}, question), h("span", { class: "poll-kind" }, t("poll")), h("ul", {}, rows));
}
