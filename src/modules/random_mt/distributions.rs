//! The distributions of random.py. Each draws from the generator exactly as CPython's does.

use std::f64::consts::{E, PI};

use super::Random;
use crate::objects::error_text::ErrorText;
use crate::objects::float_math::{acos, checked, cos, exp, lgamma, log, log2, modulo, power, sin};

/// random.py's constants, as glibc computes them.
const NV_MAGICCONST: f64 = 1.7155277699214135;
const LOG4: f64 = 2.0 * std::f64::consts::LN_2;
const SG_MAGICCONST: f64 = 2.504077396776274;
const TWO_PI: f64 = 2.0 * PI;

fn divide(a: f64, b: f64) -> Result<f64, ErrorText> {
    if b == 0.0 { Err(ErrorText::zero_division("float division by zero")) } else { Ok(a / b) }
}

/// `math.log` etc. with their errors.
fn log_checked(x: f64) -> Result<f64, ErrorText> {
    checked(log(x), &[x], false)
}

/// `a ** b` of a base that is not negative.
fn power_checked(a: f64, b: f64) -> Result<f64, ErrorText> {
    power(a, b).map(|p| p.unwrap_or(f64::NAN))
}

impl Random {
    pub fn uniform(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.random()
    }

    /// `Ok(None)`: high equals low and a mode is given, so `low` itself is the result.
    pub fn triangular(&mut self, low: f64, high: f64, mode: Option<f64>) -> Result<Option<f64>, ErrorText> {
        let mut u = self.random();
        let (mut low, mut high) = (low, high);
        let mut c = match mode {
            None => 0.5,
            Some(_) if high == low => return Ok(None),
            Some(mode) => (mode - low) / (high - low),
        };
        if u > c {
            (u, c) = (1.0 - u, 1.0 - c);
            (low, high) = (high, low);
        }
        Ok(Some(low + (high - low) * checked((u * c).sqrt(), &[u * c], false)?))
    }

    pub fn normalvariate(&mut self, mu: f64, sigma: f64) -> f64 {
        loop {
            let u1 = self.random();
            let u2 = 1.0 - self.random();
            let z = NV_MAGICCONST * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -log(u2) {
                return mu + z * sigma;
            }
        }
    }

    pub fn gauss(&mut self, mu: f64, sigma: f64) -> f64 {
        let z = match self.gauss_next.take() {
            Some(z) => z,
            None => {
                let angle = self.random() * TWO_PI;
                let radius = (-2.0 * log(1.0 - self.random())).sqrt();
                self.gauss_next = Some(sin(angle) * radius);
                cos(angle) * radius
            }
        };
        mu + z * sigma
    }

    pub fn lognormvariate(&mut self, mu: f64, sigma: f64) -> Result<f64, ErrorText> {
        let x = self.normalvariate(mu, sigma);
        checked(exp(x), &[x], true)
    }

    pub fn expovariate(&mut self, lambda: f64) -> Result<f64, ErrorText> {
        let x = -log(1.0 - self.random());
        divide(x, lambda)
    }

    pub fn vonmisesvariate(&mut self, mu: f64, kappa: f64) -> Result<f64, ErrorText> {
        if kappa <= 1e-6 {
            return Ok(TWO_PI * self.random());
        }
        let s = 0.5 / kappa;
        let r = s + (1.0 + s * s).sqrt();
        let z = loop {
            let z = cos(PI * self.random());
            let d = z / (r + z);
            let u2 = self.random();
            if u2 < 1.0 - d * d || u2 <= (1.0 - d) * exp(d) {
                break z;
            }
        };
        let q = 1.0 / r;
        let f = (q + z) / (1.0 + q * z);
        let angle = if self.random() > 0.5 { mu + acos(f) } else { mu - acos(f) };
        modulo(angle, TWO_PI)
    }

