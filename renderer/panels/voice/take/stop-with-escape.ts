/** Has Escape stop what plays, where it means nothing else. Answers how to stop listening. */
export function stopWithEscape(stop: () => void): () => void {
  const pressed = ({ key, target, defaultPrevented }: KeyboardEvent): void => {
    if (key !== 'Escape' || defaultPrevented) return;
    // It closes a dialogue or a list, and leaves a field.
    if (document.querySelector('[role="dialog"], [role="listbox"]') !== null) return;
    if (target instanceof Element && target.matches('input[type=text]')) return;
    stop();
  };
  window.addEventListener('keydown', pressed);
  return () => window.removeEventListener('keydown', pressed);
}
