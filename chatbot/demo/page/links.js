/** Reading t.me links: which open our bot, and which share a text. */

function telegramPath(href) {
  try {
    const url = new URL(href);
    const telegram = ["t.me", "telegram.me"].includes(url.hostname.replace(/^www\./, ""));
    return telegram ? { name: url.pathname.split("/")[1] ?? "", query: url.searchParams } : null;
  } catch {
    return null; // not an address at all
  }
}

/** `{payload}` of a link that opens this bot ("" where it has none) or shares such a link; null for any other. */
export function botLink(href, username) {
  const path = telegramPath(href);
  if (!path || !username) return null;
  if (path.name.toLowerCase() === username.toLowerCase()) return { payload: path.query.get("start") ?? "", text: "" };
  if (path.name !== "share") return null;
  const shared = botLink(path.query.get("url") ?? "", username);
  return shared && { ...shared, text: path.query.get("text") ?? "" };
}

/** The payload in what somebody typed: a whole t.me link or the payload alone. */
export function payloadIn(words) {
  const path = telegramPath(words.trim());
  return path ? (path.query.get("start") ?? "") : words.trim();
}
