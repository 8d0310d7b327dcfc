//! Module `math`: elementary functions over `objects/float_math`, exact integers over `objects/int`.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::float_math as f;
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn, SyncFn};
use crate::objects::int::{IntRef, cost, float_to_int};
use crate::objects::module::Module;
use crate::objects::ops::{self, int_ref};
use crate::objects::{Interp, Symbol, Value, known, type_name};

use super::math_integers::{choose, factorial, fold, integer};
use super::math_sums::{fsum, prod, sumprod};

/// Functions of one float: the name, the function, whether an infinite result means an overflow (else a pole).
type Unary = (&'static str, fn(f64) -> f64, bool);

const UNARY: &[Unary] = &[
    ("acos", f::acos, false),
    ("acosh", f::acosh, false),
    ("asin", f::asin, false),
    ("asinh", f::asinh, false),
    ("atan", f::atan, false),
    ("atanh", f::atanh, false),
    ("cbrt", f::cbrt, false),
    ("cos", f::cos, false),
    ("cosh", f::cosh, true),
    ("erf", f::erf, false),
    ("erfc", f::erfc, false),
    ("exp", f::exp, true),
    ("exp2", f::exp2, true),
    ("expm1", f::expm1, true),
    ("fabs", f64::abs, false),
    ("log1p", f::log1p, false),
    ("sin", f::sin, false),
    ("sinh", f::sinh, true),
    ("sqrt", f64::sqrt, false),
    ("tan", f::tan, false),
    ("tanh", f::tanh, false),
];

const SYNCS: &[(&str, SyncFn)] = &[
    ("atan2", |i, args| two(i, args, "math.atan2", |y, x| Ok(f::atan2(y, x)))),
    ("copysign", |i, args| two(i, args, "math.copysign", |x, y| Ok(x.copysign(y)))),
    ("fmod", |i, args| {
        two(i, args, "math.fmod", |x, y| {
            if x.is_finite() && y.is_infinite() {
                return Ok(x);
            }
            Ok(f::checked(x % y, &[x, y], false)?)
        })
    }),
    ("remainder", |i, args| two(i, args, "math.remainder", remainder)),
    ("pow", |i, args| two(i, args, "math.pow", power)),
    ("nextafter", nextafter),
    ("ulp", |i, args| one(i, args, "ulp").map(|x| ulp(x).into())),
    ("degrees", |i, args| one(i, args, "degrees").map(|x| (x * (180.0 / std::f64::consts::PI)).into())),
    ("gamma", |i, args| off_the_poles(i, args, "gamma", f::gamma)),
    ("lgamma", |i, args| off_the_poles(i, args, "lgamma", f::lgamma)),
    ("radians", |i, args| one(i, args, "radians").map(|x| (x * (std::f64::consts::PI / 180.0)).into())),
    ("isfinite", |i, args| one(i, args, "isfinite").map(|x| x.is_finite().into())),
    ("isinf", |i, args| one(i, args, "isinf").map(|x| x.is_infinite().into())),
    ("isnan", |i, args| one(i, args, "isnan").map(|x| x.is_nan().into())),
    ("modf", |i, args| {
        let x = one(i, args, "modf")?;
        let (whole, part) = if x.is_infinite() { (x, 0.0) } else { (x.trunc(), x - x.trunc()) };
        Ok(Value::tuple([Value::Float(part.copysign(x)), Value::Float(whole)]))
    }),
    ("frexp", |i, args| {
        let (mantissa, exponent) = f::frexp(one(i, args, "frexp")?);
        Ok(Value::tuple([Value::Float(mantissa), Value::Int(exponent.into())]))
    }),
    ("ldexp", ldexp),
    ("fma", |i, args| {
        let [x, y, z] = args.exactly("math.fma")?;
        let (x, y, z) = (ops::to_float(i, &x)?, ops::to_float(i, &y)?, ops::to_float(i, &z)?);
        let result = libm::fma(x, y, z);
        if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) {
            return Err(value_error("invalid operation in fma"));
        }
        if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
            return Err(crate::objects::exception::overflow_error("overflow in fma"));
        }
        Ok(result.into())
    }),
    ("log", log),
    ("log2", |i, args| {
        let [x] = args.exactly("math.log2")?;
        logarithm(i, &x, f::log2).map(Value::Float)
    }),
    ("log10", |i, args| {
        let [x] = args.exactly("math.log10")?;
        logarithm(i, &x, f::log10).map(Value::Float)
    }),
    ("hypot", |i, args| {
        args.no_keywords("math.hypot")?;
        let coordinates = floats(i, &args.values)?;
        Ok(f::hypot(&coordinates).into())
    }),
    ("dist", dist),
    ("isclose", isclose),
    ("gcd", |i, args| fold(i, args, "math.gcd", 0, |a, b| a.gcd(b))),
    ("lcm", |i, args| fold(i, args, "math.lcm", 1, |a, b| a.lcm(b))),
    ("isqrt", |i, args| {
        let [n] = args.exactly("math.isqrt")?;
        let n = ops::to_int(i, &n)?;
        ops::afford(i, cost::root(integer(&n)))?;
        Ok(integer(&n).isqrt()?.into())
    }),
    ("factorial", factorial),
    ("comb", |i, args| choose(i, args, "comb")),
    ("perm", |i, args| choose(i, args, "perm")),
];

