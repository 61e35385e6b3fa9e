/** Bad input or a state that a person can mend; the message says what is wrong and what to do. */
export class Refusal extends Error {
  exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'Refusal';
    this.exitCode = exitCode;
  }
}
