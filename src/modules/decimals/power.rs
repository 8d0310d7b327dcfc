//! Powers of decimals by whole numbers.

use std::cmp::Ordering;

use num_bigint::BigUint;

use super::arithmetic::{FAR, Number, order, product, quotient, rounded};
use super::{INEXACT, ROUNDED, Settings, known};
use crate::modules::decimals_digits::Digits;
use crate::objects::{Interp, Value};

/// `__pow__(self, other)` with a whole number: by squaring, each product rounded to some more digits than are wanted
/// (`_mpd_qpow_int`).
pub(super) fn power(i: &mut dyn Interp, args: &[Value]) -> Option<Value> {
    let ([this, other] | [this, other, Value::None]) = args else { return None };
    let known = known(i)?;
    let (base, exponent) = (known.numeral::<BigUint>(this)?, known.numeral::<u128>(other)?);
    let size = u32::try_from(exponent.digits).ok().filter(|size| *size > 0 && exponent.exponent == 0)?;
    let settings = known.settings(i)?;
    // The powers of 1 are the text's.
    let one = Number { negative: false, digits: BigUint::small(1), exponent: 0 };
    let magnitude = Number { negative: false, ..base.clone() };
    if base.digits.is_zero() || order(&magnitude, &one)? == Ordering::Equal {
        return None;
    }
    let precision = settings.precision + size.to_string().len() as i64 + 2 + i64::from(exponent.negative);
    let wide = Settings {
        precision,
        rounding: "ROUND_HALF_EVEN".into(),
        context: Value::None,
        least: settings.least,
        most: settings.most,
    };
    let factor = match exponent.negative {
        true => to_digits(quotient(one, magnitude, &wide)?, precision)?.0,
        false => magnitude,
    };
    let (mut found, mut lost) = (factor.clone(), false);
    for bit in (0..size.ilog2()).rev() {
        let (square, inexact) = to_digits(product(found.clone(), found, &wide)?, precision)?;
        (found, lost) = (square, lost | inexact);
        if size >> bit & 1 == 1 {
            let (product, inexact) = to_digits(product(found, factor.clone(), &wide)?, precision)?;
            (found, lost) = (product, lost | inexact);
        }
    }
    found.negative = base.negative && size % 2 == 1;
    let made = known.fixed(i, &settings, found)?;
    if lost {
        known.signal(i, &settings, INEXACT)?;
        known.signal(i, &settings, ROUNDED)?;
    }
    Some(made)
}

/// The number rounded to so many digits, and whether that lost something.
fn to_digits(number: Number<BigUint>, count: i64) -> Option<(Number<BigUint>, bool)> {
    let drop = number.digits.length() - count;
    if drop <= 0 {
        return Some((number, false));
    }
    let (mut digits, inexact) = rounded(&number, drop, "ROUND_HALF_EVEN")?;
    let mut exponent = number.exponent + drop;
    if digits.length() > count {
        (digits, exponent) = (digits.divided(&BigUint::small(10)).0, exponent + 1);
    }
    (-FAR..FAR).contains(&exponent).then_some((Number { digits, exponent, ..number }, inexact))
}
