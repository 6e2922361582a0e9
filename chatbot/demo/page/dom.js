/** Small builders for the page's elements. Text always goes in as text, never as markup. */

/**
 * Builds an element. A prop that is a function becomes a listener ("onclick"), one that exists on the
 * element is set as a property, anything else as an attribute; null, undefined and false are left out.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && !name.startsWith("aria")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/** Appends strings and nodes, flattening lists and leaving out what is empty. */
export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child);
  }
}

/** Puts nodes into a parent in this order, moving only those that stand elsewhere and removing the others. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let place = parent.firstChild;
  for (const node of nodes) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** An outline drawing on a 24 by 24 grid, hidden from screen readers: the button around it carries the name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const d of ICONS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

const ICONS = {
  add: ["M12 5v14M5 12h14"],
  attach: ["M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7"],
  block: ["M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z", "M5.8 5.8l12.4 12.4"],
  close: ["M6 6l12 12M18 6L6 18"],
  copy: ["M9 9h10v11H9z", "M5 15V4h10"],
  down: ["M6 9.5l6 6 6-6"],
  download: ["M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"],
  edit: ["M4.5 19.5l1-4.2L16 4.8a1.8 1.8 0 0 1 2.5 0l.7.7a1.8 1.8 0 0 1 0 2.5L8.7 18.5z"],
  file: ["M6 3h8l4 4v14H6z", "M14 3v4h4"],
  forward: ["M13 6l6 6-6 6", "M19 12h-8a6 6 0 0 0-6 6"],
  group: ["M9 11.5a3.2 3.2 0 1 0 0-6.4a3.2 3.2 0 0 0 0 6.4z", "M3 19c.4-3 2.8-5 6-5s5.6 2 6 5",
    "M15.5 5.4a3.2 3.2 0 0 1 0 5.9", "M17 14.3c2.2.5 3.7 2.3 4 4.7"],
  keep: ["M9 4h6l-.6 6 3.1 3v1.5h-11V13l3.1-3z", "M12 14.5V20"],
  link: ["M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1 1", "M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1-1"],
  lock: ["M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"],
  mic: ["M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5.2a2.8 2.8 0 0 0 5.6 0V6.3A2.8 2.8 0 0 0 12 3.5z", "M6 11.5a6 6 0 0 0 12 0M12 17.5V21"],
  minus: ["M5 12h14"],
  more: ["M12 5.5v.01M12 12v.01M12 18.5v.01"],
  outside: ["M9 6h9v9M18 6L7 17"],
  pause: ["M8.5 6v12M15.5 6v12"],
  person: ["M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8z", "M4.5 20.5c.6-4 3.6-6.3 7.5-6.3s6.9 2.3 7.5 6.3"],
  photo: ["M4 5h16v14H4z", "M4 16l5-5 4.5 4.5L16 13l4 4", "M15.5 9v.01"],
  pin: ["M12 21s6.5-6.2 6.5-11a6.5 6.5 0 1 0-13 0c0 4.8 6.5 11 6.5 11z", "M12 7.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4z"],
  play: ["M8 5.5v13l10.5-6.5z"],
  poll: ["M5 20v-8M12 20V4M19 20v-5"],
  reply: ["M10 6L4 12l6 6", "M4 12h9a7 7 0 0 1 7 6.5"],
  send: ["M4 12L3.5 4.5 21 12 3.5 19.5z", "M4 12h8"],
  slash: ["M5 4h14v16H5z", "M14 8l-4 8"],
  sticker: ["M4 6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7l-7 7H6a2 2 0 0 1-2-2z", "M20 13h-5a2 2 0 0 0-2 2v5"],
  ticks: ["M2.5 12.5l4.5 4.5L16.5 7", "M11.5 16.2l.8.8L21.5 7"],
};
