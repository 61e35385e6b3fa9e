import { isIP } from 'node:net';

/** Where the server listens and how many proxies before it are believed. */
export interface ServerSettings {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  trustProxy: number;
}

/** Reads HOST, PORT and TRUST_PROXY; a sentence that says what to write instead when one of them makes no sense. */
export function readServerSettings(env: Readonly<Record<string, string | undefined>>): ServerSettings | string {
  const host = env['HOST']?.trim() || '127.0.0.1';
  const port = env['PORT']?.trim() || '4321';
  const trustProxy = env['TRUST_PROXY']?.trim() || '0';
  if (isIP(host) === 0 && !/^(?!-)[a-z\d-]+(\.[a-z\d-]+)*$/i.test(host)) return `HOST is “${host}”, which is no address of a machine: leave it out, or write HOST=127.0.0.1 or HOST=0.0.0.0.`;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return `PORT is “${port}”, which is no port: write a number from 1 to 65535, such as PORT=4321.`;
  if (!/^\d{1,2}$/.test(trustProxy)) return `TRUST_PROXY is “${trustProxy}”: write the number of proxies before this server, such as TRUST_PROXY=1, or leave it out.`;
  return { host, port: Number(port), trustProxy: Number(trustProxy) };
}

/** What went wrong when a server could not listen there, and what to do with `command`. */
export function listenFault(error: NodeJS.ErrnoException, { host, port }: Pick<ServerSettings, 'host' | 'port'>, command = 'npm start'): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port < 65535 ? port + 1 : 4321} ${command}`;
    case 'EACCES':
      return `Port ${port} needs an administrator: choose one above 1023, such as PORT=4321 ${command}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This machine has no address ${host}: leave HOST out, or write HOST=127.0.0.1 or HOST=0.0.0.0`;
    default:
      return `The server cannot listen on ${host}, port ${port} (${error.code ?? error.message}): try another one with PORT=4322 ${command}`;
  }
}
