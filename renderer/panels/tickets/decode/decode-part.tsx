export function DecodePart() {
  return <p>Not built yet.</p>;
}
