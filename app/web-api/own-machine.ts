/** Whether an address leads to this machine: where a developer's own stand-in for the web API may run. */
export function isOwnMachine(url: string): boolean {
  return /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/i.test(url);
}
