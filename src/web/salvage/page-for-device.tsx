import type { ReactNode } from 'react';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { word } from '../common/words.js';
import { nameOfDevice } from '../devices/device-names.js';
import { FindDevice, OneDevice } from '../devices/one-device.js';

type Device = Shape<'DeviceDetail'>;

/** Nobody has such a device on the bench. */
const NEVER: readonly string[] = ['missing', 'disposed', 'void'];

interface Props {
  /** Id of the device. Without one, the page asks which device it is for. */
  id: string | undefined;
  title: string;
  /** Says why to scan a device first. */
  find: string;
  about: (names: { device: string; site: string }) => string;
  /** Says why the page is not for a device that nobody has. */
  gone: (names: { device: string; status: string }) => string;
  onFound: (id: string) => Promise<void>;
  children: (device: Device) => ReactNode;
}

/** A page that records something about one device: it asks which device first. Many are recorded by scanning. */
export function PageForDevice({ id, title, find, about, gone, onFound, children }: Props) {
  if (id === undefined)
    return (
      <FindDevice
        title={title}
        about={find}
        whyNot={(device) =>
          NEVER.includes(device.status)
            ? gone({ device: nameOfDevice(device), status: word('status', device.status) })
            : undefined
        }
        onFound={onFound}
      />
    );
  return (
    <OneDevice key={id} id={id}>
      {(device) => (
        <Page
          title={title}
          about={about({
            device: `${nameOfDevice(device)} (${device.manufacturer} ${device.model})`,
            site: device.siteName,
          })}
        >
          {children(device)}
        </Page>
      )}
    </OneDevice>
  );
}
