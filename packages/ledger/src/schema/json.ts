import type { ColumnType } from "kysely";

/** JSON 列. A jsonb column: read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;
