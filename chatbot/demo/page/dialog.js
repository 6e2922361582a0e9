/** A modal window over the page, on the browser's own <dialog>: focus stays inside and Escape closes it. */

import { h } from "./dom.js";
import { t } from "./words.js";

/** Opens a window; `onsubmit` (optional) makes it a form and closes it unless it returns or resolves to false. */
export function openDialog({ title, label, body, actions = [], onsubmit, class: extra = "" }) {
  const opener = document.activeElement;
  const close = () => dialog.close();
  const content = [title && h("h2", {}, title), h("div", { class: "dialog-body" }, body), h("div", { class: "dialog-actions" }, actions)];
  const submit = async (event) => {
    event.preventDefault();
    if ((await onsubmit(new FormData(event.target))) !== false) close();
  };
  const inner = onsubmit ? h("form", { onsubmit: submit }, content) : h("div", {}, content);
  const dialog = h("dialog", { class: `window ${extra}`, "aria-label": label ?? title }, inner);
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}

/** The two buttons under a form. */
export function formActions(sure, close) {
  return [
    h("button", { type: "button", onclick: close }, t("cancel")),
    h("button", { type: "submit", class: "primary" }, sure),
  ];
}

let fields = 0;

/** A labelled field of a form. */
export function field(words, control) {
  control.id = `field-${++fields}`;
  return h("div", { class: "field" }, h("label", { htmlFor: control.id }, words), control);
}