    pub fn gammavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, ErrorText> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(ErrorText::value("gammavariate: alpha and beta must be > 0.0"));
        }
        if alpha > 1.0 {
            let ainv = (2.0 * alpha - 1.0).sqrt();
            let (b, c) = (alpha - LOG4, alpha + ainv);
            loop {
                let u1 = self.random();
                if !(1e-7 < u1 && u1 < 0.9999999) {
                    continue;
                }
                let u2 = 1.0 - self.random();
                let v = log(u1 / (1.0 - u1)) / ainv;
                let x = alpha * exp(v);
                let z = u1 * u1 * u2;
                let r = b + c * v - x;
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 || r >= log(z) {
                    return Ok(x * beta);
                }
            }
        }
        if alpha == 1.0 {
            return Ok(-log(1.0 - self.random()) * beta);
        }
        loop {
            let b = (E + alpha) / E;
            let p = b * self.random();
            let x = if p <= 1.0 { power_checked(p, 1.0 / alpha)? } else { -log_checked((b - p) / alpha)? };
            let u1 = self.random();
            if if p > 1.0 { u1 <= power_checked(x, alpha - 1.0)? } else { u1 <= exp(-x) } {
                return Ok(x * beta);
            }
        }
    }

    pub fn betavariate(&mut self, alpha: f64, beta: f64) -> Result<f64, ErrorText> {
        let y = self.gammavariate(alpha, 1.0)?;
        if y == 0.0 { Ok(0.0) } else { Ok(y / (y + self.gammavariate(beta, 1.0)?)) }
    }

    pub fn paretovariate(&mut self, alpha: f64) -> Result<f64, ErrorText> {
        let u = 1.0 - self.random();
        power_checked(u, divide(-1.0, alpha)?)
    }

    pub fn weibullvariate(&mut self, alpha: f64, beta: f64) -> Result<f64, ErrorText> {
        let u = 1.0 - self.random();
        Ok(alpha * power_checked(-log(u), divide(1.0, beta)?)?)
    }

    pub fn binomialvariate(&mut self, n: i64, p: f64) -> Result<i64, ErrorText> {
        if n < 0 {
            return Err(ErrorText::value("n must be non-negative"));
        }
        if p <= 0.0 || p >= 1.0 {
            return if p == 0.0 {
                Ok(0)
            } else if p == 1.0 {
                Ok(n)
            } else {
                Err(ErrorText::value("p must be in the range 0.0 <= p <= 1.0"))
            };
        }
        if n == 1 {
            return Ok((self.random() < p).into());
        }
        if p > 0.5 {
            return Ok(n - self.binomialvariate(n, 1.0 - p)?);
        }
        if n as f64 * p < 10.0 {
            return self.few_successes(n, p);
        }
        self.many_successes(n, p)
    }

    /// Devroye's geometric method, for n * p < 10.
    fn few_successes(&mut self, n: i64, p: f64) -> Result<i64, ErrorText> {
        let (mut x, mut y) = (0, 0i64);
        let c = log2(1.0 - p);
        if c == 0.0 {
            return Ok(x);
        }
        loop {
            let u = self.random();
            let step = (checked(log2(u), &[u], false)? / c).floor();
            // A step beyond n ends the count; as an i64 it saturates.
            y = y.saturating_add(step as i64).saturating_add(1);
            if y > n {
                return Ok(x);
            }
            x += 1;
        }
    }

    /// Hörmann's transformed rejection, for n * p >= 10.
    fn many_successes(&mut self, n: i64, p: f64) -> Result<i64, ErrorText> {
        let n_float = n as f64;
        let spq = (n_float * p * (1.0 - p)).sqrt();
        let b = 1.15 + 2.53 * spq;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let c = n_float * p + 0.5;
        let vr = 0.92 - 4.2 / b;
        let alpha = (2.83 + 5.1 / b) * spq;
        let lpq = log(p / (1.0 - p));
        let m = ((n as f64 + 1.0) * p).floor();
        let h = lgamma(m + 1.0) + lgamma(n_float - m + 1.0);
        loop {
            let u = self.random() - 0.5;
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + c).floor();
            if k < 0.0 || k > n_float {
                continue;
            }
            let v = self.random();
            if us >= 0.07 && v <= vr {
                return Ok(k as i64);
            }
            let v = v * (alpha / (a / (us * us) + b));
            if log_checked(v)? <= h - lgamma(k + 1.0) - lgamma(n_float - k + 1.0) + (k - m) * lpq {
                return Ok(k as i64);
            }
        }
    }
}
