import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { drawQuestion } from '../testing/drawQuestion.tsx';

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'geolocation');
});

const point = (latitude: number, longitude: number) => ({ latitude, longitude, altitude: 0, accuracy: 0 });
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
function add(latitude: string, longitude: string): void {
  write('place.latitude', latitude);
  write('place.longitude', longitude);
  fireEvent.click(screen.getByRole('button', { name: 'place.add' }));
}

it('a place is typed in degrees; half of it is none', async () => {
  const { typed } = await drawQuestion({ type: 'geopoint' });
  write('place.latitude', '56,95');
  expect(typed()).toBe('?');
  write('place.longitude', '24.1');
  expect(typed()).toBe('56.95 24.1 0 0');
  write('place.latitude', '156');
  expect(typed()).toBe('?');
});

it('a place is where the device is, if it knows', async () => {
  const coords = { latitude: 56.9, longitude: 24.1, altitude: null, accuracy: 4 };
  const geolocation = {
    watchPosition: (found: (position: { coords: typeof coords }) => void) => {
      setTimeout(() => found({ coords }));
      return 1;
    },
    clearWatch: vi.fn(),
  };
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation });
  const { answer } = await drawQuestion({ type: 'geopoint' });
  fireEvent.click(screen.getByRole('button', { name: 'place.find' }));
  await vi.waitFor(() => expect(answer()).toEqual({ ...point(56.9, 24.1), accuracy: 4 }));
  expect(geolocation.clearWatch).toHaveBeenCalledWith(1);
});

it('a device without a position says so, and the place can be typed', async () => {
  await drawQuestion({ type: 'geopoint' });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'place.find' }));
  });
  expect(screen.getByRole('alert').textContent).toBe('place.failed');
});

it('a line is an answer from its second point on', async () => {
  const { answer, typed } = await drawQuestion({ type: 'geotrace' });
  add('1', '2');
  expect([answer(), typed()]).toEqual([undefined, '1 2 0 0']);
  add('3', '4');
  expect(answer()).toEqual([point(1, 2), point(3, 4)]);
  fireEvent.click(screen.getByRole('button', { name: 'place.drop 1' }));
  expect(typed()).toBe('3 4 0 0');
});

it('an area closes by itself', async () => {
  const { answer } = await drawQuestion({ type: 'geoshape' });
  add('0', '0');
  add('0', '1');
  expect(answer()).toBeUndefined();
  add('1', '1');
  expect(answer()).toEqual([point(0, 0), point(0, 1), point(1, 1), point(0, 0)]);
  add('2', '2');
  expect(answer()).toHaveLength(5);
});
