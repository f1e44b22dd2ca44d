import { randomBytes, timingSafeEqual } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { type Principal, publicReader } from "@qipan/policy/records/principal";

/** 会话. Who is asking. The one place where user accounts will come in: everything else sees only a principal. */
export interface Sessions {
  /** The principal of a request by its cookies; the public reader when there is no session. */
  principalOf(cookies: string | null): Principal;
  /** The cookie to send with the first page. */
  readonly operatorCookie: string;
}

const cookieName = "qipan_session";

/** Units that the local operator works for: the nation's series, the joint space, the three provinces, 雄安. */
const operatorUnits = ["CN", "JJJ", "110000", "120000", "130000", "133100"].map((code) => jurisdictionCode.parse(code));

/** 本机操作员. Whoever sits at this machine, until user accounts exist. */
export const localOperator: Principal = {
  actor: "local-operator",
  role: "administrator",
  reads: operatorUnits,
  writes: operatorUnits,
};

/** Sessions with one operator, known by a token. */
export function operatorSessions(token: string): Sessions {
  return {
    principalOf: (cookies) => (isToken(cookieValue(cookies), token) ? localOperator : publicReader),
    operatorCookie: `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

/**
 * 操作员令牌. The token of the data folder, made at the first start and readable by its owner only. Two processes on one
 * folder share it, so that a browser's session holds for both.
 */
export async function operatorToken(dataDirectory: string): Promise<string> {
  const path = join(dataDirectory, "operator-token");
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  await writeFile(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" }).catch(keepExisting);
  await chmod(path, 0o600);
  const token = (await readFile(path, "utf8")).trim();
  if (!/^[\w-]{43}$/u.test(token))
    throw new Error(`Found no token of 43 characters in ${path}; delete the file and start again`);
  return token;
}

function keepExisting(failure: NodeJS.ErrnoException): void {
  if (failure.code !== "EEXIST") throw failure;
}

function cookieValue(cookies: string | null): string {
  const pairs = (cookies ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? "";
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
