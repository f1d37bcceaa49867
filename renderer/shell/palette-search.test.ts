import { describe, expect, it } from 'vitest';
import { actions } from './actions.ts';
import { searchActions } from './palette-search.ts';

const found = (query: string): readonly string[] => searchActions(actions, query).map((action) => action.id);

describe('finding an action', () => {
  it('goes by the beginnings of words, and puts titles before other words', () => {
    expect(found('connect')[0]).toBe('connect-steam');
    expect(found('theme dark')).toContain('theme-dark');
    expect(found('export')).toContain('save-timeline');
    expect(found('xyzzy')).toEqual([]);
  });

  it('lists everything for an empty query', () => {
    expect(found('  ')).toHaveLength(actions.length);
  });
});

describe('the registry of actions', () => {
  it('has every id and every shortcut once', () => {
    const ids = actions.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = actions.flatMap((action) => action.shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});
