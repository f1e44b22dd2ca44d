/** 变换. Six numbers a to f of the transformation x′ = ax + cy + e, y′ = bx + dy + f (ISO 32000-1, 8.3.3). */
export type Matrix = ArrayLike<number>;

/** The transformation that changes nothing. */
export const unit: Matrix = [1, 0, 0, 1, 0, 0];

const at = (matrix: Matrix, index: number): number => matrix[index] ?? 0;

/** 连乘. First `inner`, then `outer`. */
export function product(inner: Matrix, outer: Matrix): [number, number, number, number, number, number] {
  const [a, b, c, d] = [at(outer, 0), at(outer, 1), at(outer, 2), at(outer, 3)];
  const { x: e, y: f } = placed(outer, at(inner, 4), at(inner, 5));
  return [
    a * at(inner, 0) + c * at(inner, 1),
    b * at(inner, 0) + d * at(inner, 1),
    a * at(inner, 2) + c * at(inner, 3),
    b * at(inner, 2) + d * at(inner, 3),
    e,
    f,
  ];
}

/** 平移. The transformation with its origin moved by so much in its own units. */
export function moved(matrix: Matrix, x: number, y: number): Matrix {
  const origin = placed(matrix, x, y);
  return [at(matrix, 0), at(matrix, 1), at(matrix, 2), at(matrix, 3), origin.x, origin.y];
}

/** 落点. Where a point comes to stand. */
export function placed(matrix: Matrix, x: number, y: number): { x: number; y: number } {
  return {
    x: at(matrix, 0) * x + at(matrix, 2) * y + at(matrix, 4),
    y: at(matrix, 1) * x + at(matrix, 3) * y + at(matrix, 5),
  };
}
