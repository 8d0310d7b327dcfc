//! Operations bit by bit, on the digits of two's complement.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

/// `a op b` bit by bit, of numbers as endless rows of bits (num-bigint's own operators weigh more than they give).
pub fn bitwise(a: &BigInt, b: &BigInt, op: fn(u32, u32) -> u32) -> BigInt {
    let (mut x, mut y) = (Row::of(a), Row::of(b));
    let negative = op(x.sign, y.sign) != 0;
    let count = a.bits().max(b.bits()) / 32 + 1;
    let mut carry = negative;
    let digits = (0..count).map(|_| complement(op(x.next(), y.next()), negative, &mut carry)).collect();
    BigInt::new(if negative { Sign::Minus } else { Sign::Plus }, digits)
}

/// The digits of a number in two's complement, from the lowest one on, without an end.
struct Row<D> {
    digits: D,
    /// All bits of a negative number.
    sign: u32,
    carry: bool,
}

impl Row<()> {
    fn of(value: &BigInt) -> Row<impl Iterator<Item = u32> + '_> {
        let negative = value.is_negative();
        Row { digits: value.iter_u32_digits(), sign: if negative { u32::MAX } else { 0 }, carry: negative }
    }
}

impl<D: Iterator<Item = u32>> Row<D> {
    fn next(&mut self) -> u32 {
        complement(self.digits.next().unwrap_or(0), self.sign != 0, &mut self.carry)
    }
}

/// The next digit of a number with the other sign, if it is to have that.
fn complement(digit: u32, negative: bool, carry: &mut bool) -> u32 {
    if !negative {
        return digit;
    }
    let (digit, over) = (!digit).overflowing_add((*carry).into());
    *carry = over;
    digit
}
