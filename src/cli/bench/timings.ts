/** How one kind of request or statement went. Times in milliseconds, rates per second. */
export interface Timings {
  rate: number;
  p50: number;
  p95: number;
  p99: number;
  /** How many were timed. */
  samples: number;
}

/** Rollcall beside the floor of the same work, measured in turns. */
export interface Compared {
  floor: Timings;
  rollcall: Timings;
  /** Rollcall's rate as a share of the floor's: the median of the rounds. */
  ratio: number;
}

interface Round {
  rate: number;
  latencies: number[];
}

/** One measured piece of work; `client` counts from 0. */
export type Work = (client: number) => Promise<void>;

export interface LoadOptions {
  clients: number;
  seconds: number;
  rounds: number;
}

/** Runs both sides in turns, each with its own warm-up, so that both see the same machine. */
export async function inTurns(floor: Work, rollcall: Work, options: LoadOptions): Promise<Compared> {
  const rounds: { floor: Round; rollcall: Round }[] = [];
  for (const side of [floor, rollcall]) await load(side, { ...options, seconds: options.seconds / 4 });
  for (let round = 0; round < options.rounds; round += 1)
    rounds.push({ floor: await load(floor, options), rollcall: await load(rollcall, options) });
  return {
    floor: summary(rounds.map((round) => round.floor)),
    rollcall: summary(rounds.map((round) => round.rollcall)),
    ratio: median(rounds.map((round) => round.rollcall.rate / round.floor.rate)),
  };
}

/** Calls `work` from each client, one call after the other, until the time is over. */
export async function load(work: Work, { clients, seconds }: Omit<LoadOptions, 'rounds'>): Promise<Round> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      do {
        const from = performance.now();
        await work(client);
        latencies.push(performance.now() - from);
      } while (performance.now() < until);
    }),
  );
  return { rate: latencies.length / ((performance.now() - started) / 1000), latencies };
}

export function summary(rounds: Round[]): Timings {
  const latencies = rounds.flatMap((round) => round.latencies).toSorted((a, b) => a - b);
  return {
    rate: median(rounds.map(({ rate }) => rate)),
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    p99: percentile(latencies, 99),
    samples: latencies.length,
  };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Nearest rank of sorted values. */
export function percentile(sorted: number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
