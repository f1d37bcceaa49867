export function WebApiPart() {
  return <p>Not built yet.</p>;
}
