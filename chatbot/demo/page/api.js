/** The demo server's JSON API, one function a call. Every failure is an ApiError with a sentence to show. */

import { t } from "./words.js";

/** A call that failed; `status` is the HTTP status, or 0 when the server could not be reached. */
export class ApiError extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    throw new ApiError(t("unreachable"), 0, { cause: error });
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error ?? `${response.status} ${response.statusText}`, response.status);
  return body;
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const person = (chat) => `api/people/${chat.personId}`;

/** The fields that say where in a person's chats something happens: only a group needs its id, only a topic its number. */
function place(chat, topic) {
  const fields = {};
  if (chat.kind === "group") fields.chat_id = chat.chatId;
  if (topic !== null && topic !== undefined) fields.topic = topic;
  return fields;
}

/** The state as soon as it is newer than `since`, or after `wait` seconds. */
export const state = (since, wait) => call(`api/state?since=${since}&wait=${wait}`);

/** The messages of a chat that were sent or changed after the number `after`. */
export function messages(chat, after) {
  const query = new URLSearchParams({ after, ...place(chat) });
  return call(`${person(chat)}/messages?${query}`);
}

export const sendText = (chat, topic, text, replyTo) =>
  post(`${person(chat)}/messages`, { text, ...(replyTo && { reply_to: replyTo }), ...place(chat, topic) });

/** Sends a file; `kind` is photo, document or voice. */
export function sendFile(chat, topic, file, kind, caption, replyTo) {
  const form = new FormData();
  const fields = { kind, caption, ...(replyTo && { reply_to: replyTo }), ...place(chat, topic) };
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return call(`${person(chat)}/messages`, { method: "POST", body: form });
}

/** Sends something of a fixed kind: "stickers", "locations" or "polls". */
export const sendSample = (chat, topic, kind) => post(`${person(chat)}/${kind}`, place(chat, topic));

export const press = (chat, messageId, data) =>
  post(`${person(chat)}/presses`, { message_id: messageId, data, ...place(chat) });

export const edit = (chat, messageId, text) =>
  post(`${person(chat)}/edits`, { message_id: messageId, text, ...place(chat) });

/** The person forwards a message of one of their chats to their private chat with the bot. */
export const forward = (chat, messageId) =>
  post(`${person(chat)}/forwards`, { message_id: messageId, ...(chat.kind === "group" && { from_chat_id: chat.chatId }) });

export const start = (personId, payload) => post(`api/people/${personId}/start`, { payload });

export const block = (personId, blocked) => post(`api/people/${personId}/block`, { blocked });

export const addPerson = (name, languageCode) => post("api/people", { name, language_code: languageCode });

export const addGroup = (title, memberIds, forum, botRights) =>
  post("api/groups", { title, member_ids: memberIds, forum, bot_rights: botRights });
