/** One message as Telegram draws it: its bubble, the buttons under it, and the two small tools beside it. */

import { avatar } from "./avatar.js";
import { h, icon } from "./dom.js";
import { mediaOf } from "./media.js";
import { richText } from "./rich_text.js";
import { dateOf, exactWords, timeWords } from "./times.js";
import { t } from "./words.js";

const FRAMED = new Set(["photo"]);
const BARE = new Set(["sticker"]);
const TEXT_IN_MEDIA = new Set(["sticker", "location", "poll"]);
const JUMBO = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic})*){1,3}$/u;

/** A few words that stand for a message: in quotes, in the pinned bar. */
export function gist(message) {
  if (!message || message.deleted) return t("deleted");
  const words = message.text || message.caption || message.poll?.question || message.emoji || message.file_name;
  return words ? words.replace(/\s+/g, " ").slice(0, 140) : t(message.kind in KIND_WORDS ? message.kind : "message");
}

const KIND_WORDS = { photo: 1, document: 1, voice: 1, sticker: 1, location: 1, poll: 1 };

/**
 * The element of a message. `view` answers for the chat around it (see ChatView); `former` is the element
 * that this one replaces: where the file is still the same its picture or player is taken over as it stands.
 */
export function messageElement(message, view, former) {
  if (message.kind === "service") return serviceLine(message);
  const own = view.chat.isOwn(message);
  const media = keptMedia(message, former) ?? mediaOf(message);
  const jumbo = message.kind === "text" && JUMBO.test((message.text ?? "").trim());
  const shape = FRAMED.has(message.kind) ? "framed" : BARE.has(message.kind) || jumbo ? "bare" : "";
  const element = h("article", {
    class: `message ${own ? "own" : "other"} ${shape} ${jumbo ? "jumbo" : ""}`,
    tabIndex: -1,
    dataset: { id: message.message_id, file: message.file_url ?? "" },
    "aria-label": `${view.senderName(message)}, ${timeWords(dateOf(message.date))}`,
  });
  const words = TEXT_IN_MEDIA.has(message.kind) ? [] : richText(message, view.textActions);
  const bubble = h("div", { class: "bubble" },
    view.chat.kind === "group" && !own && h("span", { class: `sender colour-${Math.abs(message.from_id) % 7}` }, view.senderName(message)),
    message.forwarded_from && h("span", { class: "forwarded" }, t("forwarded", { name: message.forwarded_from })),
    message.reply_to && quote(message.reply_to, view),
    media && h("div", { class: "media" }, media),
    words.length > 0 && h("div", { class: "text", dir: "auto" }, words, meta(message, own)),
    words.length === 0 && meta(message, own));
  const reactions = (message.reactions ?? []).map((sign) => h("span", { class: "reaction" }, sign));
  if (reactions.length) bubble.append(h("div", { class: "reactions" }, reactions));
  const stack = h("div", { class: "stack" }, bubble, keyboard(message, view), tools(message, view));
  if (view.chat.kind === "group" && !own) element.append(avatar(view.senderName(message), message.from_id, "small"));
  element.append(stack);
  return element;
}

function keptMedia(message, former) {
  if (!former || !message.file_url || former.dataset.file !== message.file_url) return null;
  return former.querySelector(".media")?.firstElementChild ?? null;
}

function serviceLine(message) {
  return h("article", { class: "message service", tabIndex: -1, dataset: { id: message.message_id } }, h("span", { class: "pill" }, gist(message)));
}

function meta(message, own) {
  const date = dateOf(message.date);
  return h("span", { class: "meta", title: exactWords(date) },
    message.pinned && icon("keep"),
    message.edited_at && h("span", {}, t("edited")),
    h("time", { dateTime: date.toISOString() }, timeWords(date)),
    own && icon("ticks"));
}

function quote(messageId, view) {
  const quoted = view.chat.messages.get(messageId);
  const picture = quoted?.kind === "photo" && !quoted.deleted && h("img", { src: quoted.file_url, alt: "" });
  const who = quoted ? view.senderName(quoted) : t("reply");
  return h("button", { type: "button", class: "quote", onclick: () => view.jumpTo(messageId) },
    picture, h("span", { class: "quote-words" }, h("strong", {}, who), h("span", {}, gist(quoted))));
}

function keyboard(message, view) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) => h("div", { class: "button-row" }, row.map((button) => inlineButton(message, button, view))));
  return h("div", { class: "keyboard", role: "group" }, rows);
}

function inlineButton(message, button, view) {
  const words = h("span", { class: "button-words" }, button.text);
  if (button.url) {
    const open = (event) => view.opensHere(button.url) && (event.preventDefault(), view.textActions.openLink(button.url));
    return h("a", { class: "inline-button", href: button.url, target: "_blank", rel: "noopener noreferrer", onclick: open }, words, icon("outside"));
  }
  const run = () => (button.data === undefined ? view.copy(button.copy) : view.press(message, button, element));
  const element = h("button", { type: "button", class: "inline-button", onclick: run }, words, button.data === undefined && icon("copy"));
  return element;
}

function tools(message, view) {
  const tool = (name, words, run) => h("button", { type: "button", class: "tool", "aria-label": words, title: words, onclick: run }, icon(name));
  return h("div", { class: "tools" },
    tool("reply", t("reply"), () => view.replyTo(message)),
    tool("more", t("message_menu"), (event) => view.messageMenu(message, event.currentTarget)));
}
