//! int: an i64 that overflows into a `BigInt`, with Python's division, shifts and powers.

mod bits;
mod convert;
pub mod cost;
mod text;

#[cfg(test)]
pub mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::error_text::ErrorText;
use super::hash;

pub use bits::bitwise;
pub use convert::{float_to_int, from_bytes, scale_to_f64};
pub(crate) use text::to_ascii_digits;
pub use text::{MaxStrDigits, check_base, parse_bytes, parse_str};

/// An int. Invariant: `Big` holds only what does not fit an i64.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Int {
    Small(i64),
    Big(BigInt),
}

/// An int lent for an operation.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    Small(i64),
    Big(&'a BigInt),
}

use Int::Small;

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Int {
        i64::try_from(&value).map_or_else(|_| Int::Big(value), Small)
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Int {
        Small(value)
    }
}

impl From<u64> for Int {
    fn from(value: u64) -> Int {
        i64::try_from(value).map_or_else(|_| Int::Big(value.into()), Small)
    }
}

impl From<i128> for Int {
    fn from(value: i128) -> Int {
        i64::try_from(value).map_or_else(|_| Int::Big(value.into()), Small)
    }
}

impl Int {
    pub fn lend(&self) -> IntRef<'_> {
        match self {
            Small(value) => IntRef::Small(*value),
            Int::Big(value) => IntRef::Big(value),
        }
    }
}

/// Rounds towards minus infinity; `None` when the quotient overflows. `b` is not 0.
pub fn floor_div_small(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a ^ b) < 0 { quotient - 1 } else { quotient })
}

/// The remainder with the divisor's sign. `b` is not 0.
pub fn floor_mod_small(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest ^ b) < 0 { rest + b } else { rest }
}

