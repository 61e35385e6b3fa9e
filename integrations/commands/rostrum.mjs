#!/usr/bin/env node
// The one door to all commands. Plain JavaScript, so that an old Node can at least say what is missing.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Rostrum needs Node 24 and found ${process.versions.node}. “npm ci” brings the right one along, unless it was told to skip install scripts:\n` +
      'run “npm ci” again without --ignore-scripts.',
  );
  process.exit(2);
}
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
