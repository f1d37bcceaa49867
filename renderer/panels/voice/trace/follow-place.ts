/** Tells when a place has another size or the page other colours. Answers how to stop. */
export function followPlace(place: Element, changed: () => void): () => void {
  const sizes = new ResizeObserver(changed);
  sizes.observe(place);
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
