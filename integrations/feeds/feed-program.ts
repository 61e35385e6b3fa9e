import { parentPort, workerData } from 'node:worker_threads';
import { feedEntries } from './feed-entries.ts';

// What the thread that reads one feed runs.
parentPort!.postMessage(await feedEntries(workerData as string));
