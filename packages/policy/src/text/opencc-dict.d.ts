/** Tables of opencc-js (MIT; the tables OpenCC, Apache-2.0): `from to|from to|…`, one target a character. */
declare module "opencc-js/dict/*" {
  const rows: string;
  export default rows;
}
