export function WalkThroughPart() {
  return <p>Not built yet.</p>;
}
