//! Numbers as unevaluated sums of two floats, about 106 bits: what the elementary functions compute with before they
//! round once. Only additions and multiplications of floats, so the same everywhere.

/// A sum whose second part is at most half a unit in the last place of the first.
#[derive(Clone, Copy)]
pub struct Dd(pub f64, pub f64);

/// The sum and its rounding error.
pub fn two_sum(a: f64, b: f64) -> Dd {
    let sum = a + b;
    let part = sum - a;
    Dd(sum, (a - (sum - part)) + (b - part))
}

/// `two_sum` for |a| >= |b|.
pub fn fast_two_sum(a: f64, b: f64) -> Dd {
    let sum = a + b;
    Dd(sum, b - (sum - a))
}

/// The product and its rounding error (Dekker, with Veltkamp's splitting; |a|, |b| < 2**996).
pub fn two_product(a: f64, b: f64) -> Dd {
    fn split(a: f64) -> (f64, f64) {
        let c = 134217729.0 * a;
        let high = c - (c - a);
        (high, a - high)
    }
    let product = a * b;
    let ((ah, al), (bh, bl)) = (split(a), split(b));
    Dd(product, ((ah * bh - product) + ah * bl + al * bh) + al * bl)
}

impl Dd {
    pub fn add(self, other: Dd) -> Dd {
        let high = two_sum(self.0, other.0);
        let low = two_sum(self.1, other.1);
        let sum = fast_two_sum(high.0, high.1 + low.0);
        fast_two_sum(sum.0, sum.1 + low.1)
    }

    pub fn add_float(self, other: f64) -> Dd {
        let sum = two_sum(self.0, other);
        fast_two_sum(sum.0, sum.1 + self.1)
    }

    pub fn neg(self) -> Dd {
        Dd(-self.0, -self.1)
    }

    pub fn sub(self, other: Dd) -> Dd {
        self.add(other.neg())
    }

    pub fn mul(self, other: Dd) -> Dd {
        let product = two_product(self.0, other.0);
        fast_two_sum(product.0, product.1 + (self.0 * other.1 + self.1 * other.0))
    }

    pub fn square(self) -> Dd {
        let product = two_product(self.0, self.0);
        Dd(product.0, product.1 + 2.0 * self.0 * self.1)
    }

    pub fn mul_float(self, other: f64) -> Dd {
        let product = two_product(self.0, other);
        fast_two_sum(product.0, product.1 + self.1 * other)
    }

    /// Times a power of two: exact.
    pub fn scale(self, power: f64) -> Dd {
        Dd(self.0 * power, self.1 * power)
    }

    pub fn div(self, other: Dd) -> Dd {
        let quotient = self.0 / other.0;
        let rest = self.sub(other.mul_float(quotient));
        fast_two_sum(quotient, rest.0 / other.0)
    }

    /// The square root of a float.
    pub fn sqrt(value: f64) -> Dd {
        let root = value.sqrt();
        let square = two_product(root, root);
        if root == 0.0 { Dd(0.0, 0.0) } else { fast_two_sum(root, ((value - square.0) - square.1) / (2.0 * root)) }
    }

    pub fn round(self) -> f64 {
        self.0 + self.1
    }
}
