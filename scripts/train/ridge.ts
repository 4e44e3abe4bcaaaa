/** A row of a sparse matrix: columns and their values. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Steps of conjugate gradients: the loss on held-back folds stops moving after about thirty. */
const STEPS = 40;

/** The weights that minimise sum of trust * (row * weights - target)^2 + penalty * |weights|^2, by conjugate gradients. Deterministic. */
export function ridge(
  rows: readonly SparseRow[],
  target: Float64Array,
  trust: Float64Array,
  width: number,
  penalty: number,
): Float64Array {
  const weights = new Float64Array(width);
  const residual = new Float64Array(width);
  const direction = new Float64Array(width);
  const image = new Float64Array(width);
  const fitted = new Float64Array(rows.length);
  for (let r = 0; r < rows.length; r++) fitted[r] = trust[r]! * target[r]!;
  transposed(rows, fitted, residual);
  direction.set(residual);
  let size = dot(residual, residual);
  for (let step = 0; step < STEPS && size > 1e-9; step++) {
    for (let r = 0; r < rows.length; r++) fitted[r] = trust[r]! * times(rows[r]!, direction);
    transposed(rows, fitted, image);
    for (let j = 0; j < width; j++) image[j]! += penalty * direction[j]!;
    const along = size / dot(direction, image);
    for (let j = 0; j < width; j++) {
      weights[j]! += along * direction[j]!;
      residual[j]! -= along * image[j]!;
    }
    const next = dot(residual, residual);
    for (let j = 0; j < width; j++) direction[j] = residual[j]! + (next / size) * direction[j]!;
    size = next;
  }
  return weights;
}

/** A row times dense weights. */
export function times(row: SparseRow, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < row.columns.length; k++) sum += row.values[k]! * weights[row.columns[k]!]!;
  return sum;
}

function transposed(rows: readonly SparseRow[], by: Float64Array, into: Float64Array): void {
  into.fill(0);
  for (let r = 0; r < rows.length; r++) {
    const { columns, values } = rows[r]!;
    for (let k = 0; k < columns.length; k++) into[columns[k]!]! += by[r]! * values[k]!;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
