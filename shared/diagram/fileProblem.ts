/** One thing wrong with a file: where (`line 3, column 7`, or a path such as `flows[2].to`) and what. */
export interface FileProblem {
  readonly where: string;
  readonly message: string;
}
