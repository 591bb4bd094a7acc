import type { DeviceStatus } from '../../data/readDeviceStatus.ts';
import type { DeviceSay } from '../../i18n/device/index.ts';
import type { InterfaceLanguage } from '../../i18n/languages.ts';

/** What every card of the device page is drawn from. */
export interface CardProps {
  readonly status: DeviceStatus;
  readonly language: InterfaceLanguage;
  readonly say: DeviceSay;
  /** A moment of this device's clock, in words. */
  readonly moment: (at: number) => string;
}
