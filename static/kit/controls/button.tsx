import { type ComponentPropsWithoutRef, type MouseEvent } from 'react';
import { useFirstFocus } from './first-focus';

type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  /** `primary`: the one that stands out; `subtle` and `link` stand back; `warning`: what cannot be taken back easily. */
  readonly appearance?: 'default' | 'primary' | 'subtle' | 'link' | 'warning';
  readonly isSmall?: boolean;
  /** It works on what was asked: it cannot be pressed again, and keeps the focus. */
  readonly isBusy?: boolean;
};

/** A button as Jira's look. It sends a form only where `type` says so. */
export function Button(props: ButtonProps) {
  const { appearance = 'default', isSmall = false, isBusy = false, ...others } = props;
  const { className, autoFocus, ...rest } = others;
  const ref = useFirstFocus<HTMLButtonElement>(autoFocus);
  const classes = [
    'button',
    appearance !== 'default' && `button-${appearance}`,
    isSmall && 'button-small',
    className,
  ].filter(Boolean);
  const busy = isBusy && {
    'aria-busy': true,
    'aria-disabled': true,
    onClick: (event: MouseEvent) => {
      event.preventDefault(); // nor may it send its form
    },
  };
  return <button ref={ref} type="button" {...rest} {...busy} className={classes.join(' ')} />;
}

type IconButtonProps = Omit<ComponentPropsWithoutRef<'button'>, 'aria-label' | 'title'> & {
  /** What it does: said by screen readers, and shown to whoever points at it. */
  readonly label: string;
};

/** A button that is a sign alone. */
export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button ${className}`.trim()}
      aria-label={label}
      title={label}
    />
  );
}
