export function SessionsPart() {
  return <p>Not built yet.</p>;
}
