import { describe, expect, it } from 'vitest';
import type { ContentBox } from '../geometry.js';
import { displayedBox } from './displayed.js';

/** Content 100 wide and 200 high, displayed on its side: x' = y, y' = 100 - x. */
const SIDEWAYS = { matrix: [0, -1, 1, 0, 0, 100], width: 200, height: 100 } as const;

describe('boxes on the page as displayed', () => {
  it('move with their centre and turn with the page', () => {
    expect(displayedBox([10, 20, 30, 80], SIDEWAYS)).toEqual([20, 70, 80, 90]);
  });

  it('end at the edge of the page', () => {
    expect(displayedBox([-10, 190, 30, 240], SIDEWAYS)).toEqual([190, 70, 200, 100]);
  });

  it('are not led there twice: the compiler refuses it', () => {
    const content: ContentBox = [10, 20, 30, 80];
    const displayed = displayedBox(content, SIDEWAYS);
    // @ts-expect-error a box of the displayed page is none of the content's frame
    expect(displayedBox(displayed, SIDEWAYS)).not.toEqual(displayed);
  });
});
