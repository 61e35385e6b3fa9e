import { Refusal } from '../refusal.ts';
import { CONSOLE, type Revoked } from '../store/access.ts';
import { openAccess, typedMailbox, withAccess, type OpenAccess } from './access-desk.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run revoke -- <email>      takes the right to see /reach/ from a person; links and sessions end at once
npm run revoke -- --console    ends the link of “npm start” and whatever was signed in by it`;

/** `npm run revoke`. Exit 1 for an address that was not invited. */
export async function revoke(args: string[], open: OpenAccess = openAccess, print: (line: string) => void = (line) => console.log(line)): Promise<number> {
  const { values, positionals } = readArguments(args, { help: HELP, words: true, options: { console: { type: 'boolean' } } });
  if (values.help) {
    print(HELP);
    return 0;
  }
  if (values.console && positionals.length > 0) throw new Refusal(`Write either --console or an address.\n\n${HELP}`, 2);
  const mailbox = values.console ? CONSOLE : typedMailbox(positionals, HELP);
  return withAccess(open, async ({ book }) => {
    const revoked = await book.revoke(mailbox);
    if (mailbox !== CONSOLE && !revoked.invited) throw new Refusal(`${mailbox} is not invited. “npm run invite -- --list” shows who is.`);
    print(`${mailbox === CONSOLE ? 'The link on the console opens nothing any more' : `${mailbox} cannot see /reach/ any more`}${ended(revoked)}.`);
    return 0;
  });
}

function ended({ links, sessions }: Revoked): string {
  const parts = [sessions > 0 ? `${sessions} ${sessions === 1 ? 'session' : 'sessions'} ended` : '', links > 0 ? 'a link that waited was withdrawn' : ''].filter(Boolean);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}
