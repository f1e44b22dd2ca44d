import { access, constants, mkdir } from "node:fs/promises";

/** The data folder cannot be used: says why and what to do. */
export class DataFolderFault extends Error {}

/** 备数据目录. Makes the data folder (0700) when it is not there and sees that it can be written to. */
export async function prepareDataFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (failure) {
    throw new DataFolderFault(`${whyNot(failure)}: ${path}. Choose another with QIPAN_DATA=/path/to/folder`, {
      cause: failure,
    });
  }
}

function whyNot(failure: unknown): string {
  const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
  if (code === "EROFS") return "The data folder lies on a read-only file system";
  if (code === "EACCES" || code === "EPERM") return "The data folder cannot be written to by this user";
  if (code === "ENOSPC") return "No space is left for the data folder";
  if (code === "EEXIST" || code === "ENOTDIR") return "The data folder is a file";
  return `The data folder cannot be used (${String(code ?? failure)})`;
}
