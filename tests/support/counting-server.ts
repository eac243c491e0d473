import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that counts whatever reaches it: connections, whoever closes them, and single packets. */
export interface CountingServer {
  /** "http://127.0.0.1:port". */
  readonly target: string;
  readonly arrivals: () => number;
  readonly close: () => Promise<void>;
}

/** Listens on one port for both kinds of traffic, and answers every request with an empty page that anybody may read. */
export async function openCountingServer(host: string): Promise<CountingServer> {
  let arrivals = 0;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' });
    response.end();
  });
  server.on('connection', () => {
    arrivals += 1;
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const { port } = server.address() as AddressInfo; // listening on a port, not on a pipe
  const packets = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  packets.on('message', () => {
    arrivals += 1;
  });
  await new Promise<void>((bound) => packets.bind(port, host, bound));
  return {
    target: `http://${host}:${port}`,
    arrivals: () => arrivals,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([
        new Promise<void>((closed) => packets.close(closed)),
        new Promise((closed) => server.close(closed)),
      ]);
    },
  };
}
