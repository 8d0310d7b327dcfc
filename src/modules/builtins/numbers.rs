//! Numbers and characters: `abs`, `round`, `divmod`, `pow`, `hex`, `oct`, `bin`, `chr`, `ord`.

use std::rc::Rc;

use super::Code::{self, Flow as F, Sync as S};
use crate::objects::args::Args;
use crate::objects::attribute::call_special;
use crate::objects::builtin_types::{bytearray, bytes_like};
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, BinaryOp};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

pub(super) const FUNCTIONS: &[(&str, Code)] = &[
    ("abs", Code::Quick(quick_abs, abs)),
    ("round", F(round)),
    ("divmod", Code::Quick(quick_divmod, divmod)),
    ("pow", F(pow)),
    ("hex", S(|i, args| digits(i, args, "hex", 16, "0x"))),
    ("oct", S(|i, args| digits(i, args, "oct", 8, "0o"))),
    ("bin", S(|i, args| digits(i, args, "bin", 2, "0b"))),
    ("chr", Code::Quick(quick_chr, |i, args| chr(i, args).map(Flow::Done))),
    ("ord", Code::Quick(quick_ord, |i, args| ord(i, args).map(Flow::Done))),
];

fn quick_abs(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [Value::Int(n)] => n.checked_abs().map(Value::Int),
        [Value::Float(x)] => Some(Value::Float(x.abs())),
        _ => None,
    }
}

fn abs(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [value] = args.exactly("abs")?;
    if let Some(size) = quick_abs(i, &mut [value.clone()]) {
        return Ok(size.into());
    }
    call_special(i, &value, known::ABS, Args::none())?
        .ok_or_else(|| type_error(format!("bad operand type for abs(): '{}'", type_name(&value))))
}

fn round(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [number, digits] = args.bind_in_c("round", &["number", "ndigits"], 1)?;
    let rest = if matches!(digits, Value::Unset | Value::None) { Args::none() } else { Args::one(digits) };
    call_special(i, &number, known::ROUND, rest)?
        .ok_or_else(|| type_error(format!("type {} doesn't define __round__ method", type_name(&number))))
}

fn quick_divmod(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Int(a), Value::Int(b)] = args else { return None };
    let (quotient, rest) = (a.checked_div(*b)?, a.checked_rem(*b)?);
    // Rounded down.
    let down = rest != 0 && (rest < 0) != (*b < 0);
    Some(Value::pair(Value::Int(quotient - down as i64), Value::Int(if down { rest + *b } else { rest })))
}

fn divmod(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [a, b] = args.exactly("divmod")?;
    let wrong = |a: &Value, b: &Value| -> Exc {
        let (a, b) = (type_name(a), type_name(b));
        type_error(format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'"))
    };
    let (own, other) = (type_of(&a), type_of(&b));
    let reflected = (&b, known::RDIVMOD, &a);
    let tries = match Rc::ptr_eq(&own, &other) {
        true => vec![(&a, known::DIVMOD, &b)],
        // A subclass is asked first.
        false if other.is_subclass_of(&own) => vec![reflected, (&a, known::DIVMOD, &b)],
        false => vec![(&a, known::DIVMOD, &b), reflected],
    };
    let tries: Vec<_> = tries.into_iter().map(|(of, name, with)| (of.clone(), name, with.clone())).collect();
    first_answer(i, tries.into_iter(), move || wrong(&a, &b))
}

/// What the first of these methods answers that knows the operands.
fn first_answer(
    i: &mut dyn Interp,
    mut tries: std::vec::IntoIter<(Value, Symbol, Value)>,
    wrong: impl FnOnce() -> Exc + 'static,
) -> PyResult<Flow> {
    while let Some((of, name, with)) = tries.next() {
        match call_special(i, &of, name, Args::one(with))? {
            None | Some(Flow::Done(Value::NotImplemented)) => {}
            Some(flow) => {
                return flow.then(i, move |i, answer| match answer {
                    Value::NotImplemented => first_answer(i, tries, wrong),
                    answer => Ok(answer.into()),
                });
            }
        }
    }
    Err(wrong())
}

fn pow(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let given = args.positional_count();
    if given < 2 && args.names.is_none() {
        let name = ["base", "exp"][given];
        return Err(type_error(format!("pow() missing required argument '{name}' (pos {})", given + 1)));
    }
    let [base, exp, modulus] = args.bind_in_c("pow", &["base", "exp", "mod"], 2)?;
    match modulus {
        Value::Unset | Value::None => ops::binary(i, BinaryOp::Pow, false, &base, &exp),
        modulus => ops::power_mod(i, &base, &exp, &modulus),
    }
}

fn digits(i: &mut dyn Interp, args: Args, name: &str, radix: u32, prefix: &str) -> PyResult {
    let [value] = args.exactly(name)?;
    let (negative, text) = match ops::to_int(i, &value)? {
        Value::Int(n) => {
            let size = n.unsigned_abs();
            let text = match radix {
                16 => format!("{size:x}"),
                8 => format!("{size:o}"),
                _ => format!("{size:b}"),
            };
            (n < 0, text)
        }
        Value::BigInt(n) => (n.sign() == num_bigint::Sign::Minus, n.magnitude().to_str_radix(radix)),
        _ => return Err(type_error("an integer is required")),
    };
    Ok(Value::from(format!("{}{prefix}{text}", if negative { "-" } else { "" })))
}

fn quick_chr(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [Value::Int(n @ 0..0x110000)] => Some(ops::character(*n as u32)),
        _ => None,
    }
}

fn quick_ord(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [Value::Str(s)] if s.data.len() == 1 => Some(Value::Int(s.data.at(0) as i64)),
        _ => None,
    }
}

fn chr(i: &mut dyn Interp, args: Args) -> PyResult {
    let [value] = args.exactly("chr")?;
    match ops::to_int(i, &value)? {
        Value::Int(n) if (0..0x110000).contains(&n) => Ok(ops::character(n as u32)),
        _ => Err(value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(_: &mut dyn Interp, args: Args) -> PyResult {
    let [value] = args.exactly("ord")?;
    let len = match value.plain() {
        Value::Str(s) if s.data.len() == 1 => return Ok(Value::Int(s.data.at(0) as i64)),
        Value::Bytes(b) if b.data.len() == 1 => return Ok(Value::Int(b.data[0] as i64)),
        Value::Str(s) => s.data.len(),
        Value::Bytes(b) => b.data.len(),
        _ if bytearray::of(&value).is_some() => match *bytes_like::to_vec(&value).unwrap_or_default() {
            [byte] => return Ok(Value::Int(byte.into())),
            ref data => data.len(),
        },
        _ => {
            let name = type_name(&value);
            return Err(type_error(format!("ord() expected string of length 1, but {name} found")));
        }
    };
    Err(type_error(format!("ord() expected a character, but string of length {len} found")))
}
