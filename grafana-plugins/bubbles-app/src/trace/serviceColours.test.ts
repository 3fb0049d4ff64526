import { createTheme } from '@grafana/data';
import { expect, test } from 'vitest';
import { serviceColours } from './serviceColours';

const theme = createTheme({ colors: { mode: 'dark' } });

test('services of one trace have different colours', () => {
  const services = Array.from({ length: 12 }, (_, i) => `service-${i}`);
  expect(new Set(serviceColours(services, theme).values()).size).toBe(12);
});

test('a service keeps its colour from trace to trace', () => {
  expect(serviceColours(['order-service'], theme).get('order-service')).toBe(
    serviceColours(['order-service', 'x'], theme).get('order-service')
  );
});

test('more services than colours share them', () => {
  const services = Array.from({ length: 40 }, (_, i) => `service-${i}`);
  expect(serviceColours(services, theme).size).toBe(40);
});
