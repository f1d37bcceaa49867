import { create } from 'zustand';
import { idleWalkThrough, type WalkThrough } from '../../app/walk-through/walk-through.ts';

const store = create<WalkThrough>()(() => idleWalkThrough);

export function useWalkThrough(): WalkThrough {
  return store();
}

export function takeWalkThrough(state: WalkThrough): void {
  store.setState(state, true);
}
