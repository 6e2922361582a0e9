/** The whole page: the bar with everybody's chats, and the chats that are shown, side by side or one at a time. */

import { avatar } from "./avatar.js";
import { ChatView } from "./chat_view.js";
import { arrange, h, icon } from "./dom.js";
import { addGroupDialog, addPersonDialog } from "./people_dialogs.js";
import { unread } from "./reading.js";
import { t } from "./words.js";

const NARROW = matchMedia("(max-width: 720px)");
const FIRST_ROLES = ["client", "friend", "founder"];
const STORAGE_KEY = "open";

function rememberedOpen() {
  try {
    const keys = JSON.parse(localStorage.getItem(STORAGE_KEY));
    return Array.isArray(keys) ? keys : null;
  } catch {
    return null; // somebody else's text under our key: begin anew
  }
}

export class Board {
  constructor(store, page) {
    this.store = store;
    this.views = new Map();
    this.chips = new Map();
    this.open = rememberedOpen();
    this.selected = null;
    this.awaited = null;
    this.title = h("h1", {});
    this.list = h("div", { class: "chips", role: "group", "aria-label": t("chats") });
    this.offline = h("p", { class: "offline", role: "status", hidden: true }, t("connecting"));
    this.nothing = h("p", { class: "no-chats", hidden: true }, t("no_chats"));
    this.columns = h("main", { class: "columns" });
    const addPerson = () => addPersonDialog((id) => this.show(id));
    const addGroup = () => addGroupDialog(store, (chatId, personId) => this.bring(`${personId}:${chatId}`));
    const bar = h("nav", { class: "top-bar", "aria-label": t("chats") }, this.title, this.list, this.offline,
      h("div", { class: "bar-tools" }, this.tool("person", t("add_person"), addPerson), this.tool("group", t("add_group"), addGroup)));
    page.append(bar, this.columns);
    NARROW.addEventListener("change", () => this.layOut());
    document.addEventListener("visibilitychange", () => this.views.forEach((view) => view.list.read()));
  }

  tool(name, words, run) {
    return h("button", { type: "button", class: "header-tool with-plus", "aria-label": words, title: words, onclick: run }, icon(name));
  }

  /** Follows changes of people and of the list of chats. */
  syncWorld() {
    const { chats, bot } = this.store;
    this.title.replaceChildren(t("page_title", { bot: bot.name }));
    this.open ??= this.firstOpen();
    for (const [key, view] of this.views) if (!chats.has(key)) (view.element.remove(), this.views.delete(key));
    for (const [key, chat] of chats) if (!this.views.has(key)) this.views.set(key, new ChatView(this.store, chat, this));
    arrange(this.columns, [...[...chats.keys()].map((key) => this.views.get(key).element), this.nothing]);
    for (const view of this.views.values()) view.sync();
    if (this.awaited && chats.has(this.awaited)) this.bring(this.awaited);
    this.layOut();
  }

  firstOpen() {
    const chats = [...this.store.chats.values()].filter((chat) => chat.kind === "private");
    const first = FIRST_ROLES.map((role) => chats.find((chat) => this.store.person(chat)?.role === role));
    return first.filter(Boolean).map((chat) => chat.key);
  }

  syncChat(chat) {
    this.views.get(chat.key)?.sync();
    this.unread();
  }

  setOnline(online) {
    this.offline.hidden = online;
  }

  /** Shows exactly the chats that are switched on, or on a narrow page the one that is selected. */
  layOut() {
    const keys = [...this.store.chats.keys()];
    if (!keys.includes(this.selected)) this.selected = keys.find((key) => this.open.includes(key)) ?? keys[0] ?? null;
    for (const [key, view] of this.views) {
      const shown = NARROW.matches ? key === this.selected : this.open.includes(key);
      const appears = shown && view.element.hidden;
      view.element.hidden = !shown;
      if (appears && view.list.stuck) view.list.toBottom();
    }
    this.nothing.hidden = [...this.views.values()].some((view) => !view.element.hidden);
    this.unread();
  }

  /** Redraws the bar: names, which are shown, unread badges. */
  unread() {
    const counts = new Map([...this.store.chats.values()].map((chat) => [chat.key, unread(chat)]));
    arrange(this.list, [...this.store.chats.values()].map((chat) => this.chip(chat, counts.get(chat.key))));
    const waiting = [...counts.values()].reduce((sum, count) => sum + count, 0);
    document.title = `${waiting ? `(${waiting}) ` : ""}${t("page_title", { bot: this.store.bot.name })}`;
  }

  chip(chat, waiting) {
    const view = this.views.get(chat.key);
    const chip = this.chips.get(chat.key) ?? h("button", { type: "button", class: "chip", onclick: () => this.toggle(chat.key) });
    this.chips.set(chat.key, chip);
    const shown = !view.element.hidden;
    const look = JSON.stringify([view.title, shown, waiting, chat.typing, view.person.name]);
    if (chip.dataset.look === look) return chip;
    chip.dataset.look = look;
    chip.setAttribute("aria-pressed", String(shown));
    const words = [t("show_chat", { name: view.title }), waiting && t("unread", { count: waiting })].filter(Boolean).join(", ");
    chip.setAttribute("aria-label", words);
    chip.title = chat.kind === "group" ? t("group_seen_by", { name: view.person.name }) : "";
    chip.replaceChildren(
      h("span", { class: `chip-face ${chat.typing ? "typing" : ""}` }, avatar(view.title, chat.kind === "group" ? chat.chatId : chat.personId, "small"),
        waiting > 0 && h("span", { class: "badge" }, waiting > 99 ? "99+" : String(waiting))),
      h("span", { class: "chip-name" }, view.title, chat.kind === "group" && h("small", {}, view.person.name)));
    return chip;
  }

  /** A press on a chip: switches a column, or on a narrow page selects the chat. */
  toggle(key) {
    if (NARROW.matches) this.bring(key, false);
    else if (this.open.includes(key)) this.hide(key);
    else this.bring(key);
  }

  hide(key) {
    this.open = this.open.filter((other) => other !== key);
    this.keep();
    if (NARROW.matches && this.selected === key) this.selected = null;
    this.layOut();
  }

  /** Brings a person's private chat to the front, as soon as it is there. */
  show(personId) {
    this.bring(this.store.privateChat(personId)?.key ?? `${personId}:${personId}`);
  }

  bring(key, focus = true) {
    const view = this.views.get(key);
    this.awaited = view ? null : key;
    if (!view) return;
    this.selected = key;
    if (!this.open.includes(key)) this.open = [...this.open, key];
    this.keep();
    this.layOut();
    this.chips.get(key).scrollIntoView({ block: "nearest", inline: "center" });
    view.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (focus && !NARROW.matches) (view.composer.line.hidden ? view.composer.big : view.composer.input).focus();
  }

  keep() {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(this.open));
  }
}
