/**
 * What we use of HiGHS. Its own types are written as if it were CommonJS alone, so that its default export is none to an ES
 * module, which it is when it is loaded as one.
 */
declare module 'highs' {
  interface ModelData {
    numCols: number
    numRows: number
    colCost: readonly number[]
    colLower: readonly number[]
    colUpper: readonly number[]
    rowLower: readonly number[]
    rowUpper: readonly number[]
    matrix: {
      format: 'csr'
      numRows: number
      numCols: number
      starts: readonly number[]
      indices: readonly number[]
      values: readonly number[]
    }
    integrality?: readonly number[]
  }

  interface Model {
    options: { set: (options: Readonly<Record<string, boolean | number | string>>) => void }
    changeColsCost: (selection: { kind: 'range'; from: number; to: number }, costs: readonly number[]) => unknown
    run: () => unknown
    getModelStatus: () => number
    getSolution: () => { colValue: Float64Array; rowDual: Float64Array }
  }

  interface Highs {
    infinity: number
    constants: {
      modelStatus: { optimal: number; solutionLimit: number }
      variableType: { integer: number }
    }
    /** Gives the model back to the memory of the solver when it is done with. */
    withModel: <Result>(source: ModelData, operation: (model: Model) => Result) => Result
  }

  export default function loadHighs(): Promise<Highs>
}
