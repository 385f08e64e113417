/** An exact number, num/den, with a denominator above zero. */
interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** The largest whole number that is not above the ratio. */
export function floor({ num, den }: Fraction): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below the ratio. */
export function ceil({ num, den }: Fraction): bigint {
  return -floor({ num: -num, den });
}

/** The nearest whole number; halves go to the even one ("banker's rounding"). */
export function roundHalfEven({ num, den }: Fraction): bigint {
  const down = floor({ num, den });
  const twice = 2n * (num - down * den);
  if (twice === den) return down % 2n === 0n ? down : down + 1n;
  return twice < den ? down : down + 1n;
}

/** The nearest whole number; halves go up. */
export function roundHalfUp({ num, den }: Fraction): bigint {
  return floor({ num: 2n * num + den, den: 2n * den });
}
