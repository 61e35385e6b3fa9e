import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { stopSignal } from '../../integrations/web/stop-signal.ts';
import { dial, hearAll, serve, site } from './asking.ts';
import { FILM, projectFolder } from './release-folder.ts';

describe('a server that is to stop', () => {
  test('finishes what it has begun, and takes nobody new in', async () => {
    const film = Buffer.alloc(12 * 1024 * 1024, FILM);
    const { address, close } = await site({ files: { 'nl/film.mp4': film } });
    const socket = await dial(address);
    socket.write('GET /nl/film.mp4 HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('readable', resolve));
    const closed = close();
    await expect(new Promise((resolve, reject) => connect(Number(new URL(address).port), '127.0.0.1', () => resolve('connected')).on('error', reject))).rejects.toThrow('ECONNREFUSED');
    const heard = await hearAll(socket);
    expect(heard.length - heard.indexOf('\r\n\r\n') - 4).toBe(film.length);
    await closed;
  });

  test('gives up connections on which nobody asks anything', async () => {
    const { address, close } = await site();
    const socket = await dial(address);
    socket.write('GET /nl/ HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    await close();
  });

  test('cuts off who takes too long', async () => {
    const { address, close } = await site({ files: { 'nl/film.mp4': Buffer.alloc(12 * 1024 * 1024) } }, { limits: { farewell: 50 } });
    const socket = await dial(address);
    socket.write('GET /nl/film.mp4 HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => socket.once('readable', resolve));
    await close();
  });

  test('a second signal ends it at once, but one stroke of Ctrl+C that arrives twice does not', async () => {
    let now = 0;
    const hearers: ((signal: 'SIGINT' | 'SIGTERM') => void)[] = [];
    const exits: number[] = [];
    const stopped = stopSignal({ on: (_, call) => hearers.push(call), exit: (code) => exits.push(code), now: () => now });
    hearers[0]!('SIGINT');
    expect(await stopped).toBe('SIGINT');
    now = 20;
    hearers[0]!('SIGINT');
    expect(exits).toEqual([]);
    now = 1000;
    hearers[1]!('SIGTERM');
    expect(exits).toEqual([143]);
  });
});

describe('a server that cannot listen says what to do', () => {
  test('when the port is taken', async () => {
    const { address } = await site();
    const port = Number(new URL(address).port);
    await expect(serve(await projectFolder(), { port })).rejects.toThrow(`Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1} npm start`);
  });

  test('when the machine has no such address', async () => {
    await expect(serve(await projectFolder(), { host: '192.0.2.1' })).rejects.toThrow('This machine has no address 192.0.2.1');
  });
});
