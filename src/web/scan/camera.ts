import type { BarcodeDetector as Detector } from 'barcode-detector/ponyfill';
import { t } from '../text/text.js';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** What labels of makers and districts carry. */
const FORMATS = [
  'code_128',
  'qr_code',
  'code_39',
  'data_matrix',
  'ean_13',
  'upc_a',
  'itf',
  'codabar',
] as const;

/** Reads codes off a picture: the browser's own detector where it has one that knows our formats, else zxing. */
export async function createDetector(): Promise<Pick<Detector, 'detect'>> {
  const native = (globalThis as { BarcodeDetector?: typeof Detector }).BarcodeDetector;
  if (native) {
    const supported = await native.getSupportedFormats();
    if (supported.includes('code_128') && supported.includes('qr_code'))
      return new native({ formats: FORMATS.filter((format) => supported.includes(format)) });
  }
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  // From our own origin, and so there without a network.
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

/** Opens a camera: the one behind, unless another was chosen. */
export function openCamera(deviceId: string | undefined): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } }),
    },
  });
}

/** Names are only told once a camera was allowed. */
export async function cameras(): Promise<{ value: string; label: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId)
    .map(({ deviceId, label }, i) => ({
      value: deviceId,
      label: label || t('scan.cameraNumber', { number: String(i + 1) }),
    }));
}

/** What phones have and TypeScript's list does not. */
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean };

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  return ((track?.getCapabilities?.() ?? {}) as TorchCapabilities).torch === true;
}

export async function setTorch(stream: MediaStream, torch: boolean): Promise<void> {
  const [track] = stream.getVideoTracks();
  await track?.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
}

/** Why a camera did not open, and what to do. */
export function cameraProblem(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return t('scan.cameraForbidden');
  if (name === 'NotFoundError') return t('scan.cameraNone');
  if (name === 'NotReadableError') return t('scan.cameraBusy');
  return t('scan.cameraFailed');
}
