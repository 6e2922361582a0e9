/** A voice message: a button, the loudness of the sound as bars, and the time. */

import { h, icon } from "./dom.js";
import { durationWords } from "./times.js";
import { t } from "./words.js";

const BARS = 36;
let playing = null;

/** The player of a voice message. Only one plays at a time. */
export function voicePlayer(message) {
  const audio = h("audio", { src: message.file_url, preload: "metadata" });
  const button = h("button", { type: "button", class: "play", "aria-label": t("play") }, icon("play"));
  const bars = h("span", { class: "bars", "aria-hidden": "true" }, Array.from({ length: BARS }, () => h("i")));
  const seek = h("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": t("position") });
  const time = h("span", { class: "voice-time" }, durationWords(message.duration ?? 0));
  button.addEventListener("click", () => (audio.paused ? play(audio) : audio.pause()));
  seek.addEventListener("input", () => {
    if (Number.isFinite(audio.duration)) audio.currentTime = (seek.value / 1000) * audio.duration;
  });
  const player = h("div", { class: "voice", role: "group", "aria-label": t("voice") }, audio, button, h("span", { class: "track" }, bars, seek), time);
  follow(audio, { button, bars, seek, time }, message.duration ?? 0);
  drawLoudness(message.file_url, bars);
  return player;
}

function play(audio) {
  if (playing !== audio) playing?.pause();
  playing = audio;
  // A browser may refuse a sound it cannot decode: the audio's own error event shows that.
  audio.play().catch(() => audio.dispatchEvent(new Event("error")));
}

function follow(audio, { button, bars, seek, time }, told) {
  // A recording that was never finished properly has no length of its own: the message tells it.
  const known = () => (Number.isFinite(audio.duration) ? audio.duration : told);
  const show = () => {
    const part = known() ? audio.currentTime / known() : 0;
    seek.value = part * 1000;
    [...bars.children].forEach((bar, at) => bar.classList.toggle("past", at < part * BARS));
    time.textContent = durationWords(audio.paused && !audio.currentTime ? known() : audio.currentTime);
  };
  const sign = (name) => (button.replaceChildren(icon(name)), button.setAttribute("aria-label", t(name)));
  audio.addEventListener("loadedmetadata", show);
  audio.addEventListener("timeupdate", show);
  audio.addEventListener("play", () => sign("pause"));
  audio.addEventListener("pause", () => sign("play"));
  audio.addEventListener("ended", () => ((audio.currentTime = 0), show()));
  audio.addEventListener("error", () => button.classList.add("broken"));
}

async function drawLoudness(url, bars) {
  try {
    const bytes = await (await fetch(url)).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 44100).decodeAudioData(bytes);
    const heights = loudness(sound.getChannelData(0));
    [...bars.children].forEach((bar, at) => bar.style.setProperty("--loud", heights[at]));
  } catch {
    bars.classList.add("flat"); // a format this browser cannot read is drawn as a line
  }
}

/** The loudest sample of each of the bars, from 0 to 1. */
function loudness(samples) {
  const width = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let peak = 0;
    for (let at = bar * width; at < (bar + 1) * width; at += 8) peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const highest = Math.max(...peaks) || 1;
  return peaks.map((peak) => (peak / highest).toFixed(3));
}
