import { describe, expect, it } from 'vitest';
import { serverEvents } from './events';

async function* bytes(...parts: string[]) {
  for (const part of parts) {
    yield new TextEncoder().encode(part);
  }
}

async function read(...parts: string[]) {
  const events = [];
  for await (const event of serverEvents(bytes(...parts))) {
    events.push(event);
  }
  return events;
}

describe('serverEvents', () => {
  const body = 'event:progress\ndata:{"readRows":1}\n\nevent: result\r\ndata: a\r\ndata: b\r\n\r\n';
  const expected = [
    { event: 'progress', data: '{"readRows":1}' },
    { event: 'result', data: 'a\nb' },
  ];

  it('reads events of one chunk', async () => {
    expect(await read(body)).toEqual(expected);
  });

  it('reads the same events wherever the stream is cut', async () => {
    for (let cut = 1; cut < body.length; cut++) {
      expect(await read(body.slice(0, cut), body.slice(cut))).toEqual(expected);
    }
  });

  it('passes over comments and an unfinished last event', async () => {
    expect(await read(': ping\n\n', 'id: 4\n\n', 'data: x\n\n', 'data: lost')).toEqual([
      { event: 'message', data: 'x' },
    ]);
  });

  it('joins a character that two chunks share', async () => {
    const encoded = new TextEncoder().encode('data: é\n\n');
    async function* halves() {
      yield encoded.slice(0, 7);
      yield encoded.slice(7);
    }
    const events = [];
    for await (const event of serverEvents(halves())) {
      events.push(event.data);
    }
    expect(events).toEqual(['é']);
  });
});
