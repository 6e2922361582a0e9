/** How far each chat has been read on this page; remembered by the browser. */

const STORAGE_KEY = "read";

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {}; // somebody else's text under our key: begin anew
  }
}

const readUpTo = remembered();

/** Notes that everything in a chat's topic up to a message has been seen. Returns whether that is news. */
export function markRead(chat, topic, messageId) {
  const key = `${chat.key}:${topic ?? ""}`;
  if ((readUpTo[key] ?? 0) === messageId) return false;
  readUpTo[key] = messageId;
  localStorage.setItem(STORAGE_KEY, JSON.stringify(readUpTo));
  return true;
}

/** How many messages of others in a chat's topic have not been seen. */
export function unreadIn(chat, topic) {
  const shown = chat.shown(topic);
  const newest = shown.at(-1)?.message_id ?? 0;
  const read = readUpTo[`${chat.key}:${topic ?? ""}`] ?? 0;
  // A mark beyond the newest message was made in another world at the same address.
  const since = read > newest ? 0 : read;
  return shown.filter((message) => message.message_id > since && counts(chat, message)).length;
}

const counts = (chat, message) => !chat.isOwn(message) && message.kind !== "service";

/** Unread messages of a chat, over all its topics. */
export function unread(chat) {
  const topics = chat.topics.length ? [null, ...chat.topics.map((row) => row.topic)] : [null];
  return topics.reduce((sum, topic) => sum + unreadIn(chat, topic), 0);
}
