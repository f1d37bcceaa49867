/** The bit of the primary button in `PointerEvent.buttons`. */
const PRIMARY_BUTTON = 1;

/**
 * Has whoever drags within a place overlook moves without the button: they are not that drag's.
 *
 * Chromium tells one of its own, at the pointer's last place on the screen, where the window changes. A move whose default
 * is prevented counts for no drag of wavesurfer's. Answers how to stop.
 */
export function overlookLooseMoves(place: HTMLElement): () => void {
  const overlook = (event: PointerEvent): void => {
    if ((event.buttons & PRIMARY_BUTTON) === 0) event.preventDefault();
  };
  const release = (): void => {
    window.removeEventListener('pointermove', overlook, { capture: true });
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', release);
  };
  const press = (): void => {
    window.addEventListener('pointermove', overlook, { capture: true });
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
  };
  place.addEventListener('pointerdown', press);
  return () => {
    release();
    place.removeEventListener('pointerdown', press);
  };
}
