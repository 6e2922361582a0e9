/** The list of the bot's commands over the box: all of them by its button, or those that begin as typed. */

import { h } from "./dom.js";
import { t } from "./words.js";

export class CommandMenu {
  chosen = 0;
  shown = [];

  constructor(composer) {
    this.composer = composer;
    this.element = h("div", { class: "command-menu", role: "listbox", "aria-label": t("commands"), hidden: true });
    document.addEventListener("pointerdown", (event) => {
      if (!composer.element?.contains(event.target)) this.hide();
    });
  }

  toggleAll() {
    if (this.element.hidden) this.open(this.composer.view.chat.commands);
    else this.hide();
    this.composer.input.focus();
  }

  /** Follows what is being typed: "/st" leaves only the commands that begin so. */
  filter(text) {
    const typed = /^\/(\w*)$/.exec(text);
    if (!typed) this.hide();
    else this.open(this.composer.view.chat.commands.filter(({ command }) => command.startsWith(typed[1].toLowerCase())));
  }

  open(commands) {
    this.shown = commands;
    this.chosen = 0;
    this.element.hidden = commands.length === 0;
    this.element.replaceChildren(...commands.map((row, at) => this.row(row, at)));
    this.mark();
  }

  row({ command, description }, at) {
    const send = () => this.send(at);
    return h("button", { type: "button", role: "option", tabIndex: -1, onclick: send },
      h("strong", {}, `/${command}`), h("span", {}, description));
  }

  mark() {
    [...this.element.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === this.chosen)));
    this.element.children[this.chosen]?.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.element.hidden = true;
  }

  send(at) {
    const { command } = this.shown[at];
    this.hide();
    this.composer.put("");
    this.composer.view.runCommand(`/${command}`);
  }

  /** Handles a key while the menu is open; returns whether it did. */
  key(event) {
    if (this.element.hidden) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      this.chosen = (this.chosen + steps[event.key] + this.shown.length) % this.shown.length;
      this.mark();
    } else if (event.key === "Enter") this.send(this.chosen);
    else if (event.key === "Tab") this.composer.put(`/${this.shown[this.chosen].command} `);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    return true;
  }
}
