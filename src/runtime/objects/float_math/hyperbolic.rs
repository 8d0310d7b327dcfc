//! expm1 and sinh, as fdlibm computes them and glibc adds their terms.

use std::f64::consts::LOG2_E;

use super::error_function::by_pairs;
use super::{exp, ldexp};

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const TERMS: [f64; 6] = [
    1.0,
    -0.03333333333333313,
    0.0015873015872548146,
    -7.93650757867488e-05,
    4.008217827329362e-06,
    -2.0109921818362437e-07,
];

/// `math.expm1`
pub fn expm1(x: f64) -> f64 {
    let high = (x.abs().to_bits() >> 32) as u32;
    if x.is_nan() {
        return x;
    }
    // 56 * ln2: nothing is left of the 1.
    if high >= 0x4043_687A {
        return match x {
            _ if x < 0.0 => -1.0,
            _ if x > 709.782712893384 => f64::INFINITY,
            _ => reduced(x, high),
        };
    }
    if high < 0x3C90_0000 {
        return x;
    }
    reduced(x, high)
}

/// x = k * ln2 + what is left, of which the function is approximated.
fn reduced(x: f64, high: u32) -> f64 {
    let (k, x, c) = if high <= 0x3FD6_2E42 {
        (0, x, 0.0)
    } else {
        let k = match (high < 0x3FF0_A2B2, x < 0.0) {
            (true, false) => 1,
            (true, true) => -1,
            (false, negative) => (LOG2_E * x + if negative { -0.5 } else { 0.5 }) as i64,
        };
        let (above, below) = (x - k as f64 * LN2_HIGH, k as f64 * LN2_LOW);
        let rest = above - below;
        (k, rest, (above - rest) - below)
    };
    let half = 0.5 * x;
    let square = x * half;
    let r = by_pairs(&TERMS, square);
    let t = 3.0 - r * half;
    let e = square * ((r - t) / (6.0 - x * t));
    if k == 0 {
        return x - (x * e - square);
    }
    let e = (x * (e - c) - c) - square;
    match k {
        -1 => 0.5 * (x - e) - 0.5,
        1 if x < -0.25 => -2.0 * (e - (x + 0.5)),
        1 => 1.0 + 2.0 * (x - e),
        _ if k <= -2 || k > 56 => ldexp(1.0 - (e - x), k) - 1.0,
        _ if k < 20 => ldexp((1.0 - ldexp(1.0, -k)) - (e - x), k),
        _ => ldexp((x - (e + ldexp(1.0, -k))) + 1.0, k),
    }
}

/// `math.sinh`
pub fn sinh(x: f64) -> f64 {
    let (size, half) = (x.abs(), 0.5f64.copysign(x));
    if !x.is_finite() || size < 3.725290298461914e-09 {
        return x;
    }
    if size < 22.0 {
        let t = expm1(size);
        return if size < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) };
    }
    // Up to log of the greatest number.
    if (size.to_bits() >> 32) < 0x4086_2E42 {
        return half * exp(size);
    }
    let root = exp(0.5 * size);
    (half * root) * root
}
