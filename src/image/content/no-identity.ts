/** Thrown where content cannot be named reliably: the image is then built, never reused. Not a failure of the run. */
export class NoIdentity extends Error {
  override readonly name = 'NoIdentity';
}