const FLOWS: &[(&str, FlowFn)] = &[
    ("ceil", |i, args| rounded(i, args, "ceil", "__ceil__", f64::ceil)),
    ("floor", |i, args| rounded(i, args, "floor", "__floor__", f64::floor)),
    ("trunc", trunc),
    ("fsum", fsum),
    ("prod", prod),
    ("sumprod", sumprod),
];

fn one(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<f64> {
    match &args.values[..] {
        [Value::Float(x)] if args.names.is_none() => Ok(*x),
        [x] if args.names.is_none() => ops::to_float(i, x),
        _ => args.exactly(&format!("math.{name}")).and_then(|[x]| ops::to_float(i, &x)),
    }
}

/// A function that has no value where the gamma function has none.
fn off_the_poles(i: &mut dyn Interp, args: Args, name: &str, function: fn(f64) -> f64) -> PyResult {
    let x = one(i, args, name)?;
    if x <= 0.0 && x.is_finite() && x == x.floor() {
        return Err(value_error("math domain error"));
    }
    Ok(Value::Float(f::checked(function(x), &[x], true)?))
}

fn two(i: &mut dyn Interp, args: Args, name: &str, function: fn(f64, f64) -> PyResult<f64>) -> PyResult {
    let [x, y] = args.exactly(name)?;
    let (x, y) = (ops::to_float(i, &x)?, ops::to_float(i, &y)?);
    function(x, y).map(Value::Float)
}

fn floats(i: &mut dyn Interp, values: &[Value]) -> PyResult<Vec<f64>> {
    values.iter().map(|v| ops::to_float(i, v)).collect()
}

/// IEEE 754's remainder: of the division rounded to the nearest, ties to even.
fn remainder(x: f64, y: f64) -> PyResult<f64> {
    if x.is_finite() && y.is_finite() && y != 0.0 {
        let (size, divisor) = (x.abs(), y.abs());
        let rest = size % divisor;
        let other = divisor - rest;
        let nearest = if rest < other {
            rest
        } else if rest > other {
            -other
        } else {
            rest - 2.0 * ((0.5 * (size - rest)) % divisor)
        };
        return Ok(1f64.copysign(x) * nearest);
    }
    if x.is_nan() || y.is_nan() {
        return Ok(f64::NAN);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(value_error("math domain error"));
    }
    Ok(x)
}

fn power(x: f64, y: f64) -> PyResult<f64> {
    let result = f::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || x == 0.0 && y < 0.0 {
            return Err(value_error("math domain error"));
        }
        if result.is_infinite() {
            return Err(crate::objects::exception::overflow_error("math range error"));
        }
    }
    Ok(result)
}

fn step(x: f64, up: bool) -> f64 {
    if x == 0.0 {
        return if up { f64::from_bits(1) } else { -f64::from_bits(1) };
    }
    let bits = x.to_bits();
    f64::from_bits(if (x > 0.0) == up { bits + 1 } else { bits - 1 })
}

/// The floats in their order, numbered from zero on.
fn place(x: f64) -> i64 {
    let magnitude = (x.to_bits() & !(1 << 63)) as i64;
    if x.is_sign_negative() { -magnitude } else { magnitude }
}

fn nextafter(i: &mut dyn Interp, args: Args) -> PyResult {
    let [x, y, steps] = args.bind_in_c("nextafter", &["x", "y", "/", "*", "steps"], 2)?;
    let (x, y) = (ops::to_float(i, &x)?, ops::to_float(i, &y)?);
    let mut left = 1;
    let given = !matches!(steps, Value::Unset | Value::None);
    if given {
        let steps = ops::to_int(i, &steps)?;
        let steps = int_ref(&steps).unwrap_or(IntRef::Small(0));
        if steps.is_negative() {
            return Err(value_error("steps must be a non-negative integer"));
        }
        left = u64::try_from(&*steps.to_big()).unwrap_or(u64::MAX);
    }
    if x.is_nan() || y.is_nan() {
        return Ok(Value::Float(f64::NAN));
    }
    let (from, to) = (place(x), place(y));
    if left == 0 {
        return Ok(Value::Float(x));
    }
    if left >= from.abs_diff(to) {
        // The one step that C's own function makes to zero keeps the sign.
        let keeps = !given && from != to && y == 0.0;
        return Ok(Value::Float(if keeps { y.copysign(x) } else { y }));
    }
    let at = if to > from { from.wrapping_add_unsigned(left) } else { from.wrapping_sub_unsigned(left) };
    let magnitude = f64::from_bits(at.unsigned_abs());
    // Zero keeps the sign of where the way began.
    let negative = at < 0 || at == 0 && x.is_sign_negative();
    Ok(Value::Float(if negative { -magnitude } else { magnitude }))
}

fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = step(x, true);
    if above.is_infinite() { x - step(x, false) } else { above - x }
}

fn ldexp(i: &mut dyn Interp, args: Args) -> PyResult {
    let [x, exponent] = args.exactly("math.ldexp")?;
    let x = ops::to_float(i, &x)?;
    let exponent = match exponent.plain() {
        Value::Int(n) => *n,
        Value::Bool(b) => *b as i64,
        Value::BigInt(n) => {
            if n.sign() == num_bigint::Sign::Minus {
                i64::MIN
            } else {
                i64::MAX
            }
        }
        _ => return Err(type_error("Expected an int as second argument to ldexp.")),
    };
    let result = f::ldexp(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(crate::objects::exception::overflow_error("math range error"));
    }
    Ok(result.into())
}

/// A logarithm of a float or of an int of any size.
fn logarithm(i: &mut dyn Interp, x: &Value, function: fn(f64) -> f64) -> PyResult<f64> {
    if let Some(n) = ops::int_ref(x.plain()) {
        return match n.is_negative() || n.is_zero() {
            true => Err(value_error("math domain error")),
            false => Ok(f::log_of_int(n, function)?),
        };
    }
    let x = ops::to_float(i, x)?;
    if x.is_nan() || x > 0.0 {
        return Ok(function(x));
    }
    Err(value_error("math domain error"))
}

fn log(i: &mut dyn Interp, args: Args) -> PyResult {
    let [x, base] = args.between("math.log", 1)?;
    let x = logarithm(i, &x, f::log)?;
    if base.is_unset() {
        return Ok(x.into());
    }
    let base = logarithm(i, &base, f::log)?;
    if base == 0.0 {
        return Err(Exc::message(&crate::objects::types().zero_division_error, "float division by zero"));
    }
    Ok((x / base).into())
}

fn dist(i: &mut dyn Interp, args: Args) -> PyResult {
    let [p, q] = args.exactly("math.dist")?;
    let (p, q) = (ops::to_vec(i, &p)?, ops::to_vec(i, &q)?);
    if p.len() != q.len() {
        return Err(value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (floats(i, &p)?, floats(i, &q)?);
    Ok(f::dist(&p, &q).into())
}

fn isclose(i: &mut dyn Interp, args: Args) -> PyResult {
    let [a, b, relative, absolute] = args.bind_in_c("isclose", &["a", "b", "*", "rel_tol", "abs_tol"], 2)?;
    let (a, b) = (ops::to_float(i, &a)?, ops::to_float(i, &b)?);
    let relative = if relative.is_unset() { 1e-9 } else { ops::to_float(i, &relative)? };
    let absolute = if absolute.is_unset() { 0.0 } else { ops::to_float(i, &absolute)? };
    if relative < 0.0 || absolute < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(close.into())
}

/// `ceil`, `floor`: by the float, else by the special method, else by `__float__`.
fn rounded(i: &mut dyn Interp, args: Args, name: &str, method: &str, function: fn(f64) -> f64) -> PyResult<Flow> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    if let Value::Float(x) = x {
        return Ok(Flow::Done(float_to_int(function(x))?.into()));
    }
    if let Some(method) = ops::special(i, &x, Symbol::new(method))? {
        return Ok(Flow::call(method, Args::none()));
    }
    let x = ops::to_float(i, &x)?;
    Ok(Flow::Done(float_to_int(function(x))?.into()))
}

fn trunc(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [x] = args.exactly("math.trunc")?;
    match ops::special(i, &x, Symbol::new("__trunc__"))? {
        Some(method) => Ok(Flow::call(method, Args::none())),
        None => Err(type_error(format!("type {} doesn't define __trunc__ method", type_name(&x)))),
    }
}

/// Module `math`.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("math");
    for &(name, function, can_overflow) in UNARY {
        let general = move |i: &mut dyn Interp, args: Args| {
            let x = one(i, args, name)?;
            Ok(Flow::Done(Value::Float(f::checked(function(x), &[x], can_overflow)?)))
        };
        let code = BuiltinCode::Float(function, Rc::new(general));
        module.set(Symbol::new(name), Builtin::new(name, "math", Binding::Function, code));
    }
    for (name, code) in SYNCS {
        module.set(Symbol::new(name), Builtin::sync(name, "math", *code));
    }
    for (name, code) in FLOWS {
        module.set(Symbol::new(name), Builtin::function(name, "math", *code));
    }
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        module.set(Symbol::new(name), Value::Float(value));
    }
    module.set(
        known::DOC,
        "This module provides access to the mathematical functions\ndefined by the C standard.".into(),
    );
    Ok(module)
}
