/** Windows about people: add one, add a group, start with a link, choose who opens a link. */

import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { field, formActions, openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { botLink, payloadIn } from "./links.js";
import { attempt } from "./toast.js";
import { language, t } from "./words.js";

const LANGUAGES = ["en", "zh", "fr", "es", "de", "ja", "pt", "it", "ru", "ar", "ko", "vi", "tr", "hi"];
const names = new Intl.DisplayNames([navigator.language], { type: "language" });

/** A language's name in the reader's language. */
export const languageName = (code) => names.of(code) ?? code;

export const roleWords = (role) => (["client", "friend", "founder", "team"].includes(role) ? t(`role_${role}`) : (role ?? ""));

function personFields(required) {
  const options = LANGUAGES.map((code) => h("option", { value: code, selected: code === language }, languageName(code)));
  return [
    field(t("name"), h("input", { name: "name", required, maxLength: 64, autocomplete: "off", autofocus: required })),
    field(t("language"), h("select", { name: "language" }, options)),
  ];
}

/** Adds a person; `done` gets their id. */
export function addPersonDialog(done) {
  const { dialog, close } = openDialog({
    title: t("add_person"),
    body: personFields(true),
    actions: formActions(t("add"), () => close()),
    onsubmit: async (form) => {
      const made = await attempt(dialog, () => api.addPerson(form.get("name").trim(), form.get("language")));
      if (!made) return false;
      done(made.id);
      return true;
    },
  });
}

/** Adds a group with the bot in it; `done` gets its chat id and one member's id. */
export function addGroupDialog(store, done) {
  const check = (props, ...words) => h("label", { class: "check" }, h("input", { type: "checkbox", ...props }), words);
  const members = [...store.people.values()].map((person) =>
    check({ name: "member", value: person.id, checked: person.role === "founder" }, avatar(person.name, person.id, "small"), person.name));
  const { dialog, close } = openDialog({
    title: t("add_group"),
    body: [
      field(t("title"), h("input", { name: "title", required: true, maxLength: 128, autofocus: true, autocomplete: "off" })),
      h("fieldset", {}, h("legend", {}, t("members")), members),
      check({ name: "forum", checked: true }, t("with_topics")),
      check({ name: "manage", checked: true }, t("bot_may_manage")),
    ],
    actions: formActions(t("add"), () => close()),
    onsubmit: async (form) => {
      const ids = form.getAll("member").map(Number);
      const rights = form.has("manage") ? ["can_manage_topics"] : [];
      const made = await attempt(dialog, () => api.addGroup(form.get("title").trim(), ids, form.has("forum"), rights));
      if (!made) return false;
      done(made.chat_id, ids[0]);
      return true;
    },
  });
}

/** One person starts the bot with a link or payload that is typed in. */
export function startDialog(person, username, done) {
  const { dialog, close } = openDialog({
    title: t("start_with_link"),
    body: [
      field(t("payload"), h("input", { name: "payload", autocomplete: "off", autofocus: true, placeholder: `https://t.me/${username}?start=…` })),
      h("p", { class: "hint" }, t("payload_hint")),
    ],
    actions: formActions(t("start"), () => close()),
    onsubmit: async (form) => {
      const started = await attempt(dialog, () => api.start(person.id, payloadIn(form.get("payload"))));
      if (!started) return false;
      done(person.id);
      return true;
    },
  });
}

const NEW = "new";

function choices(people) {
  const row = (value, ...words) => h("label", { class: "choice" }, h("input", { type: "radio", name: "who", value, required: true }), words);
  const rows = people.map((person) =>
    row(person.id, avatar(person.name, person.id, "small"), h("span", {}, person.name, h("small", {}, [roleWords(person.role), languageName(person.language_code)].filter(Boolean).join(" · ")))));
  rows.push(row(NEW, avatar("+", 3, "small"), t("new_person")));
  return h("div", { class: "choices" }, rows);
}

/** Asks who opens a link to the bot: somebody there, or somebody new. `done` gets the person's id. */
export function openLinkDialog(store, href, done) {
  const link = botLink(href, store.bot.username);
  const fresh = h("div", { class: "new-person", hidden: true }, personFields(false));
  const list = choices([...store.people.values()]);
  list.addEventListener("change", (event) => {
    fresh.hidden = event.target.value !== NEW;
    fresh.querySelector("input").required = !fresh.hidden;
    if (!fresh.hidden) fresh.querySelector("input").focus();
  });
  const { dialog, close } = openDialog({
    title: t("who_opens"),
    body: [
      link.text && h("blockquote", { class: "shared" }, link.text),
      h("p", { class: "hint link-words" }, `t.me/${store.bot.username}${link.payload && `?start=${link.payload}`}`),
      list, fresh,
    ],
    actions: formActions(t("open"), () => close()),
    onsubmit: (form) => openAs(dialog, form, link.payload, done),
  });
}

async function openAs(dialog, form, payload, done) {
  const id = await attempt(dialog, async () => {
    const made = form.get("who") === NEW ? await api.addPerson(form.get("name").trim(), form.get("language")) : null;
    const person = made?.id ?? Number(form.get("who"));
    await api.start(person, payload);
    return person;
  });
  if (id === undefined) return false;
  done(id);
  return true;
}
