import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readArguments } from '../../integrations/commands/arguments.ts';
import { answerWithPicture } from '../../integrations/commands/writing-desk.ts';
import { freePort } from '../../integrations/web/free-port.ts';
import { projectFolder } from './release-folder.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command as npm does; gives its exit code and all that it printed. */
function command(root: string, ...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['integrations/commands/rostrum.mjs', ...words], { cwd: root });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

describe('a word that a command does not know', () => {
  const read = (...args: string[]) => readArguments(args, { help: 'HELP', options: { lang: { type: 'string' }, strict: { type: 'boolean' } } });

  test.each([
    [['--fast'], 'There is no option “--fast” here.'], [['-x'], 'There is no option “-x” here.'], [['--lang'], 'The option --lang needs a value after it.'], [['--lang', '--strict'], 'The option --lang needs a value after it.'],
    [['--strict=1'], 'The option --strict takes no value.'], [['--help=1'], 'The option --help takes no value.'], [['extra'], '“extra” is a word too many.'],
  ])('%o is refused in one sentence, with the help', (args, sentence) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ name: 'Refusal', exitCode: 2, message: `${sentence}\n\nHELP` }));
  });

  test('what it knows is read', () => expect({ ...read('--lang', 'nl', '-h').values }).toEqual({ lang: 'nl', help: true }));

  test.each([['build'], ['start'], ['dev'], ['new'], ['photo'], ['bench']])('npm run %s says so and ends', async (name) => {
    const { code, said } = await command(PROJECT, name, '--fast');
    expect([code, said.split('\n')[0]]).toEqual([2, 'There is no option “--fast” here.']);
    expect(said).not.toContain('    at ');
    expect(said).toContain(`npm ${name === 'start' ? 'start' : `run ${name}`}`);
  });
});

describe('a mistake in content/site.ts', () => {
  const SETTINGS = "import type { SiteInput } from '../src/site.ts';\n\nexport default {\n  name: 'Small House',\n} satisfies SiteInput;\n";
  const newsroom = async (settings: string | undefined) => {
    const root = await projectFolder();
    for (const name of ['src', 'package.json']) await cp(join(PROJECT, name), join(root, name), { recursive: true });
    await cp(join(PROJECT, 'integrations'), join(root, 'integrations'), { recursive: true, filter: (path) => !path.endsWith('bench') });
    await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    await mkdir(join(root, 'content'));
    if (settings !== undefined) await writeFile(join(root, 'content/site.ts'), settings);
    return root;
  };

  test.each<[string, string | undefined, RegExp]>([
    ['a forgotten quotation mark', SETTINGS.replace("House'", 'House'), /^content\/site\.ts, line [45]: something is written wrong here/],
    ['a forgotten comma', SETTINGS.replace("',", "'\n  url: 'x',"), /^content\/site\.ts, line 5: something is written wrong here or in the line before/],
    ['a word without quotation marks', SETTINGS.replace("'Small House'", 'Small'), /^content\/site\.ts, line 4: the settings cannot be read \(Small is not defined\)/],
    ['a file that is not there', `import x from './nothing.ts';\n${SETTINGS}`, /^content\/site\.ts: it asks for a file that is not there/],
    ['nothing that is handed on', SETTINGS.replace('export default', 'const site ='), /^content\/site\.ts: it does not hand its settings on/],
    ['no file at all', undefined, /^content\/site\.ts: the file is missing/],
    ['a setting that is missing', SETTINGS, /^Please mend these settings:\n {2}content\/site\.ts, /],
  ])('%s is told by its place, without the program’s own lines', async (_, settings, sentence) => {
    const { code, said } = await command(await newsroom(settings), 'build');
    expect(said).toMatch(sentence);
    expect(said).not.toContain('    at ');
    expect(code).toBe(2);
  });
});

describe('a damaged picture', () => {
  test('is left as it is, with a sentence', async () => {
    const root = await projectFolder();
    const [file, bytes] = [join(root, 'street.jpg'), Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('not a picture')])];
    await writeFile(file, bytes);
    const { code, said } = await command(PROJECT, 'photo', 'clean', file);
    expect([code, said]).toEqual([2, `“${file}” is damaged, so it was left as it is. Take the picture from where it came from once more.\n`]);
    expect(await readFile(file)).toEqual(bytes);
  });
});

describe('while writing', () => {
  afterEach(() => void delete (globalThis as { rostrumEdition?: unknown }).rostrumEdition);

  test('a picture that cannot be drawn is answered all the same, and the reason is told', async () => {
    const root = await projectFolder();
    const src = '/media/street.0123456789-full.jpg';
    const picture = { name: 'street.jpg', width: 9, height: 9, webp: [], jpeg: { src }, card: { src }, full: { src } };
    Object.assign(globalThis, { rostrumEdition: Promise.resolve({ pictures: [picture] }) });
    const [response, told, next] = [{ headersSent: false, writeHead: vi.fn(), setHeader: vi.fn(), end: vi.fn() }, vi.fn(), vi.fn()];
    await answerWithPicture(root, { url: `${src}?x` } as IncomingMessage, response as unknown as ServerResponse, next, told);
    expect(response.writeHead).toHaveBeenCalledWith(500, { 'Content-Type': 'text/plain; charset=utf-8' });
    expect(response.end).toHaveBeenCalledOnce();
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/^The picture street\.0123456789-full\.jpg cannot be shown: /));
    expect(next).not.toHaveBeenCalled();
  });

  test('a port that was asked for and is taken is told with what to write instead', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)));
    await expect(freePort({ host: '127.0.0.1', port }, 'npm run dev')).rejects.toMatchObject({ name: 'Refusal', message: `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1} npm run dev` });
    await expect(freePort({ host: '127.0.0.1', port: 0 })).resolves.toBeUndefined();
  });
});
