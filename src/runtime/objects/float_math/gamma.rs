//! `math.gamma` and `math.lgamma`: CPython's Lanczos approximation (Modules/mathmodule.c).

use std::f64::consts::PI;

use super::{cos, exp, log, pow, sin};

const G: f64 = 6.02468004077673;
const G_MINUS_HALF: f64 = 5.52468004077673;
const LOG_PI: f64 = 1.1447298858494002;

const NUMERATOR: [f64; 13] = [
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002,
];
const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut num, mut den) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in NUMERATOR.iter().zip(DENOMINATOR).rev() {
            num = num * x + n;
            den = den * x + d;
        }
    } else {
        for (n, d) in NUMERATOR.iter().zip(DENOMINATOR) {
            num = num / x + n;
            den = den / x + d;
        }
    }
    num / den
}

/// sin(pi * x), exact at the integers.
fn sinpi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let r = match (2.0 * y).round() as i32 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    f64::copysign(1.0, x) * r
}

/// NaN where it is not defined, an infinity at 0 and where it overflows.
pub fn gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() || x > 0.0 { x } else { f64::NAN };
    }
    if x == 0.0 {
        return f64::copysign(f64::INFINITY, x);
    }
    if x == x.floor() {
        if x < 0.0 {
            return f64::NAN;
        }
        if x <= 23.0 {
            return (1..x as u64).map(|n| n as f64).product();
        }
    }
    let a = x.abs();
    if a < 1e-20 {
        return 1.0 / x;
    }
    if a > 200.0 {
        return if x < 0.0 { 0.0 / sinpi(x) } else { f64::INFINITY };
    }
    let y = a + G_MINUS_HALF;
    // What the sum lost, for the error term.
    let lost = if a > G_MINUS_HALF { (y - a) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - a };
    let z = lost * G / y;
    if x < 0.0 {
        let mut r = -PI / sinpi(a) / a * exp(y) / lanczos_sum(a);
        r -= z * r;
        if a < 140.0 {
            r / pow(y, a - 0.5)
        } else {
            let root = pow(y, a / 2.0 - 0.25);
            r / root / root
        }
    } else {
        let mut r = lanczos_sum(a) / exp(y);
        r += z * r;
        if a < 140.0 {
            r * pow(y, a - 0.5)
        } else {
            let root = pow(y, a / 2.0 - 0.25);
            r * root * root
        }
    }
}

/// The logarithm of |gamma(x)|; an infinity at the poles.
pub fn lgamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let a = x.abs();
    if a < 1e-20 {
        return -log(a);
    }
    let mut r = log(lanczos_sum(a)) - G;
    r += (a - 0.5) * (log(a + G - 0.5) - 1.0);
    if x < 0.0 {
        r = LOG_PI - log(sinpi(a).abs()) - log(a) - r;
    }
    r
}
