//! `math.hypot` and `math.dist`: CPython's own `vector_norm` (Modules/mathmodule.c), nearly always correctly rounded.

use super::{frexp, ldexp};

/// The sum of two numbers, the first not smaller, and what rounding lost.
fn fast_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, (a - sum) + b)
}

/// The product of two numbers and what rounding lost.
pub(super) fn product(x: f64, y: f64) -> (f64, f64) {
    let hi = x * y;
    (hi, x.mul_add(y, -hi))
}

/// The Euclidean length of a vector.
pub fn hypot(coordinates: &[f64]) -> f64 {
    let max = coordinates.iter().fold(0.0, |max: f64, x| if x.abs() > max { x.abs() } else { max });
    if max.is_infinite() {
        return max;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if max == 0.0 || coordinates.len() <= 1 {
        return max;
    }
    let (_, exponent) = frexp(max);
    if exponent < -1023 {
        let normal: Vec<f64> = coordinates.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * hypot(&normal);
    }
    let scale = ldexp(1.0, (-exponent).into());
    let (mut sum, mut frac1, mut frac2) = (1.0, 0.0, 0.0);
    let mut add = |(hi, lo): (f64, f64)| {
        let (total, lost) = fast_sum(sum, hi);
        sum = total;
        frac1 += lo;
        frac2 += lost;
        sum - 1.0 + (frac1 + frac2)
    };
    let mut squares = 0.0;
    for x in coordinates {
        squares = add(product(x * scale, x * scale));
    }
    let h = squares.sqrt();
    let rest = add(product(-h, h));
    (h + rest / (2.0 * h)) / scale
}

/// `math.dist(p, q)` of points of equal dimension.
pub fn dist(p: &[f64], q: &[f64]) -> f64 {
    let differences: Vec<f64> = p.iter().zip(q).map(|(a, b)| (a - b).abs()).collect();
    hypot(&differences)
}
