/** The topics of a chat as tabs, each with the number of unread messages. */

import { arrange, h, icon } from "./dom.js";
import { unreadIn } from "./reading.js";
import { t } from "./words.js";

export class TopicTabs {
  constructor(view) {
    this.view = view;
    this.tabs = new Map();
    this.element = h("div", { class: "topics", role: "tablist", "aria-label": t("topics"), hidden: true });
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  sync() {
    const { chat } = this.view;
    this.element.hidden = chat.topics.length === 0;
    const rows = [{ topic: null, name: t("topic_general"), closed: false }, ...chat.topics];
    arrange(this.element, rows.map((row) => this.tab(row)));
  }

  tab(row) {
    const waiting = unreadIn(this.view.chat, row.topic);
    const chosen = row.topic === this.view.topic;
    const known = this.tabs.get(row.topic) ?? h("button", { type: "button", role: "tab", onclick: () => this.view.showTopic(row.topic) });
    this.tabs.set(row.topic, known);
    known.setAttribute("aria-selected", String(chosen));
    known.tabIndex = chosen ? 0 : -1;
    const badge = waiting > 0 && h("span", { class: "badge", "aria-label": t("unread", { count: waiting }) }, String(waiting));
    known.replaceChildren(row.closed ? icon("lock") : "", row.name, badge || "");
    return known;
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const tabs = [...this.element.children];
    const next = step && tabs[tabs.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  }
}
