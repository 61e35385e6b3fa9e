import { startStandIn } from '../google/stand-in/stand-in.ts';
import { Refusal } from '../refusal.ts';
import { stopSignal } from '../web/stop-signal.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run google                 a stand-in for Google on this machine: Forms, Sheets, Search Console, Analytics, YouTube, for work without an account or a network
npm run google -- --port 4400  where it listens

Start it beside the site, and give everything else the settings that it prints. Its forms live as long as it runs.

GET   /stand-in                 its forms and faults
PUT   /stand-in/faults          what goes wrong: [{"at": "submit", "fault": "too-many", "percent": 20}]
PUT   /stand-in/figures         what it knows: {"search": {"sc-domain:example.org": {"pages": [{"day": "2026-11-20",
                                "page": "https://example.org/en/press/a/", "clicks": 3, "impressions": 40}]}},
                                "analytics": {…}, "channels": {…}, "spreadsheets": {…}}
PATCH /stand-in/forms/<id>      what people set by hand in the editor: {"confirmation": "Thank you. OK-7f3a"}
PUT   /stand-in/sign-in         who signs in: {"email": "director@havenlicht.example", "verified": true, "denies": false}`;

/** `npm run google`: a stand-in for Google until it is stopped. Exit 0 once stopped, 1 when the port is taken, 2 for bad input. */
export async function google(args: string[], stopped: () => Promise<unknown> = stopSignal, print: (line: string) => void = (line) => console.log(line)): Promise<number> {
  const { values } = readArguments(args, { help: HELP, options: { port: { type: 'string', default: '4400' } } });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535) throw new Refusal(`--port is “${values.port}”; write a number from 1 to 65535.`, 2);
  const end = stopped();
  const standIn = await startStandIn({ port, seed: Date.now() }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program: stop it, or choose another with --port ${port < 65535 ? port + 1 : 4400}.` : `The stand-in cannot listen on port ${port} (${error.code ?? error.message}).`);
  });
  print(`A stand-in for Google runs at ${standIn.apis} (stop with Ctrl+C). In another terminal:\n\n  export GOOGLE_APIS_URL=${standIn.apis} GOOGLE_FORMS_URL=${standIn.forms} GOOGLE_ACCESS_TOKEN=any\n  export GOOGLE_OAUTH_CLIENT_ID=${standIn.accounts.client.id} GOOGLE_OAUTH_CLIENT_SECRET=${standIn.accounts.client.secret}\n  npm run petition -- create <slug>\n\n--help tells how to switch faults on.`);
  await end;
  await standIn.close();
  return 0;
}
