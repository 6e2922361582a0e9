/**
 * A message's text as page elements. The server's HTML is parsed where nothing runs or loads, and what is
 * shown is built anew from a short list of tags and one checked attribute: all else is kept as plain text.
 */

import { h } from "./dom.js";
import { botLink } from "./links.js";
import { t } from "./words.js";

const PLAIN_TAGS = {
  B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", STRIKE: "s", DEL: "s",
  CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote", BR: "br",
};
const DROPPED_TAGS = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "NOSCRIPT", "TITLE"]);
const BLOCKS = new Set(["BLOCKQUOTE", "PRE"]);
const LINK_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const LIVE_TEXT = /((?:https?:\/\/|t\.me\/)[^\s<>"'，。；！？、）】》」]+)|(?<![\w/<])(\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)(?![\w/])/gi;

/** The nodes of a message's text; `actions.runCommand` and `actions.openLink` are called when one is chosen. */
export function richText(message, actions) {
  const html = message.html ?? "";
  const plain = message.text ?? message.caption ?? "";
  if (!html) return plain ? live(plain, actions) : [];
  const parsed = new DOMParser().parseFromString(html, "text/html");
  joinPieces(parsed.body);
  return [...parsed.body.childNodes].flatMap((node) => safe(node, actions, false));
}

/** A quote or a hidden text with bold words in it arrives in pieces that touch: make them one again. */
function joinPieces(parent) {
  for (const node of [...parent.children]) {
    const next = node.nextSibling;
    trimAround(node);
    if (!next || !isWhole(node) || next.nodeName !== node.nodeName || next.className !== node.className) continue;
    next.prepend(...node.childNodes);
    node.remove();
  }
}

/** A quote or block of code stands on lines of its own: the line breaks around it would show as empty lines. */
function trimAround({ tagName, previousSibling, nextSibling }) {
  if (!BLOCKS.has(tagName)) return;
  if (previousSibling?.nodeType === Node.TEXT_NODE) previousSibling.data = previousSibling.data.replace(/\n$/, "");
  if (nextSibling?.nodeType === Node.TEXT_NODE) nextSibling.data = nextSibling.data.replace(/^\n/, "");
}

const isSpoiler = (node) => node.tagName === "TG-SPOILER" || /^(tg-)?spoiler$/.test(node.className);
const isWhole = (node) => BLOCKS.has(node.tagName) || isSpoiler(node);

function safe(node, actions, quiet) {
  if (node.nodeType === Node.TEXT_NODE) return quiet ? [node.data] : live(node.data, actions);
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED_TAGS.has(node.tagName)) return [];
  const still = quiet || ["A", "CODE", "PRE"].includes(node.tagName);
  const inner = () => [...node.childNodes].flatMap((child) => safe(child, actions, still));
  if (node.tagName === "A") return [link(node.getAttribute("href") ?? "", inner(), actions)];
  if (isSpoiler(node)) return [spoiler(inner())];
  if (node.tagName === "BLOCKQUOTE" && node.hasAttribute("expandable")) return [expandable(inner())];
  const tag = Object.hasOwn(PLAIN_TAGS, node.tagName) ? PLAIN_TAGS[node.tagName] : null;
  return tag ? [h(tag, {}, inner())] : inner();
}

/** Plain text with its addresses and commands made to respond. */
function live(text, actions) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(LIVE_TEXT)) {
    const word = match[0].replace(/[.,;:!?)\]]+$/, "");
    nodes.push(text.slice(end, match.index));
    nodes.push(match[1] ? link(word, [word], actions) : command(word, actions));
    end = match.index + word.length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

function command(word, actions) {
  return h("button", { type: "button", class: "command", onclick: () => actions.runCommand(word) }, word);
}

/** A link to somewhere harmless; one to the bot asks on this page who should open it. */
export function link(href, children, actions) {
  const target = address(href);
  if (!target) return h("span", {}, children);
  const props = { href: target.href, target: "_blank", rel: "noopener noreferrer" };
  const opensBot = botLink(target.href, actions.botUsername()) !== null;
  if (opensBot) props.onclick = (event) => (event.preventDefault(), actions.openLink(target.href));
  return h("a", props, children);
}

function address(href) {
  try {
    const url = new URL(/^t\.me\//i.test(href) ? `https://${href}` : href);
    return LINK_PROTOCOLS.has(url.protocol) ? url : null;
  } catch {
    return null; // an address that cannot be read is shown as text
  }
}

function spoiler(children) {
  const reveal = (event) => {
    if (element.classList.contains("revealed")) return;
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    element.classList.add("revealed");
    element.removeAttribute("aria-label");
    element.removeAttribute("role");
  };
  const props = { class: "spoiler", role: "button", tabIndex: 0, "aria-label": t("reveal"), onclick: reveal, onkeydown: reveal };
  const element = h("span", props, children);
  return element;
}

function expandable(children) {
  const toggle = () => element.classList.toggle("expanded");
  const element = h("blockquote", { class: "expandable", tabIndex: 0, onclick: toggle }, children);
  element.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
  return element;
}
