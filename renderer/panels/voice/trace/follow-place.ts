/** Tells when a place has another size or the page other colours. Answers how to stop. */
export function followPlace(place: Element, changed: () => void): () => void {
  const sizes = new ResizeObserver(changed);
  // In pixels of the device: the window may also go to a screen with others.
  sizes.observe(place, { box: 'device-pixel-content-box' });
  const themes = new MutationObserver(changed);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    sizes.disconnect();
    themes.disconnect();
    system.removeEventListener('change', changed);
  };
}
