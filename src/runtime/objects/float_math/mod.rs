//! Elementary functions of floats: the same code natively and in wasm, chosen to agree with glibc (see the table in the
//! tests). All of them give NaN or an infinity where C does; `checked` makes that `math`'s errors.

mod arithmetic;
mod constants;
mod double_double;
mod error_function;
mod exponential;
mod gamma;
mod hyperbolic;
mod hypot;
mod sum_of_products;
mod trigonometric;

#[cfg(test)]
mod tests;

use super::error_text::ErrorText;
use super::int::IntRef;

pub use arithmetic::{divmod, floor_div, modulo, power};
pub use error_function::{erf, erfc};
pub use exponential::{exp, log, log2, pow};
pub use gamma::{gamma, lgamma};
pub use hyperbolic::{expm1, sinh};
pub use hypot::{dist, hypot};
pub use libm::{atanh, exp2, log1p};
pub use sum_of_products::SumOfProducts;
pub use trigonometric::{acos, asin, atan, atan2, cos, sin, tan};

/// The exponent of the leading bit and the value scaled to 1 <= |m| < 2, for a positive normal float.
fn exponent_of(value: f64) -> (i32, f64) {
    let bits = value.to_bits();
    ((bits >> 52) as i32 - 1023, f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52))
}

/// `math.frexp`: `value = m * 2**e` with 0.5 <= |m| < 1.
pub fn frexp(value: f64) -> (f64, i32) {
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let (scaled, shift) = if value.abs() < f64::MIN_POSITIVE { (value * TWO_54, 54) } else { (value, 0) };
    let (exponent, mantissa) = exponent_of(scaled.abs());
    (f64::copysign(mantissa / 2.0, value), exponent + 1 - shift)
}

const TWO_54: f64 = (1u64 << 54) as f64;

/// `math.ldexp` without its errors: `value * 2**exponent`, rounded once.
pub fn ldexp(value: f64, exponent: i64) -> f64 {
    libm::scalbn(value, exponent.clamp(-5000, 5000) as i32)
}

/// fdlibm's e_log10.c, which glibc has.
pub fn log10(x: f64) -> f64 {
    const IVLN10: f64 = std::f64::consts::LOG10_E;
    const LOG10_2_HI: f64 = 3.010_299_956_636_117_7e-1;
    const LOG10_2_LO: f64 = 3.694_239_077_158_931e-13;
    if x <= 0.0 || !x.is_finite() {
        return log(x);
    }
    let (x, k) = if x < f64::MIN_POSITIVE { (x * TWO_54, -54) } else { (x, 0) };
    let (exponent, mantissa) = exponent_of(x);
    let exponent = exponent + k;
    // A negative exponent counts one more, so that the mantissa lies below 1.
    let below = exponent < 0;
    let y = f64::from(exponent + i32::from(below));
    let scaled = if below { mantissa / 2.0 } else { mantissa };
    let z = y * LOG10_2_LO + IVLN10 * log(scaled);
    z + y * LOG10_2_HI
}

/// fdlibm's e_cosh.c
pub fn cosh(x: f64) -> f64 {
    const LN2_HALF: f64 = 0.346_573_590_279_972_64;
    let x = x.abs();
    if x < LN2_HALF {
        let t = expm1(x);
        let w = 1.0 + t;
        return if x < 2.8e-17 { w } else { 1.0 + (t * t) / (w + w) };
    }
    if x < 22.0 {
        let t = exp(x);
        return 0.5 * t + 0.5 / t;
    }
    if x < 709.782712893384 {
        return 0.5 * exp(x);
    }
    let w = exp(0.5 * x);
    0.5 * w * w
}

/// fdlibm's s_tanh.c
pub fn tanh(x: f64) -> f64 {
    let a = x.abs();
    let z = if a.is_nan() {
        return x;
    } else if a >= 22.0 {
        1.0
    } else if a >= 1.0 {
        1.0 - 2.0 / (expm1(2.0 * a) + 2.0)
    } else if a < 2.8e-17 {
        return x * (1.0 + x);
    } else {
        let t = expm1(-2.0 * a);
        -t / (t + 2.0)
    };
    f64::copysign(z, x)
}

const LN2: f64 = std::f64::consts::LN_2;
const TWO_28: f64 = (1u64 << 28) as f64;

/// fdlibm's s_asinh.c
pub fn asinh(x: f64) -> f64 {
    let a = x.abs();
    if !x.is_finite() || a < 1.0 / TWO_28 {
        return x;
    }
    let w = if a > TWO_28 {
        log(a) + LN2
    } else if a > 2.0 {
        log(2.0 * a + 1.0 / ((x * x + 1.0).sqrt() + a))
    } else {
        let t = x * x;
        log1p(a + t / (1.0 + (1.0 + t).sqrt()))
    };
    f64::copysign(w, x)
}

/// fdlibm's e_acosh.c
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        f64::NAN
    } else if x > TWO_28 {
        log(x) + LN2
    } else if x > 2.0 {
        log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        log1p(t + (2.0 * t + t * t).sqrt())
    }
}

/// glibc's s_cbrt.c: a polynomial, then one step of Halley's method.
pub fn cbrt(x: f64) -> f64 {
    const CBRT2: f64 = 1.259_921_049_894_873_2;
    const SQR_CBRT2: f64 = 1.587_401_051_968_199_5;
    const FACTOR: [f64; 5] = [1.0 / SQR_CBRT2, 1.0 / CBRT2, 1.0, CBRT2, SQR_CBRT2];
    if x == 0.0 || !x.is_finite() {
        return x + x;
    }
    let (m, e) = frexp(x.abs());
    let u = 0.35489576504391984
        + (1.508191937815849
            - (2.114994941673713
                - (2.4469312256353444
                    - (1.8346927748361308 - (0.7849323449766392 - 0.14526389938548637 * m) * m) * m)
                    * m)
                * m)
            * m;
    let t = u * u * u;
    let y = u * (t + 2.0 * m) / (2.0 * t + m) * FACTOR[(2 + e % 3) as usize];
    ldexp(f64::copysign(y, x), (e / 3).into())
}

/// `math`'s errors for a function of one or two arguments (`math_1`): NaN from none is a domain error, an infinity from
/// finite arguments a range error, or a domain error for functions that have poles only (`can_overflow` false).
pub fn checked(result: f64, arguments: &[f64], can_overflow: bool) -> Result<f64, ErrorText> {
    if result.is_nan() && !arguments.iter().any(|a| a.is_nan()) {
        return Err(ErrorText::value("math domain error"));
    }
    if result.is_infinite() && arguments.iter().all(|a| a.is_finite()) {
        return Err(if can_overflow {
            ErrorText::overflow("math range error")
        } else {
            ErrorText::value("math domain error")
        });
    }
    Ok(result)
}

/// `math.log`, `log2`, `log10` of an int of any size.
pub fn log_of_int(value: IntRef<'_>, function: fn(f64) -> f64) -> Result<f64, ErrorText> {
    if value.is_negative() || value.is_zero() {
        return Err(ErrorText::value("math domain error"));
    }
    if let Ok(value) = value.to_f64() {
        return Ok(function(value));
    }
    let exponent = value.bit_length();
    // Beyond the floats: the mantissa's part and the exponent's.
    let power = IntRef::Small(1).shift_left(IntRef::Small(exponent as i64))?;
    let mantissa = value.true_div(power.lend())?;
    Ok(function(mantissa) + function(2.0) * exponent as f64)
}
