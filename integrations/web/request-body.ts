import type { IncomingMessage } from 'node:http';

/** The longest request body, in bytes, that anybody may send. */
export const LONGEST_BODY = 16 * 1024;

/** True when a request says that a body follows. */
export const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || (request.headers['content-length'] ?? '0') !== '0';

/** True when a body follows that nobody has taken in yet. */
export const hasUnreadBody = (request: IncomingMessage): boolean => hasBody(request) && !request.readableEnded;

/** True when a request announces a body longer than anybody may send. */
export const announcesTooMuch = (request: IncomingMessage): boolean => Number(request.headers['content-length'] ?? 0) > LONGEST_BODY;

/** Reads the body of a request; `too-long` as soon as it is longer than allowed, and the rest is not read. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too-long'> {
  if (announcesTooMuch(request)) return 'too-long';
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const settle = (outcome: Buffer | 'too-long') => {
      request.off('data', take).off('end', finish).off('error', reject).pause();
      resolve(outcome);
    };
    const finish = () => settle(Buffer.concat(chunks, length));
    const take = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > LONGEST_BODY) settle('too-long');
    };
    request.on('data', take).once('end', finish).once('error', reject);
  });
}

/**
 * Takes in what a sender is still sending, up to 1 MB or one second, and forgets it. A connection that is closed with
 * unread bytes is reset, and the sender would never see why it was refused.
 */
export function forgetBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let length = 0;
    const timer = setTimeout(finish, 1000).unref();
    function finish(): void {
      clearTimeout(timer);
      request.off('data', take).off('end', finish).off('close', finish).pause();
      resolve();
    }
    function take(chunk: Buffer): void {
      length += chunk.length;
      if (length > 1024 * 1024) finish();
    }
    request.on('data', take).once('end', finish).once('close', finish).resume();
    if (request.readableEnded || request.destroyed) finish();
  });
}
