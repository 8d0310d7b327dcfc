//! sin, cos, tan and their inverses, computed with some 75 bits and rounded once.

use std::f64::consts::FRAC_PI_4;

use super::constants::{HALF_PI, HALF_PI_PARTS, PI, SIN_COS, TWO_OVER_PI};
use super::double_double::{Dd, fast_two_sum, two_product, two_sum};

/// Below this x, sin x and the like are x.
const TINY: f64 = 7e-9;

/// The sine and cosine of an angle of at most pi/4 and a bit.
fn kernel(r: Dd) -> (Dd, Dd) {
    let (negative, r) = if r.0 < 0.0 { (true, r.neg()) } else { (false, r) };
    // r = j/16 + s
    let j = (r.0 * 16.0).round_ties_even();
    let s = fast_two_sum(r.0 - j / 16.0, r.1);
    let square = s.square();
    let q = square.0;
    // From the third power on a float's precision will do: it is below 2**-17.
    let sin_tail = -1.0 / 6.0 + q * (1.0 / 120.0 - q * (1.0 / 5040.0 - q * (1.0 / 362880.0 - q / 39916800.0)));
    let cos_tail = 1.0 / 24.0 - q * (1.0 / 720.0 - q * (1.0 / 40320.0 - q / 3628800.0));
    let sin_s = fast_two_sum(s.0, s.1 + s.0 * q * sin_tail);
    let cos_s_1 = fast_two_sum(square.0 * -0.5, square.1 * -0.5 + q * q * cos_tail);
    let (sin_j, cos_j) = SIN_COS[j as usize];
    let sin = sin_j.mul(cos_s_1).add(cos_j.mul(sin_s)).add(sin_j);
    let cos = cos_j.mul(cos_s_1).sub(sin_j.mul(sin_s)).add(cos_j);
    (if negative { sin.neg() } else { sin }, cos)
}

/// The angle modulo pi/2, nearest to 0, and the quadrant.
fn reduce(x: f64) -> (Dd, u32) {
    if x.abs() <= FRAC_PI_4 {
        return (Dd(x, 0.0), 0);
    }
    if x.abs() > 1e6 {
        return reduce_large(x);
    }
    let n = (x / HALF_PI.0).round_ties_even();
    let [a, b, c, d] = HALF_PI_PARTS;
    let r = two_sum(x - n * a, -(n * b)).add_float(-(n * c)).add_float(-(n * d));
    (r, n as i32 as u32 & 3)
}

/// Payne and Hanek's reduction: x * 2/pi modulo 4 from the digits of 2/pi that matter.
fn reduce_large(x: f64) -> (Dd, u32) {
    let bits = x.abs().to_bits();
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let exponent = (bits >> 52) as usize + 64 - 1075;
    // Digits of more than 2**2 contribute multiples of 4 only: 256 digits from there on.
    let first = exponent - 2;
    let mut window = [0u64; 4];
    for (i, word) in window.iter_mut().enumerate() {
        let (at, shift) = (first / 64 + i, first % 64);
        *word = TWO_OVER_PI[at] << shift | if shift > 0 { TWO_OVER_PI[at + 1] >> (64 - shift) } else { 0 };
    }
    // The fraction of a quarter turn: mantissa * window modulo 1, most significant word first.
    let mut carry = 0u128;
    for word in window.iter_mut().rev() {
        let product = u128::from(*word) * u128::from(mantissa) + carry;
        *word = product as u64;
        carry = product >> 64;
    }
    let mut quadrant = (window[0] >> 62) as u32;
    let negative = window[0] >> 61 & 1 == 1;
    quadrant += u32::from(negative);
    // The rest, as a signed fraction of a quadrant.
    for i in 0..4 {
        window[i] = window[i] << 2 | window.get(i + 1).map_or(0, |next| next >> 62);
    }
    if negative {
        window = window.map(|word| !word);
    }
    let mut fraction = Dd(0.0, 0.0);
    let mut weight = 1.0 / 4294967296.0;
    for word in window {
        for half in [word >> 32, word & 0xFFFF_FFFF] {
            fraction = fraction.add_float(half as f64 * weight);
            weight /= 4294967296.0;
        }
    }
    let r = fraction.mul(HALF_PI);
    // Everything was done for |x|.
    match (negative, x < 0.0) {
        (false, false) => (r, quadrant & 3),
        (true, false) => (r.neg(), quadrant & 3),
        (false, true) => (r.neg(), quadrant.wrapping_neg() & 3),
        (true, true) => (r, quadrant.wrapping_neg() & 3),
    }
}

