/** Sending more than words: the attach menu, and the window where a file gets its caption. */

import * as api from "./api.js";
import { field, formActions, openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { openMenu } from "./menu.js";
import { attempt } from "./toast.js";
import { t } from "./words.js";

const SAMPLES = { sticker: "stickers", location: "locations", poll: "polls" };

/** The menu under the paper clip. */
export function openAttachMenu(opener, view) {
  const sample = (name) => ({
    icon: name === "location" ? "pin" : name,
    words: t(name),
    run: () => attempt(view.element, () => api.sendSample(view.chat, view.topic, SAMPLES[name])),
  });
  const items = [
    { icon: "photo", words: t("photo"), run: () => pick(view, "image/*") },
    { icon: "file", words: t("document"), run: () => pick(view, "") },
    sample("sticker"), sample("location"), sample("poll"),
  ];
  openMenu(opener, items, t("attach"));
}

function pick(view, accept) {
  const asPhotos = accept !== "";
  const input = h("input", { type: "file", accept, multiple: true, hidden: true });
  input.addEventListener("change", () => (sendDialog(view, [...input.files], asPhotos), input.remove()));
  input.addEventListener("cancel", () => input.remove());
  view.element.append(input); // a picker outside the document is not opened by every browser
  input.click();
}

const isPicture = (file) => /^image\/(png|jpeg|webp|gif)$/.test(file.type);

/** Asks for a caption and whether pictures go as photos, then sends the files in order. */
export function sendDialog(view, files, asPhotos = true) {
  if (files.length === 0) return;
  const pictures = files.every(isPicture);
  const preview = pictures ? h("img", { class: "preview", alt: "", src: URL.createObjectURL(files[0]) }) : null;
  const names = h("p", { class: "file-names" }, files.map((file) => file.name).join(", "));
  const caption = h("textarea", { name: "caption", rows: 2, maxLength: 1024, autofocus: true });
  caption.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    caption.form.requestSubmit();
  });
  const choice = h("label", { class: "check" }, h("input", { type: "checkbox", name: "photo", checked: asPhotos }), t("as_photo"));
  const { dialog, close } = openDialog({
    title: t("send_file", { name: files.length === 1 ? "" : files.length }).trim(),
    body: [preview, names, pictures && choice, field(t("caption"), caption)],
    actions: formActions(t("send"), () => close()),
    onsubmit: (form) => sendAll(view, files, pictures && form.has("photo") ? "photo" : "document", form.get("caption").trim()),
  });
  dialog.addEventListener("close", () => preview && URL.revokeObjectURL(preview.src));
}

async function sendAll(view, files, kind, caption) {
  const replyTo = view.composer.takeReply();
  for (const [at, file] of files.entries()) {
    const first = at === 0;
    const send = () => api.sendFile(view.chat, view.topic, file, kind, first ? caption : "", first ? replyTo : undefined);
    if ((await attempt(view.element, send)) === undefined) return;
  }
}

/** Lets files be dropped on a chat. */
export function acceptDrops(view) {
  const { element } = view;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") && !view.composer.line.hidden;
  element.dataset.drop = t("drop_here");
  element.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", (event) => !element.contains(event.relatedTarget) && element.classList.remove("dropping"));
  element.addEventListener("drop", (event) => {
    element.classList.remove("dropping");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    sendDialog(view, [...event.dataTransfer.files]);
  });
}
