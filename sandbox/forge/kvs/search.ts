/**
 * Place of the first element that passes `test`, in a list where all that fail come before all that pass;
 * the list's length when none passes. Takes as many steps as the length has binary digits.
 */
export function firstWhere<T>(list: readonly T[], test: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const passes = list.slice(middle, middle + 1).some(test);
    if (passes) high = middle;
    else low = middle + 1;
  }
  return low;
}
