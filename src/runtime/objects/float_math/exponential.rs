//! exp, log, log2 and pow, computed with some 75 bits and rounded once: nearly always the nearest float, as glibc's
//! nearly always are.

use super::constants::{EXP2, INV_LN2, LN2, LN2_32, THIRD};
use super::double_double::{Dd, fast_two_sum, two_sum};
use super::{TWO_54, exponent_of, ldexp};

/// e**x as `mantissa * 2**exponent`, for |x| < 1000.
fn exp_parts(x: Dd) -> (Dd, i32) {
    // x = n * ln2/32 + r
    let n = (x.0 * (32.0 * INV_LN2.0)).round_ties_even();
    let r = two_sum(x.0 - n * LN2_32[0], -(n * LN2_32[1])).add_float(x.1 - n * LN2_32[2]);
    let h = r.0;
    // From the cube on a float's precision will do: it is below 2**-21.
    let tail = 1.0 / 6.0
        + h * (1.0 / 24.0
            + h * (1.0 / 120.0 + h * (1.0 / 720.0 + h * (1.0 / 5040.0 + h * (1.0 / 40320.0 + h / 362880.0)))));
    let square = r.square();
    let half = Dd(square.0 * 0.5, square.1 * 0.5 + square.0 * h * tail);
    let sum = fast_two_sum(r.0, half.0);
    let sum = fast_two_sum(sum.0, sum.1 + (r.1 + half.1));
    let n = n as i32;
    let power = EXP2[(n & 31) as usize];
    (power.add(power.mul(sum)), n >> 5)
}

pub fn exp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 709.79 {
        return f64::INFINITY;
    }
    if x < -745.2 {
        return 0.0;
    }
    let (mantissa, exponent) = exp_parts(Dd(x, 0.0));
    ldexp(mantissa.round(), exponent.into())
}

/// A positive finite float as 2**(n/32) * (1 + t), |t| < 2**-6.
fn split(x: f64) -> (f64, Dd) {
    let (x, shift) = if x < f64::MIN_POSITIVE { (x * TWO_54, 54) } else { (x, 0) };
    let (exponent, mantissa) = exponent_of(x);
    let (exponent, m) =
        if mantissa > std::f64::consts::SQRT_2 { (exponent + 1, mantissa / 2.0) } else { (exponent, mantissa) };
    // About log2(m) * 32.
    let j = (64.0 * INV_LN2.0 * (m - 1.0) / (m + 1.0)).round_ties_even();
    let back = -(j as i32);
    let power = EXP2[(back & 31) as usize];
    let t = power.mul_float(if back < 0 { m / 2.0 } else { m }).add_float(-1.0);
    (f64::from(exponent - shift) * 32.0 + j, t)
}

/// ln(1 + t) for |t| < 2**-6.
fn log_near_1(t: Dd) -> Dd {
    let h = t.0;
    let tail = 0.25
        - h * (1.0 / 5.0
            - h * (1.0 / 6.0 - h * (1.0 / 7.0 - h * (1.0 / 8.0 - h * (1.0 / 9.0 - h * (0.1 - h * (1.0 / 11.0)))))));
    let square = t.square();
    let cube = square.mul(t).mul(THIRD).add_float(-(square.0 * square.0 * tail));
    let half = square.scale(-0.5);
    let sum = fast_two_sum(t.0, half.0);
    let sum = fast_two_sum(sum.0, sum.1 + (t.1 + half.1));
    sum.add(cube)
}

fn log_parts(x: f64) -> Dd {
    let (n, t) = split(x);
    LN2.mul_float(n / 32.0).add(log_near_1(t))
}

/// The results of all logarithms where there is nothing to compute.
fn log_special(x: f64) -> Option<f64> {
    if x == 0.0 {
        Some(f64::NEG_INFINITY)
    } else if x < 0.0 {
        Some(f64::NAN)
    } else if x.is_finite() {
        None
    } else {
        Some(x)
    }
}

pub fn log(x: f64) -> f64 {
    log_special(x).unwrap_or_else(|| log_parts(x).round())
}

pub fn log2(x: f64) -> f64 {
    log_special(x).unwrap_or_else(|| {
        let (n, t) = split(x);
        log_near_1(t).mul(INV_LN2).add_float(n / 32.0).round()
    })
}

/// C's `pow`: 1 to any power and anything to the power of 0 are 1, NaN included.
pub fn pow(x: f64, y: f64) -> f64 {
    if x == 1.0 || y == 0.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    let odd = y.abs() < TWO_54 && y % 2.0 != 0.0 && y == y.trunc();
    if y.is_infinite() || x == 0.0 || x.is_infinite() {
        // Where |x| to the power of y goes: to 1, to infinity or to 0.
        let size = x.abs();
        let magnitude = if size == 1.0 {
            1.0
        } else if (size > 1.0) == (y > 0.0) {
            f64::INFINITY
        } else {
            0.0
        };
        return if odd { f64::copysign(magnitude, x) } else { magnitude };
    }
    let sign = if x < 0.0 {
        if y != y.trunc() {
            return f64::NAN;
        }
        if odd { -1.0 } else { 1.0 }
    } else {
        1.0
    };
    if x == -1.0 {
        return sign;
    }
    // One operation rounds once, too.
    if y == 1.0 {
        return x;
    } else if y == 2.0 {
        return x * x;
    } else if y == -1.0 {
        return 1.0 / x;
    } else if y == 0.5 {
        return x.sqrt();
    }
    let log = log_parts(x.abs());
    let about = log.0 * y;
    if about > 710.0 {
        return sign * f64::INFINITY;
    }
    if about < -746.0 {
        return sign * 0.0;
    }
    if about.abs() < 1e-20 {
        return sign;
    }
    let (mantissa, exponent) = exp_parts(log.mul_float(y));
    ldexp(sign * mantissa.round(), exponent.into())
}
