/** The scrolling list of a chat's messages, kept in step with the chat by message_id. */

import { messageElement } from "./bubble.js";
import { arrange, h, icon } from "./dom.js";
import { markRead, unreadIn } from "./reading.js";
import { dateOf, dayKey, dayWords } from "./times.js";
import { t } from "./words.js";

const PAGE = 120;
const NEAR_BOTTOM = 60;
const DATE_MARGIN = 12;
const DATE_FADES_MS = 900;
const GROUPED_MS = 10 * 60 * 1000;

export class MessageList {
  /** @param view the ChatView around it; @param onread called when the number of unread messages may have changed */
  constructor(view, onread) {
    this.view = view;
    this.onread = onread;
    this.topic = null;
    this.limit = PAGE;
    this.stuck = true;
    this.lastTop = 0;
    this.rows = new Map();
    this.days = new Map();
    this.content = h("div", { class: "days" });
    this.earlier = h("button", { type: "button", class: "earlier pill", hidden: true, onclick: () => this.showEarlier() }, t("earlier"));
    this.draft = h("div", { class: "message other draft" }, h("div", { class: "stack" }, h("div", { class: "bubble" }, h("div", { class: "text", dir: "auto" }))));
    const name = t("messages_of", { name: view.title });
    this.scroller = h("div", { class: "messages", role: "log", "aria-live": "polite", "aria-label": name, tabIndex: 0 }, this.earlier, this.content);
    this.badge = h("span", { class: "badge", hidden: true });
    this.down = h("button", { type: "button", class: "to-bottom", hidden: true, "aria-label": t("to_bottom"), onclick: () => this.toBottom(true) }, icon("down"), this.badge);
    this.element = h("div", { class: "message-area" }, this.scroller, this.down);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.stuck && this.toBottom()).observe(this.content);
    new ResizeObserver(() => this.stuck && this.toBottom()).observe(this.scroller);
  }

  /** Shows another topic, from its newest message. */
  show(topic) {
    this.topic = topic;
    this.limit = PAGE;
    this.stuck = true;
    this.sync();
  }

  /** Brings the list up to date, touching only what changed; stays at the bottom if it was there. */
  sync() {
    const all = this.view.chat.shown(this.topic);
    const messages = all.slice(-this.limit);
    this.earlier.hidden = all.length <= this.limit;
    if (messages.length && this.view.chat.isOwn(messages.at(-1)) && !this.rows.has(messages.at(-1).message_id)) this.stuck = true;
    const focused = this.scroller.contains(document.activeElement) ? document.activeElement : null;
    this.place(messages);
    this.group(messages);
    this.showDraft();
    if (focused && !focused.isConnected) this.refocus(focused);
    if (this.stuck) this.toBottom();
    this.read();
  }

  place(messages) {
    const days = new Map();
    const kept = new Set();
    for (const message of messages) {
      const date = dateOf(message.date);
      const key = dayKey(date);
      if (!days.has(key)) days.set(key, { date, rows: [] });
      days.get(key).rows.push(this.row(message));
      kept.add(message.message_id);
    }
    for (const id of this.rows.keys()) if (!kept.has(id)) this.rows.delete(id);
    for (const key of this.days.keys()) if (!days.has(key)) this.days.delete(key);
    for (const [key, { date, rows }] of days) arrange(this.day(key), [this.heading(key, date), ...rows]);
    arrange(this.content, [...days.keys()].map((key) => this.day(key)));
  }

  row(message) {
    const known = this.rows.get(message.message_id);
    if (known && (known.message === message || JSON.stringify(known.message) === JSON.stringify(message))) return known.element;
    const element = messageElement(message, this.view, known?.element);
    this.rows.set(message.message_id, { message, element });
    if (known) known.element.replaceWith(element);
    return element;
  }

  day(key) {
    if (!this.days.has(key)) this.days.set(key, h("section", { class: "day" }));
    return this.days.get(key);
  }

  heading(key, date) {
    const section = this.day(key);
    const heading = section.querySelector(":scope > .date") ?? h("h3", { class: "date" }, h("span", { class: "pill" }));
    heading.firstChild.textContent = dayWords(date);
    return heading;
  }

  /** Messages of one sender that follow closely stand together, with one tail and one picture. */
  group(messages) {
    const together = (one, other) =>
      one && other && one.kind !== "service" && other.kind !== "service" && one.from_id === other.from_id &&
      Math.abs(dateOf(one.date) - dateOf(other.date)) < GROUPED_MS;
    messages.forEach((message, at) => {
      const { classList } = this.rows.get(message.message_id).element;
      classList.toggle("first", !together(messages[at - 1], message));
      classList.toggle("last", !together(message, messages[at + 1]));
    });
  }

  showDraft() {
    const words = this.view.chat.draft;
    if (words === null) return this.draft.remove();
    const thinking = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.draft.querySelector(".text").replaceChildren(words || thinking);
    if (!this.draft.isConnected) this.scroller.append(this.draft);
  }

  /** Gives the focus back to what stands where the focused element stood before its message was redrawn. */
  refocus(former) {
    const id = former.closest(".message")?.dataset.id;
    const row = this.rows.get(Number(id))?.element;
    const same = [...(row?.querySelectorAll("button, a") ?? [])].find((one) => one.textContent === former.textContent);
    (same ?? row ?? this.scroller).focus({ preventScroll: true });
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (clientHeight === 0) return; // hidden: the browser tells nothing of use
    // Content that grows below moves nothing up: only going up lets go of the bottom.
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) this.stuck = true;
    else if (scrollTop < this.lastTop) this.stuck = false;
    this.lastTop = scrollTop;
    this.down.hidden = this.stuck;
    if (scrollTop < NEAR_BOTTOM && !this.earlier.hidden && !this.stuck) this.showEarlier();
    this.fadeDates();
    this.read();
  }

  /** A date that hangs over its day is shown while scrolling and fades at rest. */
  fadeDates() {
    const dates = [...this.days.values()].map((section) => section.querySelector(":scope > .date"));
    dates.forEach((date) => date?.classList.remove("resting"));
    clearTimeout(this.fading);
    this.fading = setTimeout(() => {
      for (const date of dates) if (date?.offsetTop > date?.parentElement.offsetTop + DATE_MARGIN) date.classList.add("resting");
    }, DATE_FADES_MS);
  }

  showEarlier() {
    const fromEnd = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.limit += PAGE;
    this.sync();
    this.scroller.scrollTop = this.scroller.scrollHeight - fromEnd;
  }

  toBottom(smooth = false) {
    this.stuck = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.down.hidden = true;
    this.read();
  }

  /** Notes what can be seen now as read. */
  read() {
    const visible = document.visibilityState === "visible" && this.scroller.clientHeight > 0;
    const newest = this.view.chat.shown(this.topic).at(-1);
    if (visible && this.stuck && newest && markRead(this.view.chat, this.topic, newest.message_id)) this.onread();
    const waiting = this.stuck ? 0 : unreadIn(this.view.chat, this.topic);
    this.badge.hidden = waiting === 0;
    this.badge.textContent = String(waiting);
  }

  /** Scrolls to a message and lights it up; false when it is not there any more. */
  jumpTo(messageId) {
    const shown = this.view.chat.shown(this.topic);
    const at = shown.findIndex((message) => message.message_id === messageId);
    if (at < 0) return false;
    if (shown.length - at > this.limit) {
      this.limit = shown.length - at + 20;
      this.sync();
    }
    const { element } = this.rows.get(messageId);
    element.scrollIntoView({ block: "center", behavior: "smooth" });
    element.classList.remove("lit");
    void element.offsetWidth; // lets the light begin anew
    element.classList.add("lit");
    return true;
  }
}
