//! int and float: correctly rounded both ways, true division, exact comparison; int and bytes.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::Zero;

use super::{Int, IntRef};
use crate::objects::error_text::ErrorText;

/// `mantissa × 2**exponent`, rounded half to even; `sticky` says that something non-zero lies below the mantissa's last
/// bit. `None`: too large.
pub fn scale_to_f64(mantissa: u64, sticky: bool, exponent: i64) -> Option<f64> {
    if mantissa == 0 {
        return Some(0.0);
    }
    let zeros = mantissa.leading_zeros();
    let (mantissa, exponent) = (u128::from(mantissa << zeros), exponent - i64::from(zeros));
    let top = exponent + 63;
    if top > 1023 {
        return None;
    }
    // Below 2**-1022 each binade has a bit less.
    let precision = if top >= -1022 { 53 } else { 53 - (-1022 - top) };
    if precision < 0 {
        return Some(0.0);
    }
    let dropped = 64 - precision as u32;
    let (low, half) = (mantissa & ((1 << dropped) - 1), 1 << (dropped - 1));
    let mut kept = (mantissa >> dropped) as u64;
    if low > half || (low == half && (sticky || kept & 1 == 1)) {
        kept += 1;
    }
    let value = kept as f64 * power_of_two(exponent + i64::from(dropped));
    value.is_finite().then_some(value)
}

/// 2**exponent for -1074 <= exponent <= 1023.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(if exponent >= -1022 { ((exponent + 1023) as u64) << 52 } else { 1 << (exponent + 1074) })
}

/// The top 64 bits, whether anything is below them, and their exponent.
fn top_bits(value: &BigUint) -> (u64, bool, i64) {
    let shift = value.bits().saturating_sub(64);
    let top = (value >> shift).iter_u64_digits().next().unwrap_or(0);
    (top, value.trailing_zeros().is_some_and(|zeros| zeros < shift), shift as i64)
}

/// `int(value)`: towards zero.
pub fn float_to_int(value: f64) -> Result<Int, ErrorText> {
    if value.is_nan() {
        return Err(ErrorText::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(ErrorText::overflow("cannot convert float infinity to integer"));
    }
    if value.abs() < 9.2e18 {
        return Ok(Int::Small(value as i64));
    }
    let bits = value.to_bits();
    let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
    let magnitude = BigInt::from(mantissa) << (((bits >> 52) & 0x7FF) - 1075);
    Ok(Int::from(if value < 0.0 { -magnitude } else { magnitude }))
}

/// `int.from_bytes`
pub fn from_bytes(bytes: &[u8], little: bool, signed: bool) -> Int {
    Int::from(match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(bytes),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
        (false, true) => BigInt::from_signed_bytes_be(bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
    })
}

impl IntRef<'_> {
    /// `float(self)`
    pub fn to_f64(self) -> Result<f64, ErrorText> {
        match self {
            IntRef::Small(value) => Ok(value as f64),
            IntRef::Big(value) => {
                let (top, sticky, exponent) = top_bits(value.magnitude());
                let magnitude = scale_to_f64(top, sticky, exponent)
                    .ok_or_else(|| ErrorText::overflow("int too large to convert to float"))?;
                Ok(if self.is_negative() { -magnitude } else { magnitude })
            }
        }
    }

    /// `self / other`, correctly rounded.
    pub fn true_div(self, other: IntRef<'_>) -> Result<f64, ErrorText> {
        if other.is_zero() {
            return Err(ErrorText::zero_division("division by zero"));
        }
        // Both are exact floats, so one rounding is all there is.
        if let (IntRef::Small(a), IntRef::Small(b)) = (self, other)
            && a.unsigned_abs() | b.unsigned_abs() < 1 << 53
        {
            return Ok(a as f64 / b as f64);
        }
        let (a, b) = (self.to_big(), other.to_big());
        let too_large = || ErrorText::overflow("integer division result too large for a float");
        let difference = a.bits() as i64 - b.bits() as i64;
        if difference > 1100 {
            return Err(too_large());
        }
        let negative = self.is_negative() != other.is_negative();
        // Scaled so that the quotient has 63 or 64 bits.
        let shift = 63 - difference;
        let magnitude = if a.is_zero() || difference < -1200 {
            0.0
        } else {
            let (quotient, rest) = if shift >= 0 {
                (a.magnitude() << shift as u64).div_rem(b.magnitude())
            } else {
                a.magnitude().div_rem(&(b.magnitude() << (-shift) as u64))
            };
            let top = quotient.iter_u64_digits().next().unwrap_or(0);
            scale_to_f64(top, !rest.is_zero(), -shift).ok_or_else(too_large)?
        };
        Ok(if negative { -magnitude } else { magnitude })
    }

    /// Exact comparison with a float; `None` for NaN.
    pub fn compare_float(self, other: f64) -> Option<Ordering> {
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 { Ordering::Less } else { Ordering::Greater });
        }
        let whole = float_to_int(other).ok()?;
        Some(self.compare(whole.lend()).then_with(|| {
            // Equal to the float's whole part: what it has beyond decides.
            0.0f64.partial_cmp(&(other - other.trunc())).unwrap_or(Ordering::Equal)
        }))
    }

    /// `int.to_bytes`
    pub fn to_bytes(self, length: usize, little: bool, signed: bool) -> Result<Vec<u8>, ErrorText> {
        if self.is_negative() && !signed {
            return Err(ErrorText::overflow("can't convert negative int to unsigned"));
        }
        let value = self.to_big();
        let mut bytes = if signed { value.to_signed_bytes_le() } else { value.magnitude().to_bytes_le() };
        // Zero is one byte for BigInt, and none at all for Python.
        if self.is_zero() {
            bytes.clear();
        }
        if bytes.len() > length {
            return Err(ErrorText::overflow("int too big to convert"));
        }
        bytes.resize(length, if self.is_negative() { 0xFF } else { 0 });
        if !little {
            bytes.reverse();
        }
        Ok(bytes)
    }

    /// `int.as_integer_ratio` of a float: the numerator and denominator in lowest terms.
    pub fn ratio_of(value: f64) -> Result<(Int, Int), ErrorText> {
        if value.is_nan() {
            return Err(ErrorText::value("cannot convert NaN to integer ratio"));
        }
        if value.is_infinite() {
            return Err(ErrorText::overflow("cannot convert Infinity to integer ratio"));
        }
        let mut shift = 0;
        let mut scaled = value;
        // Doubling is exact until the value is whole; tiny values need up to 1074 steps.
        while scaled != scaled.trunc() {
            scaled *= 2.0;
            shift += 1;
        }
        Ok((float_to_int(scaled)?, IntRef::Small(1).shift_left(IntRef::Small(shift))?))
    }
}
