/** Where a person writes: text, reply and edit, the commands menu, files and voice. */

import * as api from "./api.js";
import { openAttachMenu, sendDialog } from "./attach.js";
import { gist } from "./bubble.js";
import { CommandMenu } from "./command_menu.js";
import { h, icon } from "./dom.js";
import { VoiceButton } from "./voice_recorder.js";
import { attempt } from "./toast.js";
import { t } from "./words.js";

const TALLEST_PX = 180;

export class Composer {
  /** @param view the ChatView it belongs to */
  constructor(view) {
    this.view = view;
    this.about = null;
    /** Start was pressed here: the box takes the focus as soon as it is there. */
    this.starting = false;
    this.storageKey = `draft:${view.chat.key}`;
    this.input = h("textarea", {
      rows: 1, placeholder: t("message"), "aria-label": t("write_as", { name: view.person.name }),
      enterKeyHint: "send", autocomplete: "off", value: sessionStorage.getItem(this.storageKey) ?? "",
      oninput: () => this.typed(), onkeydown: (event) => this.key(event), onpaste: (event) => this.pasted(event),
    });
    this.commands = new CommandMenu(this);
    this.attach = this.tool("attach", t("attach"), () => openAttachMenu(this.attach, view));
    this.slash = this.tool("slash", t("commands"), () => this.commands.toggleAll());
    this.sendButton = this.tool("send", t("send"), () => this.submit(), "round");
    this.voice = new VoiceButton(view, this);
    this.bar = h("div", { class: "about-bar", hidden: true });
    this.line = h("div", { class: "compose-line" },
      h("div", { class: "compose-box" }, this.attach, this.input, this.slash), this.sendButton, this.voice.element);
    this.big = h("button", { type: "button", class: "big-start", hidden: true, onclick: () => this.begin() });
    this.note = h("p", { class: "closed-note", hidden: true }, t("topic_closed"));
    this.element = h("div", { class: "composer" }, this.commands.element, this.bar, this.line, this.big, this.note);
    this.shape();
  }

  tool(name, words, run, extra = "") {
    return h("button", { type: "button", class: `compose-tool ${extra}`, "aria-label": words, title: words, onclick: run }, icon(name));
  }

  /** Shows what fits the chat's state: the box, a Start button, or that the topic is closed. */
  sync() {
    const { chat, person } = this.view;
    const blocked = Boolean(person.blocked) && chat.kind === "private";
    const closed = chat.topics.some((row) => row.topic === this.view.topic && row.closed);
    const waiting = blocked || !chat.begun;
    this.big.hidden = !waiting;
    this.big.textContent = blocked ? t("restart") : t("start");
    this.note.hidden = waiting || !closed;
    this.line.hidden = waiting || closed;
    this.bar.hidden = this.about === null || this.line.hidden;
    this.slash.hidden = chat.commands.length === 0;
    if (!this.starting || this.line.hidden) return;
    this.starting = false;
    this.input.focus();
  }

  async begin() {
    this.starting = true;
    await attempt(this.view.element, () => api.start(this.view.person.id, ""));
  }

  typed() {
    sessionStorage.setItem(this.storageKey, this.input.value);
    this.commands.filter(this.input.value);
    this.shape();
  }

  /** Fits the box to its text, and offers the voice button only while it is empty. */
  shape() {
    this.input.style.height = "auto";
    const { scrollHeight } = this.input; // 0 while the chat is not shown
    if (scrollHeight > 0) this.input.style.height = `${Math.min(scrollHeight, TALLEST_PX)}px`;
    const empty = this.input.value.trim() === "" && this.about?.kind !== "edit";
    this.sendButton.hidden = empty;
    this.voice.element.hidden = !empty;
  }

  key(event) {
    if (event.isComposing || this.commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.about) this.clearAbout();
    else if (event.key === "ArrowUp" && this.input.value === "") this.editLast(event);
  }

  editLast(event) {
    const last = this.view.chat.shown(this.view.topic).findLast((message) => this.view.chat.isOwn(message));
    if (!last || !this.view.chat.mayEdit(last)) return;
    event.preventDefault();
    this.editing(last);
  }

  pasted(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    sendDialog(this.view, files);
  }

  async submit() {
    const text = this.input.value.trim();
    const about = this.about;
    if (!text) return;
    this.put("");
    this.clearAbout();
    const sent = await attempt(this.view.element, () => this.deliver(text, about));
    if (sent === undefined && this.input.value === "") this.put(text);
  }

  deliver(text, about) {
    const { chat, topic } = this.view;
    if (about?.kind === "edit") return api.edit(chat, about.message.message_id, text);
    return api.sendText(chat, topic, text, about?.message.message_id);
  }

  put(text) {
    this.input.value = text;
    this.typed();
  }

  /** The message that the next words answer, taken away with the asking. */
  takeReply() {
    const replyTo = this.about?.kind === "reply" ? this.about.message.message_id : undefined;
    this.clearAbout();
    return replyTo;
  }

  replying(message, focus = true) {
    const who = this.view.senderName(message);
    this.setAbout({ kind: "reply", message }, "reply", t("reply_to", { name: who }), focus);
  }

  editing(message) {
    this.setAbout({ kind: "edit", message }, "edit", t("editing"), true);
    const words = message.text || message.caption || "";
    this.put(words);
    this.input.setSelectionRange(words.length, words.length);
  }

  setAbout(about, sign, title, focus) {
    if (this.about?.kind === "edit") this.put("");
    this.about = about;
    const close = this.tool("close", t("cancel"), () => this.clearAbout());
    const words = h("span", { class: "quote-words" }, h("strong", {}, title), h("span", {}, gist(about.message)));
    this.bar.replaceChildren(icon(sign), words, close);
    this.sync();
    this.shape();
    if (focus) this.input.focus();
  }

  clearAbout() {
    const wasEdit = this.about?.kind === "edit";
    this.about = null;
    if (wasEdit) this.put("");
    this.sync();
    this.shape();
  }
}
