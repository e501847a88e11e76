import type { Verdict } from '../journal/database.js';

/** Pitches in hertz, one after the other: high is good, low is not. */
const SOUNDS: Record<Verdict['tone'] | 'repeated', number[]> = {
  good: [1320],
  notice: [880, 880],
  bad: [330, 247],
  repeated: [],
};
const VIBRATIONS: Record<Verdict['tone'] | 'repeated', number[]> = {
  good: [40],
  notice: [60, 60, 60],
  bad: [250],
  repeated: [],
};
const TONE_SECONDS = 0.09;
const KEY = 'rollcall.sound';

let audio: AudioContext | undefined;

export function isSoundOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function setSound(isOn: boolean): void {
  localStorage.setItem(KEY, isOn ? 'on' : 'off');
}

/** Tells a result without anybody looking. Where a browser gives no sound or no vibration, the colour is left. */
export function tell(tone: Verdict['tone'] | 'repeated'): void {
  // Vibration is refused before the first touch, which Chromium logs; it is no failure.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATIONS[tone]);
  if (!isSoundOn() || SOUNDS[tone].length === 0 || !navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  for (const [i, pitch] of SOUNDS[tone].entries())
    play(audio, pitch, audio.currentTime + i * TONE_SECONDS * 1.4);
}

function play(context: AudioContext, pitch: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = pitch < 500 ? 'square' : 'sine';
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.25, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + TONE_SECONDS);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + TONE_SECONDS);
}
