/** A picture over the whole page: wheel, pinch, keys and buttons zoom, dragging moves it. */

import { h, icon } from "./dom.js";
import { t } from "./words.js";

const LARGEST = 8;
const STEP = 1.4;

/** Opens the picture at `url`; Escape, the cross or a click beside it closes it. */
export function openLightbox(url, words, fileName) {
  const opener = document.activeElement;
  const image = h("img", { src: url, alt: words, draggable: false });
  const stage = h("div", { class: "lightbox-stage" }, image);
  const view = new View(stage, image);
  const tool = (name, label, run) => h("button", { type: "button", "aria-label": label, title: label, onclick: run }, icon(name));
  const bar = h("div", { class: "lightbox-bar" },
    tool("minus", t("zoom_out"), () => view.zoom(1 / STEP)),
    tool("add", t("zoom_in"), () => view.zoom(STEP)),
    h("a", { href: url, download: fileName || "", "aria-label": t("download"), title: t("download") }, icon("download")),
    tool("close", t("close"), () => dialog.close()));
  const dialog = h("dialog", { class: "lightbox", "aria-label": words }, stage, bar);
  stage.addEventListener("click", (event) => event.target === stage && !view.moved && dialog.close());
  dialog.addEventListener("keydown", (event) => keys(event, view));
  dialog.addEventListener("close", () => (dialog.remove(), opener?.focus({ preventScroll: true })));
  document.body.append(dialog);
  dialog.showModal();
}

function keys(event, view) {
  const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (event.key === "+" || event.key === "=") view.zoom(STEP);
  else if (event.key === "-") view.zoom(1 / STEP);
  else if (event.key === "0") view.reset();
  else if (steps[event.key]) view.move(...steps[event.key]);
  else return;
  event.preventDefault();
}

class View {
  scale = 1;
  x = 0;
  y = 0;
  moved = false;
  pointers = new Map();

  constructor(stage, image) {
    this.stage = stage;
    this.image = image;
    stage.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.down(event));
    stage.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    image.addEventListener("dblclick", (event) => (this.scale > 1 ? this.reset() : this.zoom(3, this.from(event))));
  }

  /** A point of the page as seen from the middle of the stage. */
  from({ clientX, clientY }) {
    const box = this.stage.getBoundingClientRect();
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  }

  /** Grows or shrinks by a factor around a point, which stays where it is. */
  zoom(factor, point = { x: 0, y: 0 }) {
    const scale = Math.min(LARGEST, Math.max(1, this.scale * factor));
    const grown = scale / this.scale;
    this.x = point.x - (point.x - this.x) * grown;
    this.y = point.y - (point.y - this.y) * grown;
    this.scale = scale;
    this.move(0, 0);
  }

  /** Moves the picture, but never off the stage. */
  move(dx, dy) {
    const limit = (size, room) => Math.max(0, (size * this.scale - room) / 2);
    const across = limit(this.image.offsetWidth, this.stage.clientWidth);
    const down = limit(this.image.offsetHeight, this.stage.clientHeight);
    this.x = Math.min(across, Math.max(-across, this.x + dx));
    this.y = Math.min(down, Math.max(-down, this.y + dy));
    this.image.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
    this.stage.classList.toggle("zoomed", this.scale > 1);
  }

  reset() {
    this.scale = 1;
    this.move(0, 0);
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 400), this.from(event));
  }

  down(event) {
    this.pointers.set(event.pointerId, this.from(event));
    this.moved = false;
    if (this.pointers.size > 1 || this.scale > 1) this.stage.setPointerCapture(event.pointerId);
  }

  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.from(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      const apart = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
      this.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else this.move(now.x - before.x, now.y - before.y);
    this.moved ||= Math.hypot(now.x - before.x, now.y - before.y) > 2;
  }
}
