// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
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

it('tells of a number that is done alone, where that is asked for', async () => {
  const told: (number | undefined)[] = [];
  const Done = () => {
    const [value, setValue] = useState<number | undefined>(4);
    const take = (next: number | undefined): void => {
      told.push(next);
      if (next !== undefined) setValue(next);
    };
    return <NumberField label="To" value={value} onChange={take} minimum={1} maximum={50} isToldWhenDone />;
  };
  const user = userEvent.setup();
  render(<Done />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'To' });
  await user.clear(field);
  await user.type(field, '12{Enter}');
  await user.type(field, '{ArrowUp}');
  await user.clear(field);
  await user.type(field, '44');
  await user.tab();
  expect(told).toEqual([12, 13, 44]);
  // What is wrong is told as well, and the value in force is back.
  await user.type(field, '4');
  expect(screen.getByText('A whole number from 1 to 50.')).toBeDefined();
  await user.tab();
  expect([told, field.value]).toEqual([[12, 13, 44, undefined], '44']);
});

/** Holds on to its value whatever else is typed. */
function Keeping() {
  const [value, setValue] = useState(40);
  return (
    <>
      <NumberField
        label="Buffer"
        value={value}
        onChange={(next) => next !== undefined && setValue(next)}
        minimum={20}
        maximum={60}
      />
      <button type="button" onClick={() => setValue((before) => (before === 30 ? 40 : 30))}>
        Another
      </button>
      <output>{value}</output>
    </>
  );
}

describe('a field whose value stays in force', () => {
  const wrong = 'A whole number from 20 to 60.';
  const inForce = (): string => screen.getByRole('status').textContent;

  function open() {
    render(<Keeping />);
    return { user: userEvent.setup(), field: screen.getByRole<HTMLInputElement>('spinbutton') };
  }

  it.each(['600', '4x', '-', ''])(
    'keeps %j as it is typed, says what is wrong, and is back when left',
    async (text) => {
      const { user, field } = open();
      await user.clear(field);
      if (text !== '') await user.type(field, text);
      expect(field.value).toBe(text);
      expect(screen.getByText(wrong).id).toBe(field.getAttribute('aria-describedby'));
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(inForce()).not.toBe(text);
      const kept = inForce();
      await user.tab();
      expect(field.value).toBe(kept);
      expect(screen.queryByText(wrong)).toBeNull();
      expect(inForce()).toBe(kept);
    },
  );

  it('is typed digit by digit, also over what is wrong on the way', async () => {
    const { user, field } = open();
    await user.clear(field);
    await user.type(field, '5');
    expect(screen.getByText(wrong)).toBeDefined();
    await user.type(field, '5');
    expect([field.value, inForce(), screen.queryByText(wrong)]).toEqual(['55', '55', null]);
  });

  it('shows a value that comes from elsewhere, and what was typed no more', async () => {
    const { user, field } = open();
    await user.clear(field);
    await user.type(field, '5');
    // Without leaving the field.
    act(() => screen.getByRole('button', { name: 'Another' }).click());
    expect(field.value).toBe('30');
    act(() => screen.getByRole('button', { name: 'Another' }).click());
    expect([field.value, screen.queryByText(wrong)]).toEqual(['40', null]);
  });
});
