/** What a piece of work took of this process: seconds of CPU, and of waiting. */
export async function timed<T>(work: () => Promise<T>): Promise<{ outcome: T; cpu: number; wall: number }> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const outcome = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { outcome, cpu: Number(((user + system) / 1e6).toFixed(2)), wall: Number(((performance.now() - wall) / 1000).toFixed(2)) };
}

/** The most memory that this process took, MB of 10^6 bytes; Node tells it in units of 1024 bytes. */
export const peakMemory = (): number => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
