/**
 * Shortcuts, in the notation of tinykeys: the one place where a key is chosen.
 *
 * Panels have theirs in the panel registry.
 */
export const shortcuts = {
  palette: '$mod+K',
  shortcutList: 'Shift+?',
  narrowNavigation: '$mod+B',
  theme: '$mod+Shift+L',
  focusPanel: '$mod+D',
  focusTimeline: '$mod+E',
  toggleTimeline: '$mod+J',
  searchTimeline: '$mod+F',
  pauseTimeline: '$mod+P',
  followTimeline: '$mod+Shift+E',
  clearTimeline: '$mod+Shift+Backspace',
  saveTimeline: '$mod+S',
  copySteamId: '$mod+Shift+C',
  connect: '$mod+Enter',
  disconnect: '$mod+Shift+Enter',
  refreshAccount: '$mod+Shift+A',
  issueTicket: '$mod+Shift+T',
} as const;
