/** Keys of the list of entries, for the dialog that lists shortcuts; `grid-keys.ts` answers them. */
export const timelineKeys = [
  { title: 'Previous and next entry', keys: ['ArrowUp', 'ArrowDown'] },
  { title: 'A page up or down', keys: ['PageUp', 'PageDown'] },
  { title: 'Oldest and newest entry', keys: ['Home', 'End'] },
  { title: 'Open the detail', keys: ['Enter', 'ArrowRight'] },
  { title: 'Close the detail', keys: ['ArrowLeft', 'Escape'] },
  { title: 'Jump between call and answer', keys: ['P'] },
] as const;
