/** 一时之失. Whether an error says that the database went away or two changes met, which the next attempt may not meet. */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return error instanceof Error && "syscall" in error && error.syscall === "connect"; // the socket, no file
  return /^(?:08...|57P0[1-3]|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE)$/u.test(code);
}
