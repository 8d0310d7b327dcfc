//! Arithmetic of exact numbers: int (bool), float, complex.

use super::{BinaryOp, UnaryOp};
use crate::objects::containers::Complex;
use crate::objects::error_text::{ErrorClass, ErrorText};
use crate::objects::exception::{
    Exc, PyResult, memory_error, overflow_error, type_error, value_error, zero_division_error,
};
use crate::objects::float_math;
use crate::objects::int::{Int, IntRef, MaxStrDigits, cost};
use crate::objects::interp::{Interp, Stop};
use crate::objects::value::Value;

impl From<ErrorText> for Exc {
    #[cold]
    fn from(error: ErrorText) -> Exc {
        let raise = match error.class {
            ErrorClass::ValueError => value_error,
            ErrorClass::TypeError => type_error,
            ErrorClass::OverflowError => overflow_error,
            ErrorClass::ZeroDivisionError => zero_division_error,
            ErrorClass::MemoryError => memory_error,
        };
        raise(error.text.into_owned())
    }
}

impl From<Int> for Value {
    #[inline]
    fn from(n: Int) -> Value {
        match n {
            Int::Small(n) => Value::Int(n),
            Int::Big(n) => Value::BigInt(std::rc::Rc::new(n)),
        }
    }
}

impl From<IntRef<'_>> for Value {
    #[inline]
    fn from(n: IntRef<'_>) -> Value {
        n.to_int().into()
    }
}

impl Value {
    pub fn complex(real: f64, imag: f64) -> Value {
        Value::Complex(std::rc::Rc::new(Complex { header: Default::default(), real, imag }))
    }
}

/// An int or bool (or an instance of a subclass), lent.
#[inline]
pub fn int_ref(value: &Value) -> Option<IntRef<'_>> {
    match value.plain() {
        Value::Int(n) => Some(IntRef::Small(*n)),
        Value::Bool(b) => Some(IntRef::Small(*b as i64)),
        Value::BigInt(n) => Some(IntRef::Big(n)),
        _ => None,
    }
}

/// A real number as a float; the error is that of an int too large.
fn real(value: &Value) -> Option<PyResult<f64>> {
    match value {
        Value::Float(x) => Some(Ok(*x)),
        Value::Int(n) => Some(Ok(*n as f64)),
        Value::Bool(b) => Some(Ok(*b as u8 as f64)),
        Value::BigInt(n) => Some(IntRef::Big(n).to_f64().map_err(Exc::from)),
        _ => None,
    }
}

/// The operation on two numbers; `None` if they are not both numbers that know it.
pub(in crate::objects) fn arithmetic(
    i: &mut dyn Interp,
    op: BinaryOp,
    a: &Value,
    b: &Value,
) -> PyResult<Option<Value>> {
    if let (Some(x), Some(y)) = (int_ref(a), int_ref(b)) {
        if matches!((a, b), (Value::Bool(_), Value::Bool(_))) {
            let (x, y) = (x.is_odd(), y.is_odd());
            match op {
                BinaryOp::And => return Ok(Some(Value::Bool(x & y))),
                BinaryOp::Or => return Ok(Some(Value::Bool(x | y))),
                BinaryOp::Xor => return Ok(Some(Value::Bool(x ^ y))),
                _ => {}
            }
        }
        return ints(i, op, x, y);
    }
    if matches!(a, Value::Complex(_)) || matches!(b, Value::Complex(_)) {
        return match (complex_of(a), complex_of(b)) {
            (Some(x), Some(y)) => complexes(op, x?, y?),
            _ => Ok(None),
        };
    }
    match (real(a), real(b)) {
        (Some(x), Some(y)) => floats(op, x?, y?),
        _ => Ok(None),
    }
}

