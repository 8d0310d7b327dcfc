//! Arithmetic of finite decimals: exact, or with one digit more than a context has room for.

use std::cmp::Ordering;

use super::Settings;
use crate::modules::decimals_digits::Digits;

/// A finite number: `digits` times ten to the power of `exponent`.
#[derive(Clone)]
pub struct Number<D> {
    pub negative: bool,
    pub digits: D,
    pub exponent: i64,
}

/// So many digits are worth the work.
const SPARED: i64 = 20;

/// A quotient of more digits is made only if it has to be.
const LONG: i64 = 10_000;

/// Exponents beyond are the text's.
pub const FAR: i64 = 1 << 40;

/// The digits without the last `drop` ones, and whether that lost something.
pub fn rounded<D: Digits>(number: &Number<D>, drop: i64, rounding: &str) -> Option<(D, bool)> {
    if drop <= 0 || number.digits.is_zero() {
        let digits = &number.digits;
        return Some((
            if digits.is_zero() || drop == 0 { digits.clone() } else { digits.times(&D::ten_to(-drop)?)? },
            false,
        ));
    }
    let scale = D::ten_to(drop)?;
    let (kept, rest) = number.digits.divided(&scale);
    if rest.is_zero() {
        return Some((kept, false));
    }
    let half = rest.cmp(&scale.minus(&rest));
    let up = match rounding {
        "ROUND_DOWN" => false,
        "ROUND_UP" => true,
        "ROUND_CEILING" => !number.negative,
        "ROUND_FLOOR" => number.negative,
        "ROUND_HALF_UP" => half != Ordering::Less,
        "ROUND_HALF_DOWN" => half == Ordering::Greater,
        "ROUND_HALF_EVEN" => half == Ordering::Greater || half == Ordering::Equal && kept.modulo(2) == 1,
        "ROUND_05UP" => kept.modulo(5) == 0,
        _ => return None,
    };
    Some((if up { kept.plus(&D::small(1))? } else { kept }, true))
}

/// The digits of both with the same exponent.
fn aligned<D: Digits>(a: &Number<D>, b: &Number<D>) -> Option<(D, D, i64)> {
    let exponent = a.exponent.min(b.exponent);
    let whole = |it: &Number<D>| match it.exponent - exponent {
        0 => Some(it.digits.clone()),
        _ if it.digits.is_zero() => Some(D::small(0)),
        more => it.digits.times(&D::ten_to(more)?),
    };
    Some((whole(a)?, whole(b)?, exponent))
}

pub fn order<D: Digits>(a: &Number<D>, b: &Number<D>) -> Option<Ordering> {
    let (x, y, _) = aligned(a, b)?;
    let negative = |number: &Number<D>, digits: &D| number.negative && !digits.is_zero();
    Some(match (negative(a, &x), negative(b, &y)) {
        (false, false) => x.cmp(&y),
        (true, true) => y.cmp(&x),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    })
}

/// The number that counts less, where only so much of it is needed that a sum with the other one is rounded alike: its digits
/// up to two places behind those that there is room for, and a last one that says whether more followed.
fn shortened<D: Digits>(lesser: &Number<D>, greater: &Number<D>, settings: &Settings) -> Option<Number<D>> {
    let (apart, length) = (greater.exponent - lesser.exponent, greater.digits.length());
    let highest = length + apart;
    if apart <= 0 || greater.digits.is_zero() || highest <= lesser.digits.length() + 1 {
        return None;
    }
    let drop = highest - settings.precision - 2;
    if drop < SPARED {
        return None;
    }
    let (kept, more) = if drop > lesser.digits.length() {
        (D::small(0), !lesser.digits.is_zero())
    } else {
        let (kept, rest) = lesser.digits.divided(&D::ten_to(drop)?);
        (kept, !rest.is_zero())
    };
    let digits = kept.times(&D::small(10))?.plus(&D::small(more.into()))?;
    Some(Number { digits, exponent: lesser.exponent + drop - 1, ..*lesser })
}

pub fn sum<D: Digits>(mut a: Number<D>, mut b: Number<D>, settings: &Settings) -> Option<Number<D>> {
    if let Some(shorter) = shortened(&a, &b, settings) {
        a = shorter;
    } else if let Some(shorter) = shortened(&b, &a, settings) {
        b = shorter;
    }
    let (x, y, exponent) = aligned(&a, &b)?;
    let (negative, digits) = if a.negative == b.negative {
        (a.negative, x.plus(&y)?)
    } else {
        match x.cmp(&y) {
            Ordering::Equal => (settings.rounding == "ROUND_FLOOR", D::small(0)),
            Ordering::Greater => (a.negative, x.minus(&y)),
            Ordering::Less => (b.negative, y.minus(&x)),
        }
    };
    Some(Number { negative, digits, exponent })
}

pub fn difference<D: Digits>(a: Number<D>, b: Number<D>, settings: &Settings) -> Option<Number<D>> {
    sum(a, Number { negative: !b.negative, ..b }, settings)
}

pub fn product<D: Digits>(a: Number<D>, b: Number<D>, _: &Settings) -> Option<Number<D>> {
    let digits = a.digits.times(&b.digits)?;
    Some(Number { negative: a.negative != b.negative, digits, exponent: a.exponent + b.exponent })
}

pub fn quotient<D: Digits>(a: Number<D>, b: Number<D>, settings: &Settings) -> Option<Number<D>> {
    let (negative, ideal) = (a.negative != b.negative, a.exponent - b.exponent);
    if b.digits.is_zero() {
        return None;
    }
    if a.digits.is_zero() {
        return Some(Number { negative, digits: a.digits, exponent: ideal });
    }
    // One digit more than there is room for, unless the quotient is known to end long before: a divisor of so many digits
    // has no higher power of 2 or 5 in it.
    let mut shift = b.digits.length() - a.digits.length() + settings.precision + 1;
    let enough = 4 * b.digits.length();
    if shift > LONG && shift > enough && a.digits.times(&D::ten_to(enough)?)?.divided(&b.digits).1.is_zero() {
        shift = enough;
    }
    let (top, bottom) = if shift >= 0 {
        (a.digits.times(&D::ten_to(shift)?)?, b.digits)
    } else {
        (a.digits, b.digits.times(&D::ten_to(-shift)?)?)
    };
    let (mut digits, rest) = top.divided(&bottom);
    let mut exponent = ideal - shift;
    if !rest.is_zero() {
        // A last digit of 0 or 5 must not look exact or a tie.
        if digits.modulo(5) == 0 {
            digits = digits.plus(&D::small(1))?;
        }
    } else {
        while exponent < ideal && digits.modulo(10) == 0 {
            (digits, exponent) = (digits.divided(&D::small(10)).0, exponent + 1);
        }
    }
    Some(Number { negative, digits, exponent })
}
