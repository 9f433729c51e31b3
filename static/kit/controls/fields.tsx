import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useFirstFocus } from './first-focus';

type Wrong = {
  /** What stands in it cannot be; the text that says why is named by `aria-describedby`. */
  readonly isInvalid?: boolean;
};

/** One line to type into; a day, a time or a number with `type`. */
export const TextField = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'> & Wrong>(
  function TextField({ isInvalid, className, autoFocus, ...rest }, outer) {
    const ref = useFirstFocus(autoFocus, outer);
    return <input ref={ref} {...rest} {...wrong(isInvalid)} className={both('input', className)} />;
  },
);

/** Several lines to type into. */
export const TextArea = forwardRef<
  HTMLTextAreaElement,
  ComponentPropsWithoutRef<'textarea'> & Wrong
>(function TextArea({ isInvalid, className, autoFocus, ...rest }, outer) {
  const ref = useFirstFocus(autoFocus, outer);
  return (
    <textarea ref={ref} {...rest} {...wrong(isInvalid)} className={both('input', className)} />
  );
});

/** One of some, as the browser shows it. */
export function DropDown({ className, ...rest }: ComponentPropsWithoutRef<'select'>) {
  return <select {...rest} className={both('select', className)} />;
}

function wrong(isInvalid: boolean | undefined) {
  return isInvalid === undefined ? {} : { 'aria-invalid': isInvalid };
}

function both(own: string, more: string | undefined): string {
  return more === undefined ? own : `${own} ${more}`;
}