pub(super) fn ints(i: &mut dyn Interp, op: BinaryOp, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<Option<Value>> {
    Ok(Some(match op {
        BinaryOp::Add => a.add(b).into(),
        BinaryOp::Sub => a.sub(b).into(),
        BinaryOp::Mul => {
            charge_product(i, a, b)?;
            a.mul(b).into()
        }
        BinaryOp::TrueDiv => Value::Float(a.true_div(b)?),
        BinaryOp::FloorDiv => {
            afford(i, cost::quotient(a, b))?;
            a.floor_div(b)?.into()
        }
        BinaryOp::Mod => {
            afford(i, cost::quotient(a, b))?;
            a.modulo(b)?.into()
        }
        BinaryOp::Pow => return int_pow(i, a, b).map(Some),
        BinaryOp::MatMul => return Ok(None),
        BinaryOp::LShift => {
            if let Some(by @ 0..) = b.as_i64()
                && !a.is_zero()
            {
                super::reserve(i, a.bit_length().saturating_add(by as u64) / 8)?;
            }
            a.shift_left(b)?.into()
        }
        BinaryOp::RShift => a.shift_right(b)?.into(),
        BinaryOp::And => a.and(b).into(),
        BinaryOp::Or => a.or(b).into(),
        BinaryOp::Xor => a.xor(b).into(),
    }))
}

/// The most that one operation on ints may cost: some two seconds of a page, in which nothing else gets a turn.
const MOST: u64 = 30_000_000;

/// Charges an operation on ints. One that would take too long ends the run.
pub fn afford(i: &mut dyn Interp, cost: u64) -> PyResult<()> {
    i.charge(cost);
    can_afford(i, cost)
}

/// As [`afford`], of what has been charged.
pub fn can_afford(i: &mut dyn Interp, cost: u64) -> PyResult<()> {
    if cost > MOST { Err(i.stop(Stop::StepLimit)) } else { Ok(()) }
}

/// Charges a product, and makes sure that there is room for it.
pub fn charge_product(i: &mut dyn Interp, a: IntRef<'_>, b: IntRef<'_>) -> PyResult<()> {
    if let (IntRef::Big(x), IntRef::Big(y)) = (a, b) {
        super::reserve(i, (x.bits() + y.bits()) / 8)?;
        afford(i, cost::product(a, b))?;
    }
    Ok(())
}

/// Ints of so many bits have less than the 640 digits that any limit allows (`_PY_LONG_MAX_STR_DIGITS_THRESHOLD`).
const FEW: u64 = 2_000;

/// How many digits an int of so many bits may have, by `sys.get_int_max_str_digits()`; 0: any number. What they cost is
/// charged.
pub fn max_str_digits(i: &mut dyn Interp, bits: u64) -> PyResult<usize> {
    if bits < FEW {
        return Ok(0);
    }
    let limit = i.states().get::<MaxStrDigits>().0;
    // Where there are more digits than the limit, they are not made.
    if limit == 0 || bits < 4 * limit as u64 {
        afford(i, cost::digits(bits))?;
    }
    Ok(limit)
}

fn int_pow(i: &mut dyn Interp, a: IntRef<'_>, b: IntRef<'_>) -> PyResult {
    if b.is_negative() {
        let (x, y) = (a.to_f64()?, b.to_f64()?);
        return float_pow(x, y).map(|v| v.unwrap_or(Value::NotImplemented));
    }
    let bits = a.pow_bits(b);
    if bits > 64 {
        super::reserve(i, bits / 8)?;
        afford(i, cost::power(bits))?;
    }
    Ok(a.pow(b)?.into())
}

pub(super) fn floats(op: BinaryOp, a: f64, b: f64) -> PyResult<Option<Value>> {
    Ok(Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::TrueDiv => {
            if b == 0.0 {
                return Err(zero_division_error("float division by zero"));
            }
            a / b
        }
        BinaryOp::FloorDiv => float_math::floor_div(a, b)?,
        BinaryOp::Mod => float_math::modulo(a, b)?,
        BinaryOp::Pow => return float_pow(a, b),
        _ => return Ok(None),
    })))
}

/// `float_pow` (Objects/floatobject.c).
fn float_pow(a: f64, b: f64) -> PyResult<Option<Value>> {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b != b.floor() {
        return complex_pow((a, 0.0), (b, 0.0)).map(Some);
    }
    let power = float_math::pow(a, b);
    if power.is_infinite() && a.is_finite() && b.is_finite() {
        let args = vec![Value::Int(34), "Numerical result out of range".into()];
        return Err(Exc::new(&crate::objects::types().overflow_error, args));
    }
    Ok(Some(Value::Float(power)))
}

