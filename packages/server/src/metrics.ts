/** 计量. Counters, gauges and histograms of this process in the text form of Prometheus. */
export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  /** Adds a gauge whose value is asked for at each reading. */
  gauge(name: string, help: string, read: () => Promise<readonly GaugeValue[]> | readonly GaugeValue[]): void;
  text(): Promise<string>;
}

export interface GaugeValue {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Upper bounds of the duration buckets, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Durations {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Makes empty metrics. Routes are those of the contract, so the number of series is bounded. */
export function openMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, Durations>();
  const gauges: { name: string; help: string; read: () => Promise<readonly GaugeValue[]> | readonly GaugeValue[] }[] =
    [];
  return {
    request: (route, status, seconds) => {
      const key = labelsOf({ route, status: String(status) });
      requests.set(key, (requests.get(key) ?? 0) + 1);
      observe(durations, route, seconds);
    },
    gauge: (name, help, read) => void gauges.push({ name, help, read }),
    text: async () => {
      const read = await Promise.all(gauges.map(async ({ name, help, read }) => gaugeText(name, help, await read())));
      return [requestText(requests), durationText(durations), ...read].join("\n");
    },
  };
}

function observe(durations: Map<string, Durations>, route: string, seconds: number): void {
  const held = durations.get(route) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
  for (const [index, bound] of buckets.entries())
    if (seconds <= bound) held.counts[index] = (held.counts[index] ?? 0) + 1;
  held.sum += seconds;
  held.count += 1;
  durations.set(route, held);
}

function requestText(requests: ReadonlyMap<string, number>): string {
  const name = "qipan_http_requests_total";
  return family(
    name,
    "counter",
    "Requests answered, by route and status",
    [...requests].map(([labels, count]) => `${name}${labels} ${count}`),
  );
}

function durationText(durations: ReadonlyMap<string, Durations>): string {
  const name = "qipan_http_request_seconds";
  const lines = [...durations].flatMap(([route, { counts, sum, count }]) => [
    ...counts.map((below, index) => `${name}_bucket${labelsOf({ route, le: String(buckets[index]) })} ${below}`),
    `${name}_bucket${labelsOf({ route, le: "+Inf" })} ${count}`,
    `${name}_sum${labelsOf({ route })} ${sum}`,
    `${name}_count${labelsOf({ route })} ${count}`,
  ]);
  return family(name, "histogram", "Time to answer, by route", lines);
}

function gaugeText(name: string, help: string, values: readonly GaugeValue[]): string {
  return family(
    name,
    "gauge",
    help,
    values.map(({ labels, value }) => `${name}${labelsOf(labels ?? {})} ${value}`),
  );
}

function family(name: string, type: string, help: string, lines: readonly string[]): string {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ""].join("\n");
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/gu, "_")}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
