/** Starts the page: follows the server and shows what it tells. */

import { Board } from "./board.js";
import { Store } from "./store.js";
import { language } from "./words.js";

document.documentElement.lang = language;

const store = new Store();
const board = new Board(store, document.getElementById("page"));

store.addEventListener("world", () => board.syncWorld());
store.addEventListener("chat", ({ detail }) => board.syncChat(detail));
store.addEventListener("online", ({ detail }) => board.setOnline(detail));

store.follow();
