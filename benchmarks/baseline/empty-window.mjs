// The least that an Electron app with a window can be.
import { openBaselineWindow } from './window.mjs';

void openBaselineWindow();
