export function EncryptedPart() {
  return <p>Not built yet.</p>;
}
