/** One chat as one person sees it: header, pinned bar, topics, messages, and the place to write. */

import * as api from "./api.js";
import { acceptDrops } from "./attach.js";
import { gist } from "./bubble.js";
import { ChatHeader } from "./chat_header.js";
import { Composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { botLink } from "./links.js";
import { openMenu } from "./menu.js";
import { MessageList } from "./message_list.js";
import { openLinkDialog } from "./people_dialogs.js";
import { alertBox, attempt, toast } from "./toast.js";
import { TopicTabs } from "./topic_tabs.js";
import { t } from "./words.js";

export class ChatView {
  topic = null;
  pinShown = 0;
  forced = 0;

  /** @param board what stands around: `show(personId)` brings a person's chat to the front, `unread()` redraws badges */
  constructor(store, chat, board) {
    this.store = store;
    this.key = chat.key;
    this.lastChat = chat;
    this.board = board;
    this.textActions = {
      botUsername: () => store.bot.username,
      runCommand: (word) => this.runCommand(word),
      openLink: (href) => openLinkDialog(store, href, (id) => board.show(id)),
    };
    this.element = h("section", { class: "column" });
    this.header = new ChatHeader(this);
    this.pinBar = h("button", { type: "button", class: "pin-bar", hidden: true, onclick: () => this.nextPin() });
    this.tabs = new TopicTabs(this);
    this.list = new MessageList(this, () => board.unread());
    this.empty = h("div", { class: "empty-chat", hidden: true });
    this.composer = new Composer(this);
    this.list.element.append(this.empty);
    this.element.append(this.header.element, this.pinBar, this.tabs.element, this.list.element, this.composer.element);
    this.list.scroller.addEventListener("click", (event) => this.tapped(event));
    this.list.scroller.addEventListener("keydown", (event) => this.walk(event));
    acceptDrops(this);
  }

  get chat() {
    this.lastChat = this.store.chats.get(this.key) ?? this.lastChat;
    return this.lastChat;
  }

  get person() {
    return this.store.person(this.chat);
  }

  get title() {
    return this.chat.kind === "group" ? this.chat.title : this.person.name;
  }

  /** Brings everything in step with the store. */
  sync() {
    if (!this.chat.topics.some((row) => row.topic === this.topic)) this.topic = null;
    if (this.topic !== this.list.topic) this.list.show(this.topic);
    this.header.sync();
    this.tabs.sync();
    this.list.sync();
    this.syncPins();
    this.syncEmpty();
    this.composer.sync();
    this.syncForcedReply();
  }

  showTopic(topic) {
    this.topic = topic;
    this.sync();
  }

  syncEmpty() {
    this.empty.hidden = this.chat.shown(this.topic).length > 0;
    if (this.empty.hidden) return;
    const invitation = !this.chat.begun && h("p", {}, t("press_start", { bot: this.store.bot.name, name: this.person.name }));
    const description = !this.chat.begun && this.store.bot.description;
    this.empty.replaceChildren(h("div", { class: "empty-card" }, h("strong", {}, t("nothing_yet")), description && h("p", {}, description), invitation || ""));
  }

  /** Messages that are pinned in the topic shown, oldest first. */
  pins() {
    const shown = new Set(this.chat.shown(this.topic).map((message) => message.message_id));
    return this.chat.pinned.filter((id) => shown.has(id)).sort((a, b) => a - b);
  }

  syncPins() {
    const pins = this.pins();
    this.pinBar.hidden = pins.length === 0;
    if (pins.length === 0) return;
    const at = pins.length - 1 - (this.pinShown % pins.length);
    const message = this.chat.messages.get(pins[at]);
    const words = h("span", { class: "quote-words" }, h("strong", {}, t("pinned"), pins.length > 1 ? ` ${at + 1}/${pins.length}` : ""), h("span", {}, gist(message)));
    this.pinBar.replaceChildren(h("span", { class: "pin-line" }), words, icon("keep"));
  }

  nextPin() {
    const pins = this.pins();
    this.jumpTo(pins[pins.length - 1 - (this.pinShown % pins.length)]);
    this.pinShown += 1;
    this.syncPins();
  }

  /** When the newest message asks for an answer, the box answers it; the focus is not taken from another chat. */
  syncForcedReply() {
    const newest = this.chat.shown(this.topic).filter((message) => message.kind !== "service").at(-1);
    if (newest?.keyboard !== "force_reply" || newest.message_id <= this.forced) return;
    this.forced = newest.message_id;
    const free = document.activeElement === document.body || this.element.contains(document.activeElement);
    this.composer.replying(newest, free && this.element.offsetParent !== null);
  }

  senderName(message) {
    if (this.chat.isOwn(message)) return this.person.name;
    return message.from ?? this.store.people.get(message.from_id)?.name ?? this.store.bot.name;
  }

  opensHere(href) {
    return botLink(href, this.store.bot.username) !== null;
  }

  runCommand(word) {
    const whole = this.chat.kind === "group" && !word.includes("@") ? `${word}@${this.store.bot.username}` : word;
    return attempt(this.element, () => api.sendText(this.chat, this.topic, whole));
  }

  async press(message, button, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    const result = await attempt(this.element, () => api.press(this.chat, message.message_id, button.data));
    element.removeAttribute("aria-busy");
    if (result?.url) this.openUrl(result.url);
    if (!result?.answer) return;
    if (result.alert) alertBox(result.answer);
    else toast(this.element, result.answer);
  }

  /** Where a button's answer leads: to the bot on this page, or out in a new window. */
  openUrl(href) {
    if (this.opensHere(href)) this.textActions.openLink(href);
    else if (/^https?:/.test(href)) window.open(href, "_blank", "noopener,noreferrer");
  }

  replyTo(message) {
    this.composer.replying(message);
  }

  messageMenu(message, opener) {
    const words = message.text || message.caption;
    const items = [{ icon: "reply", words: t("reply"), run: () => this.replyTo(message) }];
    if (this.chat.mayEdit(message)) items.push({ icon: "edit", words: t("edit"), run: () => this.composer.editing(message) });
    if (words) items.push({ icon: "copy", words: t("copy"), run: () => this.copy(words) });
    items.push({ icon: "forward", words: t("forward"), run: () => this.forward(message) });
    openMenu(opener, items, t("message_menu"));
  }

  /** The person forwards a message of this chat to their own chat with the bot. */
  async forward(message) {
    const sent = await attempt(this.element, () => api.forward(this.chat, message.message_id));
    if (sent) this.board.show(this.person.id);
  }

  copy(words) {
    return attempt(this.element, async () => {
      await navigator.clipboard.writeText(words);
      toast(this.element, t("copied"));
    });
  }

  jumpTo(messageId) {
    if (!this.list.jumpTo(messageId)) toast(this.element, t("gone"));
  }

  /** A tap on a bubble shows its tools, as there is no hovering on a phone. */
  tapped(event) {
    const message = event.target.closest(".message");
    const own = event.target.closest("a, button, input, .spoiler");
    for (const other of this.list.scroller.querySelectorAll(".tapped")) if (other !== message) other.classList.remove("tapped");
    if (message && !own && !getSelection().toString()) message.classList.toggle("tapped");
  }

  /** Arrow keys walk over the messages, Enter opens a message's menu. */
  walk(event) {
    const rows = [...this.list.content.querySelectorAll(".message")];
    const at = rows.indexOf(event.target);
    if (at < 0 && event.target !== this.list.scroller) return;
    if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      event.target.querySelector(".tools button:last-child")?.click();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const next = event.key === "ArrowUp" ? (at < 0 ? rows.length : at) - 1 : at + 1;
      rows[next]?.focus();
    }
  }
}