type Pair = (f64, f64);

fn complex_of(value: &Value) -> Option<PyResult<Pair>> {
    match value {
        Value::Complex(c) => Some(Ok((c.real, c.imag))),
        _ => real(value).map(|x| x.map(|x| (x, 0.0))),
    }
}

fn complexes(op: BinaryOp, a: Pair, b: Pair) -> PyResult<Option<Value>> {
    let (real, imag) = match op {
        BinaryOp::Add => (a.0 + b.0, a.1 + b.1),
        BinaryOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinaryOp::Mul => product(a, b),
        BinaryOp::TrueDiv => quotient(a, b)?,
        BinaryOp::Pow => return complex_pow(a, b).map(Some),
        _ => return Ok(None),
    };
    Ok(Some(Value::complex(real, imag)))
}

fn product(a: Pair, b: Pair) -> Pair {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `_Py_c_quot`: scaled by the larger part of the divisor.
fn quotient(a: Pair, b: Pair) -> PyResult<Pair> {
    if b.0 == 0.0 && b.1 == 0.0 {
        return Err(zero_division_error("complex division by zero"));
    }
    Ok(if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let scale = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / scale, (a.1 - a.0 * ratio) / scale)
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let scale = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / scale, (a.1 * ratio - a.0) / scale)
    } else {
        (f64::NAN, f64::NAN)
    })
}

/// `complex_pow`: whole small exponents by multiplication, others by logarithms.
fn complex_pow(a: Pair, b: Pair) -> PyResult {
    let (real, imag) = if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0 {
        let mut n = b.0.abs() as u32;
        let (mut power, mut square) = ((1.0, 0.0), a);
        while n > 0 {
            if n & 1 == 1 {
                power = product(power, square);
            }
            n >>= 1;
            if n > 0 {
                square = product(square, square);
            }
        }
        if b.0 < 0.0 { quotient((1.0, 0.0), power).map_err(|_| zero_power())? } else { power }
    } else if b == (0.0, 0.0) {
        (1.0, 0.0)
    } else if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(zero_power());
        }
        (0.0, 0.0)
    } else {
        let size = float_math::hypot(&[a.0, a.1]);
        let mut length = float_math::pow(size, b.0);
        let angle = float_math::atan2(a.1, a.0);
        let mut phase = angle * b.0;
        if b.1 != 0.0 {
            length /= float_math::exp(angle * b.1);
            phase += b.1 * float_math::log(size);
        }
        // The C library's cosine takes the wrong domain for an error, whatever it is of.
        if phase.is_infinite() {
            return Err(zero_power());
        }
        let (real, imag) = (length * float_math::cos(phase), length * float_math::sin(phase));
        let huge = real.is_infinite() || imag.is_infinite();
        return if huge { Err(overflow_error("complex exponentiation")) } else { Ok(Value::complex(real, imag)) };
    };
    if (real.is_infinite() || imag.is_infinite()) && [a.0, a.1, b.0, b.1].iter().all(|x| x.is_finite()) {
        return Err(overflow_error("complex exponentiation"));
    }
    Ok(Value::complex(real, imag))
}

fn zero_power() -> Exc {
    zero_division_error("0.0 to a negative or complex power")
}

/// `-x`, `+x`, `~x` of an exact number.
pub(in crate::objects) fn unary_number(op: UnaryOp, value: &Value) -> Option<Value> {
    match value {
        Value::Float(x) => match op {
            UnaryOp::Neg => Some(Value::Float(-x)),
            UnaryOp::Pos => Some(Value::Float(*x)),
            UnaryOp::Invert => None,
        },
        Value::Complex(c) => match op {
            UnaryOp::Neg => Some(Value::complex(-c.real, -c.imag)),
            UnaryOp::Pos => Some(value.clone()),
            UnaryOp::Invert => None,
        },
        _ => {
            let n = int_ref(value)?;
            Some(match op {
                UnaryOp::Neg => n.neg().into(),
                UnaryOp::Pos => n.to_int().into(),
                UnaryOp::Invert => n.invert().into(),
            })
        }
    }
}
