import type { Definition } from '../../../core/questionnaire/index.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import type { CardProps } from './cardProps.ts';
import { Inspector } from './Inspector.tsx';
import { Queue } from './Queue.tsx';
import { QueuedResponse } from './QueuedResponse.tsx';

interface QueueViewProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly onBack: () => void;
}

/** What waits or is set apart. */
export function QueueView({ device, onBack, ...rest }: QueueViewProps) {
  const definition = device.survey.definition as unknown as Definition;
  return (
    <Inspector<number>
      title={rest.say('queue.title')}
      say={rest.say}
      onBack={onBack}
      list={(choose) => <Queue {...rest} onChoose={choose} />}
      detail={(seq) => <QueuedResponse {...rest} definition={definition} seq={seq} />}
    />
  );
}
