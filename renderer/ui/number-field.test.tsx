// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { NumberField } from './number-field.tsx';

afterEach(cleanup);

function Example() {
  const [value, setValue] = useState<number | undefined>(4);
  return (
    <>
      <NumberField label="Series" value={value} onChange={setValue} minimum={1} maximum={50} />
      <output>{String(value)}</output>
    </>
  );
}

describe('a field for a whole number', () => {
  it('takes what is within its bounds and says what is wrong with the rest', async () => {
    const user = userEvent.setup();
    render(<Example />);
    const field = screen.getByRole('spinbutton', { name: 'Series' });
    await user.clear(field);
    await user.type(field, '51');
    expect(screen.getByRole('status').textContent).toBe('undefined');
    expect(screen.getByText('A whole number from 1 to 50.')).toBeDefined();
    await user.clear(field);
    await user.type(field, '12{ArrowUp}');
    expect(screen.getByRole('status').textContent).toBe('13');
    expect((field as HTMLInputElement).value).toBe('13');
  });
});
