//! `math.sumprod` of floats: CPython's TripleLength arithmetic (Modules/mathmodule.c), which loses next to nothing.

use super::hypot::product;

/// A sum as three floats of falling size.
#[derive(Clone, Copy, Default)]
pub struct SumOfProducts {
    hi: f64,
    lo: f64,
    tiny: f64,
}

/// The sum of two numbers and what rounding lost, whichever is larger.
fn sum(a: f64, b: f64) -> (f64, f64) {
    let x = a + b;
    let z = x - a;
    (x, (a - (x - z)) + (b - z))
}

impl SumOfProducts {
    /// The sum and one more product; None: that is no finite number.
    pub fn with(self, x: f64, y: f64) -> Option<SumOfProducts> {
        let (hi, lost) = product(x, y);
        let (hi, lost_hi) = sum(self.hi, hi);
        let (first, lost_first) = sum(self.lo, lost);
        let (lo, lost_lo) = sum(first, lost_hi);
        hi.is_finite().then_some(SumOfProducts { hi, lo, tiny: self.tiny + lost_first + lost_lo })
    }

    /// The nearest float.
    pub fn value(self) -> f64 {
        let (rest, lost) = sum(self.lo, self.tiny);
        let (hi, lo) = sum(self.hi, rest);
        hi + (lo + lost)
    }
}
