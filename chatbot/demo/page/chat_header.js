/** The top of a chat: whose it is, what the bot is doing, and what can be done with the whole chat. */

import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { languageName, roleWords, startDialog } from "./people_dialogs.js";
import { attempt } from "./toast.js";
import { t } from "./words.js";

export class ChatHeader {
  constructor(view) {
    this.view = view;
    this.face = h("span", {});
    this.name = h("h2", {});
    this.state = h("p", { class: "chat-state" });
    this.more = h("button", { type: "button", class: "header-tool", "aria-haspopup": "menu", onclick: () => this.menu() }, icon("more"));
    this.element = h("header", { class: "chat-header" }, this.face, h("div", { class: "chat-title" }, this.name, this.state), this.more);
  }

  sync() {
    const { chat, person, title, store } = this.view;
    const words = chat.typing ? t("typing", { bot: store.bot.name }) : this.stateWords();
    this.view.element.setAttribute("aria-label", title);
    this.more.setAttribute("aria-label", t("chat_menu", { name: title }));
    this.more.title = t("chat_menu", { name: title });
    this.face.replaceChildren(avatar(title, chat.kind === "group" ? chat.chatId : person.id));
    if (this.name.textContent !== title) this.name.textContent = title;
    this.state.classList.toggle("typing", chat.typing);
    if (this.state.firstChild?.textContent === words) return;
    const dots = chat.typing && h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.state.replaceChildren(h("span", {}, words), dots || "");
  }

  stateWords() {
    const { chat, person } = this.view;
    if (chat.kind === "group") return t("group_seen_by", { name: person.name });
    const parts = [roleWords(person.role), languageName(person.language_code), person.blocked && t("blocked")];
    return parts.filter(Boolean).join(" · ");
  }

  menu() {
    const { chat, person, store, board, element } = this.view;
    const items = [];
    if (chat.kind === "private") {
      const turn = () => attempt(element, () => api.block(person.id, !person.blocked));
      items.push({ icon: "link", words: t("start_with_link"), run: () => startDialog(person, store.bot.username, (id) => board.show(id)) });
      items.push({ icon: "block", words: person.blocked ? t("unblock") : t("block"), run: turn, danger: !person.blocked });
    }
    items.push({ icon: "close", words: t("hide_chat"), run: () => board.hide(this.view.key) });
    openMenu(this.more, items, t("chat_menu", { name: this.view.title }));
  }
}
