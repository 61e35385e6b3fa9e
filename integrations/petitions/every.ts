import type { DeskWorld } from './waiting-time.ts';

/** Works, waits so many milliseconds, and works again until told to stop; what fails is tried again, and logged once until it goes well. */
export async function every(interval: number, work: () => Promise<void>, signal: AbortSignal, world: DeskWorld): Promise<void> {
  let told = '';
  while (!signal.aborted) {
    const fault = await work().then(() => '', (error: Error) => error.message);
    if (fault && fault !== told && !signal.aborted) world.log(`${fault} It is tried again.`);
    told = fault;
    await world.wait(interval, signal);
  }
}