/// `base ** exponent` with the sign of the modulus. (num-bigint's `modpow` is faster, and 12 KB of wasm.)
fn power_modulo(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Int {
    let mut power = BigInt::one().mod_floor(modulus);
    let base = base.mod_floor(modulus);
    for bit in (0..exponent.bits()).rev() {
        power = (&power * &power) % modulus;
        if exponent.bit(bit) {
            power = (power * &base) % modulus;
        }
    }
    Int::from(power.mod_floor(modulus))
}

impl<'a> IntRef<'a> {
    pub fn to_int(self) -> Int {
        match self {
            IntRef::Small(value) => Small(value),
            IntRef::Big(value) => Int::Big(value.clone()),
        }
    }

    pub fn to_big(self) -> Cow<'a, BigInt> {
        match self {
            IntRef::Small(value) => Cow::Owned(value.into()),
            IntRef::Big(value) => Cow::Borrowed(value),
        }
    }

    /// Where it fits an i128, in which most of an int's operations are quicker than in digits that lie elsewhere.
    #[inline]
    fn narrow(self) -> Option<i128> {
        match self {
            IntRef::Small(value) => Some(value.into()),
            IntRef::Big(value) if value.bits() < 128 => {
                let mut digits = value.iter_u64_digits();
                let mut next = || i128::from(digits.next().unwrap_or(0));
                let magnitude = next() | next() << 64;
                Some(if value.is_negative() { -magnitude } else { magnitude })
            }
            IntRef::Big(_) => None,
        }
    }

    #[inline]
    fn narrow_both(self, other: IntRef<'_>) -> Option<(i128, i128)> {
        Some((self.narrow()?, other.narrow()?))
    }

    pub fn as_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(value) => Some(value),
            IntRef::Big(_) => None,
        }
    }

    pub fn is_zero(self) -> bool {
        matches!(self, IntRef::Small(0))
    }

    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(value) => value < 0,
            IntRef::Big(value) => value.is_negative(),
        }
    }

    pub fn is_odd(self) -> bool {
        match self {
            IntRef::Small(value) => value & 1 == 1,
            IntRef::Big(value) => value.is_odd(),
        }
    }

    pub fn hash(self) -> i64 {
        match self {
            IntRef::Small(value) => hash::hash_int(value),
            IntRef::Big(value) => hash::hash_bigint(value),
        }
    }

    pub fn add(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(i128::from(a) + i128::from(b)),
            (IntRef::Big(a), IntRef::Big(b)) => Int::from(a + b),
            (IntRef::Big(a), IntRef::Small(b)) | (IntRef::Small(b), IntRef::Big(a)) => Int::from(a + b),
        }
    }

    pub fn sub(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(i128::from(a) - i128::from(b)),
            (IntRef::Big(a), IntRef::Big(b)) => Int::from(a - b),
            (IntRef::Big(a), IntRef::Small(b)) => Int::from(a - b),
            (IntRef::Small(a), IntRef::Big(b)) => Int::from(a - b),
        }
    }

    pub fn mul(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(i128::from(a) * i128::from(b)),
            (IntRef::Big(a), IntRef::Big(b)) => Int::from(a * b),
            (IntRef::Big(a), IntRef::Small(b)) | (IntRef::Small(b), IntRef::Big(a)) => Int::from(a * b),
        }
    }

    pub fn neg(self) -> Int {
        IntRef::Small(0).sub(self)
    }

    pub fn abs(self) -> Int {
        if self.is_negative() { self.neg() } else { self.to_int() }
    }

    pub fn invert(self) -> Int {
        IntRef::Small(-1).sub(self)
    }

    pub fn floor_div(self, other: IntRef<'_>) -> Result<Int, ErrorText> {
        if other.is_zero() {
            return Err(ErrorText::zero_division("integer division or modulo by zero"));
        }
        if let (IntRef::Small(a), IntRef::Small(b)) = (self, other)
            && let Some(quotient) = floor_div_small(a, b)
        {
            return Ok(Small(quotient));
        }
        if let Some((a, b)) = self.narrow_both(other) {
            return Ok(Int::from(Integer::div_floor(&a, &b)));
        }
        Ok(Int::from(self.to_big().div_floor(&other.to_big())))
    }

    pub fn modulo(self, other: IntRef<'_>) -> Result<Int, ErrorText> {
        if other.is_zero() {
            return Err(ErrorText::zero_division("integer modulo by zero"));
        }
        if let (IntRef::Small(a), IntRef::Small(b)) = (self, other) {
            return Ok(Small(floor_mod_small(a, b)));
        }
        if let Some((a, b)) = self.narrow_both(other) {
            return Ok(Int::from(Integer::mod_floor(&a, &b)));
        }
        Ok(Int::from(self.to_big().mod_floor(&other.to_big())))
    }

    pub fn divmod(self, other: IntRef<'_>) -> Result<(Int, Int), ErrorText> {
        if let (IntRef::Small(a), IntRef::Small(b @ (1.. | ..-1))) = (self, other) {
            return Ok((floor_div_small(a, b).map_or(Small(0), Small), Small(floor_mod_small(a, b))));
        }
        if other.is_zero() {
            return Err(ErrorText::zero_division("integer division or modulo by zero"));
        }
        if let Some((a, b)) = self.narrow_both(other) {
            let (quotient, rest) = a.div_mod_floor(&b);
            return Ok((Int::from(quotient), Int::from(rest)));
        }
        let (quotient, rest) = self.to_big().div_mod_floor(&other.to_big());
        Ok((Int::from(quotient), Int::from(rest)))
    }

    /// `self ** exponent` for `exponent >= 0`; a negative one is a matter of floats (`2 ** -1`). The caller has
    /// charged `pow_bits`.
    pub fn pow(self, exponent: IntRef<'_>) -> Result<Int, ErrorText> {
        if let (IntRef::Small(base), IntRef::Small(exponent)) = (self, exponent)
            && let Some(power) = u32::try_from(exponent).ok().and_then(|e| base.checked_pow(e))
        {
            return Ok(Small(power));
        }
        match (self, exponent.as_i64().and_then(|e| u32::try_from(e).ok())) {
            (IntRef::Small(0), _) => Ok(Small(0)),
            (IntRef::Small(1), _) => Ok(Small(1)),
            (IntRef::Small(-1), _) => Ok(Small(if exponent.is_odd() { -1 } else { 1 })),
            (_, Some(exponent)) => Ok(Int::from(self.to_big().pow(exponent))),
            _ => Err(ErrorText::overflow("too many digits in integer")),
        }
    }

    /// An upper bound of the bits of `self ** exponent`.
    pub fn pow_bits(self, exponent: IntRef<'_>) -> u64 {
        match exponent {
            IntRef::Small(exponent @ 0..) if !matches!(self, IntRef::Small(-1..=1)) => {
                self.bit_length().saturating_mul(exponent as u64)
            }
            IntRef::Big(_) if !matches!(self, IntRef::Small(-1..=1)) => u64::MAX,
            _ => 1,
        }
    }

    /// `pow(self, exponent, modulus)`
    pub fn pow_mod(self, exponent: IntRef<'_>, modulus: IntRef<'_>) -> Result<Int, ErrorText> {
        if modulus.is_zero() {
            return Err(ErrorText::value("pow() 3rd argument cannot be 0"));
        }
        if let (IntRef::Small(base), IntRef::Small(exponent @ 0..), IntRef::Small(modulus @ 1..)) =
            (self, exponent, modulus)
        {
            let (modulus, mut exponent) = (modulus as u128, exponent as u64);
            let mut square = floor_mod_small(base, modulus as i64) as u128;
            let mut power = 1 % modulus;
            while exponent > 0 {
                if exponent & 1 == 1 {
                    power = power * square % modulus;
                }
                square = square * square % modulus;
                exponent >>= 1;
            }
            return Ok(Small(power as i64));
        }
        let (base, exponent, modulus) = (self.to_big(), exponent.to_big(), modulus.to_big());
        if !exponent.is_negative() {
            return Ok(power_modulo(&base, &exponent, &modulus));
        }
        let inverse = base.modinv(&modulus).or_else(|| modulus.abs().is_one().then(BigInt::zero));
        match inverse {
            Some(inverse) => Ok(power_modulo(&inverse, &-exponent.as_ref(), &modulus)),
            None => Err(ErrorText::value("base is not invertible for the given modulus")),
        }
    }

    /// `self << by`; the caller has charged `bit_length + by`.
    pub fn shift_left(self, by: IntRef<'_>) -> Result<Int, ErrorText> {
        if by.is_negative() {
            return Err(ErrorText::value("negative shift count"));
        }
        match (self, by) {
            (IntRef::Small(0), _) => Ok(Small(0)),
            (IntRef::Small(a), IntRef::Small(by @ 0..63)) => Ok(Int::from(i128::from(a) << by)),
            (_, IntRef::Small(by)) if by < 1 << 40 => Ok(Int::from(self.to_big().as_ref() << by as u64)),
            _ => Err(ErrorText::overflow("too many digits in integer")),
        }
    }

    pub fn shift_right(self, by: IntRef<'_>) -> Result<Int, ErrorText> {
        if by.is_negative() {
            return Err(ErrorText::value("negative shift count"));
        }
        match (self, by) {
            (IntRef::Small(a), IntRef::Small(by)) => Ok(Small(a >> by.min(63))),
            (IntRef::Big(a), IntRef::Small(by)) if (by as u64) < a.bits() => Ok(match self.narrow() {
                Some(narrow) => Int::from(narrow >> by),
                None => Int::from(a >> by as u64),
            }),
            _ => Ok(Small(if self.is_negative() { -1 } else { 0 })),
        }
    }

    pub fn and(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Small(a & b),
            _ => match self.narrow_both(other) {
                Some((a, b)) => Int::from(a & b),
                None => Int::from(bitwise(&self.to_big(), &other.to_big(), |a, b| a & b)),
            },
        }
    }

    pub fn or(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Small(a | b),
            _ => match self.narrow_both(other) {
                Some((a, b)) => Int::from(a | b),
                None => Int::from(bitwise(&self.to_big(), &other.to_big(), |a, b| a | b)),
            },
        }
    }

    pub fn xor(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Small(a ^ b),
            _ => match self.narrow_both(other) {
                Some((a, b)) => Int::from(a ^ b),
                None => Int::from(bitwise(&self.to_big(), &other.to_big(), |a, b| a ^ b)),
            },
        }
    }

    pub fn compare(self, other: IntRef<'_>) -> Ordering {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => a.cmp(&b),
            (IntRef::Big(a), IntRef::Big(b)) => a.cmp(b),
            // What is Big lies outside the i64s, so its sign decides.
            (IntRef::Big(a), IntRef::Small(_)) => {
                if a.is_negative() {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
            (IntRef::Small(_), IntRef::Big(b)) => {
                if b.is_negative() {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
        }
    }

    pub fn equals(self, other: IntRef<'_>) -> bool {
        self.compare(other) == Ordering::Equal
    }

    pub fn bit_length(self) -> u64 {
        match self {
            IntRef::Small(value) => 64 - u64::from(value.unsigned_abs().leading_zeros()),
            IntRef::Big(value) => value.bits(),
        }
    }

    /// `int.bit_count`: ones in the absolute value.
    pub fn bit_count(self) -> u64 {
        match self {
            IntRef::Small(value) => value.unsigned_abs().count_ones().into(),
            IntRef::Big(value) => value.iter_u64_digits().map(|digit| u64::from(digit.count_ones())).sum(),
        }
    }

    /// `math.isqrt`
    pub fn isqrt(self) -> Result<Int, ErrorText> {
        if self.is_negative() {
            return Err(ErrorText::value("isqrt() argument must be nonnegative"));
        }
        Ok(match self {
            IntRef::Small(value) => Small(value.isqrt()),
            IntRef::Big(value) => Int::from(value.sqrt()),
        })
    }

    pub fn gcd(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(a.unsigned_abs().gcd(&b.unsigned_abs())),
            _ => {
                let (mut a, mut b) = (self.to_big().into_owned(), other.to_big().into_owned());
                // Stein's algorithm takes a step for each bit in which the two differ in length.
                if a.bits() < b.bits() {
                    std::mem::swap(&mut a, &mut b);
                }
                if a.bits() > b.bits() + 64 && !b.is_zero() {
                    a %= &b;
                }
                Int::from(a.gcd(&b))
            }
        }
    }

    pub fn lcm(self, other: IntRef<'_>) -> Int {
        if self.is_zero() || other.is_zero() {
            return Small(0);
        }
        let divisor = self.gcd(other);
        match self.floor_div(divisor.lend()) {
            Ok(part) => part.lend().mul(other).lend().abs(),
            Err(_) => Small(0),
        }
    }

    /// `round(self, -places)` for `places > 0`: to a multiple of 10**places, half to even.
    pub fn round_to_power_of_ten(self, places: u32) -> Int {
        let unit = BigInt::from(10).pow(places);
        let value = self.to_big();
        let (mut quotient, rest) = value.div_mod_floor(&unit);
        let twice = rest * 2;
        if twice > unit || (twice == unit && quotient.is_odd()) {
            quotient += 1;
        }
        Int::from(quotient * unit)
    }

    pub fn sign(self) -> Sign {
        match self {
            IntRef::Small(0) => Sign::NoSign,
            _ if self.is_negative() => Sign::Minus,
            _ => Sign::Plus,
        }
    }
}
