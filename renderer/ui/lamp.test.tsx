// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Lamp } from './lamp.tsx';

afterEach(cleanup);

describe('a lamp', () => {
  it('breaks a name of Steam’s at its words and leaves the text as it is', () => {
    render(<Lamp state="fault" label="AuthTicketInvalidAlreadyUsed" isBreaking />);
    const label = screen.getByText('AuthTicketInvalidAlreadyUsed');
    expect(label.querySelectorAll('wbr')).toHaveLength(4);
    cleanup();
    render(<Lamp state="fault" label="VACCheckTimedOut" />);
    expect(screen.getByText('VACCheckTimedOut').querySelector('wbr')).toBeNull();
  });
});
