/** A small menu that drops from a button: arrow keys move, Escape and a click elsewhere close it. */

import { h, icon } from "./dom.js";

let closeOpen = null;

/** Opens at a point of the page; `items` are {icon, words, run, danger}. Returns nothing. */
export function openMenu(opener, items, label) {
  closeOpen?.();
  const choose = (item) => (close(), item.run());
  const buttons = items.map((item) =>
    h("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : "", onclick: () => choose(item) }, icon(item.icon), item.words),
  );
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label }, buttons);
  const outside = (event) => !menu.contains(event.target) && close(event);
  function close(event) {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("resize", close);
    opener.setAttribute("aria-expanded", "false");
    closeOpen = null;
    if (!event && opener.isConnected) opener.focus({ preventScroll: true });
  }
  menu.addEventListener("keydown", (event) => moveWithKeys(event, buttons, close));
  document.body.append(menu);
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", close);
  opener.setAttribute("aria-expanded", "true");
  closeOpen = close;
  standAt(menu, opener.getBoundingClientRect());
  buttons[0]?.focus({ preventScroll: true });
}

function moveWithKeys(event, buttons, close) {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = buttons.indexOf(document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length].focus();
}

function standAt(menu, box) {
  const gap = 6;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = box.bottom + gap + height < window.innerHeight;
  const left = box.left + width + gap < window.innerWidth ? box.left : box.right - width;
  const top = below ? box.bottom + gap : box.top - height - gap;
  menu.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
  menu.style.top = `${Math.max(gap, top)}px`;
}
