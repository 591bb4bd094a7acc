import { checkRoundTrip } from '../roundTrip.ts';
await checkRoundTrip('/work/shared/corpus');
