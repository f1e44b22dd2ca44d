/**
 * 防公式. Text that a spreadsheet would run as a formula gets an apostrophe in front: cells that begin with = + - @ TAB
 * or CR. Text that already has apostrophes before such a sign gets one more, so that `unguarded` gives back what was.
 * @example guarded("=1+1") // '=1+1
 */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

/** 去防公式. Takes the apostrophe of `guarded` off again; any other text comes back as it is. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/u.test(text) ? text.slice(1) : text;
}
