//! `%`, `//`, `divmod` and `**` of floats as in Objects/floatobject.c.

use super::pow;
use crate::objects::error_text::ErrorText;

/// The remainder with the divisor's sign. `b` is not 0.
fn remainder(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        f64::copysign(0.0, b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// `_float_div_mod`
fn div_mod(a: f64, b: f64) -> (f64, f64) {
    let rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 && (b < 0.0) != (rest < 0.0) {
        quotient -= 1.0;
    }
    let whole = if quotient == 0.0 {
        f64::copysign(0.0, a / b)
    } else if quotient - quotient.floor() > 0.5 {
        quotient.floor() + 1.0
    } else {
        quotient.floor()
    };
    (whole, remainder(a, b))
}

/// `a % b`
pub fn modulo(a: f64, b: f64) -> Result<f64, ErrorText> {
    if b == 0.0 { Err(ErrorText::zero_division("float modulo by zero")) } else { Ok(remainder(a, b)) }
}

/// `a // b`
pub fn floor_div(a: f64, b: f64) -> Result<f64, ErrorText> {
    if b == 0.0 { Err(ErrorText::zero_division("float floor division by zero")) } else { Ok(div_mod(a, b).0) }
}

/// `divmod(a, b)`
pub fn divmod(a: f64, b: f64) -> Result<(f64, f64), ErrorText> {
    if b == 0.0 { Err(ErrorText::zero_division("float divmod()")) } else { Ok(div_mod(a, b)) }
}

/// `a ** b`; `Ok(None)`: a negative base and a broken exponent, whose power is complex.
pub fn power(a: f64, b: f64) -> Result<Option<f64>, ErrorText> {
    if a == 0.0 && b < 0.0 {
        return Err(ErrorText::zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b != b.floor() {
        return Ok(None);
    }
    let result = pow(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(ErrorText::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(Some(result))
}
