/**
 * Work in small steps: between two of them whoever does it may turn to something else.
 *
 * A step takes a few milliseconds at most. What is made with `yield*` of others is such work itself.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** All steps one after another. */
export function inOneGo<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
