/** What the page knows of the server's world, kept current by a long poll of its state. */

import * as api from "./api.js";

const WAIT_SECONDS = 25;
const LONGEST_PAUSE_MS = 5000;
const EDITABLE = new Set(["text", "photo", "document", "voice"]);

/** One person's view of one chat: their private chat with the bot, or a group that they are in. */
export class Chat {
  constructor(row) {
    this.key = `${row.person_id}:${row.chat_id}`;
    this.personId = row.person_id;
    this.chatId = row.chat_id;
    this.kind = row.kind;
    /** message_id → message, in the order of sending */
    this.messages = new Map();
    this.seen = 0;
    this.changed = true;
    this.update(row);
  }

  update(row) {
    this.title = row.title;
    this.topics = row.topics ?? [];
    this.typing = Boolean(row.typing);
    this.draft = row.draft ?? null;
    this.pinned = row.pinned ?? [];
    this.commands = row.commands ?? [];
    this.lastSeq = row.last_seq;
    this.row = row;
  }

  /** Takes in new and changed messages; keeps the map ordered even when an old message comes late. */
  take(messages) {
    let last = [...this.messages.keys()].pop() ?? 0;
    let ordered = true;
    for (const message of messages) {
      if (!this.messages.has(message.message_id)) {
        ordered &&= message.message_id > last;
        last = message.message_id;
      }
      this.messages.set(message.message_id, message);
      this.seen = Math.max(this.seen, message.seq);
    }
    if (!ordered) this.messages = new Map([...this.messages].sort(([a], [b]) => a - b));
  }

  isOwn(message) {
    return message.from_id === this.personId;
  }

  /** Whether this person may change a message: their own words, or the caption of their own file. */
  mayEdit(message) {
    return this.isOwn(message) && !message.forwarded_from && EDITABLE.has(message.kind);
  }

  /** Messages that are still there, of one topic where the chat has topics. */
  shown(topic) {
    const all = [...this.messages.values()].filter((message) => !message.deleted);
    return this.topics.length === 0 ? all : all.filter((message) => (message.topic ?? null) === topic);
  }

  /** Whether this person has written anything here yet: before that, Telegram shows a Start button. */
  get begun() {
    if (this.kind === "group") return true;
    for (const message of this.messages.values()) if (this.isOwn(message)) return true;
    return false;
  }
}

/**
 * Dispatches "world" when people, the bot or the list of chats changed, "chat" (detail: the Chat) when
 * something in a chat did, and "online" (detail: boolean) when the server is lost or found again.
 */
export class Store extends EventTarget {
  seq = 0;
  world = "";
  bot = { name: "", username: "" };
  people = new Map();
  chats = new Map();
  online = true;

  person(chat) {
    return this.people.get(chat.personId);
  }

  privateChat(personId) {
    return [...this.chats.values()].find((chat) => chat.personId === personId && chat.kind === "private");
  }

  /** Follows the server for ever; while it cannot be reached, asks again at growing intervals. */
  async follow() {
    let pause = 250;
    let fresh = true;
    for (;;) {
      try {
        await this.apply(await api.state(fresh ? 0 : this.seq, fresh ? 0 : WAIT_SECONDS), fresh);
        this.setOnline(true);
        fresh = false;
        pause = 250;
      } catch (error) {
        if (!(error instanceof api.ApiError)) throw error;
        this.setOnline(false);
        fresh = true;
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  setOnline(online) {
    if (online === this.online) return;
    this.online = online;
    this.dispatchEvent(new CustomEvent("online", { detail: online }));
  }

  /** Takes in a state; a fresh one, after a lost connection, may be of another world: all is fetched anew. */
  async apply(state, fresh) {
    const known = fresh ? new Map() : this.chats;
    const chats = new Map();
    for (const row of state.chats) {
      const chat = known.get(`${row.person_id}:${row.chat_id}`) ?? new Chat(row);
      chat.changed ||= JSON.stringify(chat.row) !== JSON.stringify(row);
      chat.update(row);
      chats.set(chat.key, chat);
    }
    await Promise.all([...chats.values()].map(fetchNews));
    const world = JSON.stringify([state.bot, state.people, [...chats.keys()]]);
    const news = world !== this.world;
    Object.assign(this, { seq: state.seq, bot: state.bot, chats, world });
    this.people = new Map(state.people.map((person) => [person.id, person]));
    if (news) this.dispatchEvent(new CustomEvent("world"));
    for (const chat of chats.values()) this.tell(chat);
  }

  tell(chat) {
    if (!chat.changed) return;
    chat.changed = false;
    this.dispatchEvent(new CustomEvent("chat", { detail: chat }));
  }
}

async function fetchNews(chat) {
  if (chat.seen >= chat.lastSeq) return;
  chat.take(await api.messages(chat, chat.seen));
  // What was fetched is all there is up to lastSeq, even where that number belongs to no message.
  chat.seen = Math.max(chat.seen, chat.lastSeq);
}
