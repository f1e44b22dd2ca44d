/** 测试组. A set of test files that run together, with what they need of their surroundings. */
export interface TestGroup {
  readonly name: string;
  readonly files: readonly string[];
  readonly without?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly needsBrowser?: true;
  /** Left out of `npm test` unless named or asked for by `--slow`. */
  readonly slow?: true;
}

/**
 * 全部测试组. In the order of the layers, so that the first red group is the one nearest to the cause.
 * The ledger runs on the PostgreSQL we ship and on the oldest one we support.
 */
export const GROUPS: readonly TestGroup[] = [
  { name: "policy", files: ["packages/policy/src/**/*.test.ts"] },
  { name: "transit", files: ["packages/transit/src/**/*.test.ts"] },
  { name: "tools", files: ["tools/**/*.test.ts"] },
  { name: "house", files: ["tests/house/**/*.test.ts"] },
  { name: "ledger-18", files: ["packages/ledger/src/**/*.test.ts"], env: { QIPAN_TEST_POSTGRES: "18" } },
  {
    name: "ledger-15",
    files: ["packages/ledger/src/**/*.test.ts"],
    without: ["packages/ledger/src/embedded/"], // tests of how it starts bring their own versions
    env: { QIPAN_TEST_POSTGRES: "15" },
  },
  { name: "server", files: ["packages/server/src/**/*.test.ts"] },
  { name: "web", files: ["packages/web/src/**/*.test.ts"] },
  { name: "browser", files: ["packages/web/browser/**/*.test.ts", "tests/browser/**/*.test.ts"], needsBrowser: true },
  { name: "process", files: ["tests/process/**/*.test.ts"] },
  { name: "slow", files: ["tests/slow/**/*.test.ts"], slow: true },
];
