import { clearJournal, changeFilter, readFilter, saveJournal, togglePause } from '../stores/journal.ts';
import { isFiltering, showEverything } from '../journal/entry-filter.ts';
import { readSettingsNow } from '../stores/settings.ts';
import { readTimeline, setDetailOpen, setFollowing, toggleTimeline } from '../stores/timeline.ts';
import type { Action } from './actions.ts';
import { focusPlace } from './places.ts';
import { shortcuts } from './shortcuts.ts';

const showTimeline = (): void => {
  if (!readSettingsNow().isTimelineOpen) toggleTimeline();
};

export const actionsOfTimeline: readonly Action[] = [
  {
    id: 'focus-timeline',
    title: 'Go to the timeline',
    group: 'Go to',
    shortcut: shortcuts.focusTimeline,
    keywords: 'journal log',
    run: () => {
      showTimeline();
      focusPlace('timeline');
    },
  },
  {
    id: 'toggle-timeline',
    title: 'Show or hide the timeline',
    group: 'Timeline',
    shortcut: shortcuts.toggleTimeline,
    run: toggleTimeline,
  },
  {
    id: 'search-timeline',
    title: 'Search the timeline',
    group: 'Timeline',
    shortcut: shortcuts.searchTimeline,
    keywords: 'find filter text',
    run: () => {
      showTimeline();
      focusPlace('timeline-search');
    },
  },
  {
    id: 'reset-filter',
    title: 'Show every entry',
    group: 'Timeline',
    keywords: 'reset remove filter',
    isAvailable: () => isFiltering(readFilter()),
    run: () => changeFilter(showEverything),
  },
  {
    id: 'pause-timeline',
    title: 'Pause or resume the timeline',
    group: 'Timeline',
    shortcut: shortcuts.pauseTimeline,
    keywords: 'freeze hold',
    run: togglePause,
  },
  {
    id: 'follow-timeline',
    title: 'Follow the newest entry, or stop following',
    group: 'Timeline',
    shortcut: shortcuts.followTimeline,
    keywords: 'tail scroll end',
    run: () => setFollowing(!readTimeline().isFollowing),
  },
  {
    id: 'toggle-detail',
    title: 'Show or hide the detail of the entry',
    group: 'Timeline',
    isAvailable: () => readTimeline().selectedSeq !== undefined,
    run: () => setDetailOpen(!readTimeline().isDetailOpen),
  },
  {
    id: 'clear-timeline',
    title: 'Clear the timeline',
    group: 'Timeline',
    shortcut: shortcuts.clearTimeline,
    keywords: 'empty delete forget',
    run: () => void clearJournal(),
  },
  {
    id: 'save-timeline',
    title: 'Save the timeline as JSON Lines…',
    group: 'Timeline',
    shortcut: shortcuts.saveTimeline,
    keywords: 'export file jsonl',
    run: () => void saveJournal(),
  },
];