pub fn sin(x: f64) -> f64 {
    if x.abs() < TINY {
        return x;
    }
    if !x.is_finite() {
        return f64::NAN;
    }
    let (r, quadrant) = reduce(x);
    let (sin, cos) = kernel(r);
    match quadrant {
        0 => sin.round(),
        1 => cos.round(),
        2 => -sin.round(),
        _ => -cos.round(),
    }
}

pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (r, quadrant) = reduce(x);
    let (sin, cos) = kernel(r);
    match quadrant {
        0 => cos.round(),
        1 => -sin.round(),
        2 => -cos.round(),
        _ => sin.round(),
    }
}

pub fn tan(x: f64) -> f64 {
    if x.abs() < TINY {
        return x;
    }
    if !x.is_finite() {
        return f64::NAN;
    }
    let (r, quadrant) = reduce(x);
    let (sin, cos) = kernel(r);
    if quadrant & 1 == 0 { sin.div(cos).round() } else { cos.neg().div(sin).round() }
}

/// The arc sine of 0 <= z <= 1/2, by one step of Newton from a float's.
fn asin_small(z: Dd) -> Dd {
    let y = libm::asin(z.0);
    let (sin, cos) = kernel(Dd(y, 0.0));
    fast_two_sum(y, z.sub(sin).0 / cos.0)
}

/// The arc cosine of 1/2 <= x <= 1: twice the arc sine of half the chord.
fn acos_near_1(x: f64) -> Dd {
    asin_small(Dd::sqrt((1.0 - x) / 2.0)).scale(2.0)
}

pub fn asin(x: f64) -> f64 {
    let size = x.abs();
    if size < TINY {
        return x;
    }
    if x.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let angle = if size <= 0.5 { asin_small(Dd(size, 0.0)) } else { HALF_PI.sub(acos_near_1(size)) };
    f64::copysign(angle.round(), x)
}

pub fn acos(x: f64) -> f64 {
    if x.is_nan() || x.abs() > 1.0 {
        return f64::NAN;
    }
    if x > 0.5 {
        acos_near_1(x).round()
    } else if x < -0.5 {
        PI.sub(acos_near_1(-x)).round()
    } else {
        let angle = asin_small(Dd(x.abs(), 0.0));
        HALF_PI.add(if x < 0.0 { angle } else { angle.neg() }).round()
    }
}

/// The arc tangent of a positive quotient below 2**60, by one step of Newton from a float's.
fn atan_parts(x: Dd) -> Dd {
    let y = libm::atan(x.0);
    let (sin, cos) = if y > FRAC_PI_4 {
        let (sin, cos) = kernel(HALF_PI.add_float(-y));
        (cos, sin)
    } else {
        kernel(Dd(y, 0.0))
    };
    fast_two_sum(y, x.mul(cos).sub(sin).0 / (cos.0 + x.0 * sin.0))
}

const HUGE: f64 = (1u64 << 60) as f64;

pub fn atan(x: f64) -> f64 {
    let size = x.abs();
    if size < TINY || x.is_nan() {
        return x;
    }
    let angle = if size > HUGE { HALF_PI.0 } else { atan_parts(Dd(size, 0.0)).round() };
    f64::copysign(angle, x)
}

pub fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    let (rise, run) = (y.abs(), x.abs());
    let left = x.is_sign_negative();
    // The angle above the nearer half of the x axis.
    let angle = if rise == 0.0 || (run.is_infinite() && rise.is_finite()) {
        Dd(0.0, 0.0)
    } else if rise.is_infinite() && run.is_infinite() {
        HALF_PI.scale(0.5)
    } else if run == 0.0 || rise / HUGE > run || rise.is_infinite() {
        HALF_PI
    } else if rise / run < 1.0 / HUGE {
        Dd(rise / run, 0.0)
    } else {
        // Scaled by a power of two to where no product overflows or vanishes.
        let (_, exponent) = super::frexp(run);
        let down = |value| super::ldexp(value, (-exponent).into());
        let (rise, run) = (down(rise), down(run));
        let quotient = rise / run;
        let product = two_product(quotient, run);
        atan_parts(fast_two_sum(quotient, ((rise - product.0) - product.1) / run))
    };
    let angle = if left { PI.sub(angle) } else { angle };
    f64::copysign(angle.round(), y)
}
