// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Table } from './table.tsx';

afterEach(cleanup);

describe('a table that scrolls', () => {
  it('lies in a region with its name that the keyboard reaches', () => {
    render(
      <Table label="Packets" className="packets">
        <tbody>
          <tr>
            <td>1</td>
          </tr>
        </tbody>
      </Table>,
    );
    const region = screen.getByRole('region', { name: 'Packets' });
    expect(region.tabIndex).toBe(0);
    expect(region.className).toContain('packets');
    expect(region.contains(screen.getByRole('cell', { name: '1' }))).toBe(true);
  });
});
