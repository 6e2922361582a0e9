/** The microphone button: records and sends a voice message, or a short made-up one where nothing can record. */

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { durationWords } from "./times.js";
import { attempt, toast } from "./toast.js";
import { t } from "./words.js";

const FORMATS = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];

export class VoiceButton {
  constructor(view, composer) {
    this.view = view;
    this.composer = composer;
    this.element = composer.tool("mic", t("record"), () => this.record(), "round");
  }

  async record() {
    const microphone = await this.microphone();
    if (!microphone) {
      const sent = await this.send(sampleVoice());
      if (sent) toast(this.view.element, t("no_microphone"));
      return;
    }
    const [type, ending] = FORMATS.find(([format]) => MediaRecorder.isTypeSupported(format)) ?? ["", "webm"];
    const recorder = new MediaRecorder(microphone, type ? { mimeType: type } : {});
    const pieces = [];
    let keep = false;
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      microphone.getTracks().forEach((track) => track.stop());
      bar.remove();
      if (keep) this.send(new File(pieces, `voice.${ending}`, { type: type.split(";")[0] }));
    });
    const bar = this.recordingBar((kept) => ((keep = kept), recorder.stop()));
    this.composer.element.append(bar);
    recorder.start();
  }

  /** The microphone's stream, or null where there is none or it is not allowed. */
  async microphone() {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return null;
    try {
      return await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return null; // none, busy or refused: the caller says so and sends a sample
    }
  }

  recordingBar(stop) {
    const began = performance.now();
    const time = h("span", { class: "recording-time" }, "0:00");
    const tick = setInterval(() => {
      if (!bar.isConnected) clearInterval(tick);
      time.textContent = durationWords((performance.now() - began) / 1000);
    }, 250);
    const bar = h("div", { class: "recording-bar", role: "group", "aria-label": t("recording") },
      h("span", { class: "recording-light" }), t("recording"), time,
      h("button", { type: "button", class: "text-button", onclick: () => stop(false) }, t("cancel")),
      h("button", { type: "button", class: "compose-tool round", "aria-label": t("send"), onclick: () => stop(true) }, icon("send")));
    return bar;
  }

  send(file) {
    const { chat, topic } = this.view;
    return attempt(this.view.element, () => api.sendFile(chat, topic, file, "voice", "", this.composer.takeReply()));
  }
}

const RATE = 8000;
const NOTES_HZ = [262, 330, 392, 523];
const NOTE_SECONDS = 0.4;

/** Four soft notes as a WAV file: 16-bit, one channel. */
function sampleVoice() {
  const count = Math.round(RATE * NOTE_SECONDS) * NOTES_HZ.length;
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  writeHeader(view, count * 2);
  for (let at = 0; at < count; at++) {
    const note = Math.floor(at / (count / NOTES_HZ.length));
    const seconds = at / RATE - note * NOTE_SECONDS;
    const fade = Math.sin((Math.PI * seconds) / NOTE_SECONDS);
    view.setInt16(44 + at * 2, 9000 * fade * Math.sin(2 * Math.PI * NOTES_HZ[note] * seconds), true);
  }
  return new File([view], "voice.wav", { type: "audio/wav" });
}

function writeHeader(view, size) {
  const letters = (at, word) => [...word].forEach((letter, step) => view.setUint8(at + step, letter.charCodeAt(0)));
  letters(0, "RIFF");
  view.setUint32(4, 36 + size, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, size, true);
}
