//! The operator `%` of str and bytes.

use std::rc::Rc;

use super::bytes_like;
use crate::objects::exception::{PyResult, overflow_error, type_error};
use crate::objects::format_spec::percent::{Conversion, Count, Piece, next_piece};
use crate::objects::int::{IntRef, float_to_int};
use crate::objects::interp::Interp;
use crate::objects::ops::{self, convert::as_index};
use crate::objects::str::PyStr;
use crate::objects::string::Str;
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of, types};
use crate::objects::value::Value;

/// The arguments on the right.
struct Arguments<'a> {
    all: &'a Value,
    /// A tuple gives its items one by one, anything else is the one argument.
    items: &'a [Value],
    next: usize,
    /// A conversion took its value from the mapping.
    mapped: bool,
    bytes: bool,
}

/// `format % value`; where there is nothing but literal text, it is the format itself that comes out.
pub(in crate::objects) fn format(i: &mut dyn Interp, whole: &Value, format: &Rc<Str>, value: &Value) -> PyResult {
    let text = run(i, &format.data, value, false)?;
    let literal = match format.data.as_ascii() {
        Some(format) => !format.is_empty() && !format.contains('%'),
        None => !format.data.points().any(|point| point == u32::from(b'%')),
    };
    Ok(if literal { whole.clone() } else { text.into() })
}

/// `bytes % value`
pub(in crate::objects) fn format_bytes(i: &mut dyn Interp, format: &Value, value: &Value) -> PyResult {
    let format_text = PyStr::from_latin1(&bytes_like::to_vec(format).unwrap_or_default());
    let text = run(i, &format_text, value, true)?;
    Ok(bytes_like::same_kind(format, text.points().map(|p| p as u8).collect()))
}

fn run(i: &mut dyn Interp, format: &PyStr, value: &Value, bytes: bool) -> PyResult<PyStr> {
    let one = std::slice::from_ref(value);
    let items = match value.plain() {
        Value::Tuple(t) => &t.items[..],
        _ => one,
    };
    let mut arguments = Arguments { all: value, items, next: 0, mapped: false, bytes };
    let mut out = PyStr::new();
    let mut at = 0;
    while let Some(piece) = next_piece(format, &mut at, bytes) {
        match piece {
            Piece::Literal(start, end) => out.push_range(format, start, end),
            Piece::Conversion(conversion) => convert(i, format, conversion, &mut arguments, &mut out)?,
        }
    }
    if arguments.next < arguments.items.len() && !arguments.is_mapping() {
        let kind = if bytes { "bytes" } else { "string" };
        return Err(type_error(format!("not all arguments converted during {kind} formatting")));
    }
    Ok(out)
}

impl Arguments<'_> {
    fn take(&mut self) -> PyResult<Value> {
        let value = self.items.get(self.next).cloned();
        self.next += 1;
        value.filter(|_| !self.mapped).ok_or_else(|| type_error("not enough arguments for format string"))
    }

    /// Whether names find their values in what stands on the right (`PyMapping_Check`): in a list as well.
    fn is_mapping(&self) -> bool {
        match self.all.plain() {
            Value::Tuple(_) | Value::Str(_) => false,
            _ if self.bytes && bytes_like::to_vec(self.all).is_some() && !bytes_like::is_view(self.all) => false,
            Value::Object(_) => !ops::is_deque(self.all) && type_of(self.all).lookup(known::GETITEM).is_some(),
            plain => matches!(plain, Value::Dict(_) | Value::List(_) | Value::Bytes(_) | Value::Range(_)),
        }
    }
}

fn convert(
    i: &mut dyn Interp,
    format: &PyStr,
    mut conversion: Conversion,
    arguments: &mut Arguments<'_>,
    out: &mut PyStr,
) -> PyResult<()> {
    let mut mapped = None;
    if let Some((start, end)) = conversion.key {
        if !arguments.is_mapping() {
            return Err(type_error("format requires a mapping"));
        }
        if end >= format.len()
            && let Some(error) = conversion.error.take()
        {
            return Err(error.into());
        }
        let key = format.slice(start, end);
        let key =
            if arguments.bytes { Value::bytes(key.points().map(|p| p as u8).collect::<Vec<_>>()) } else { key.into() };
        let flow = ops::get_item(i, arguments.all, &key)?;
        mapped = Some(i.finish(flow)?);
        arguments.next = arguments.items.len();
    }
    if conversion.width == Count::FromArgument {
        let width = star(arguments, &mut mapped, "ssize_t")?;
        conversion.set_width(width);
    }
    if conversion.precision == Count::FromArgument {
        let precision = star(arguments, &mut mapped, "int")?;
        conversion.set_precision(precision);
    }
    if let Some(error) = conversion.error.take() {
        return Err(error.into());
    }
    if let Count::Number(n) = conversion.width {
        i.reserve(usize::try_from(n).unwrap_or(0))?;
    }
    let kind = u8::try_from(conversion.kind).unwrap_or(0);
    if kind == b'%' && format.at(conversion.index - 1) == u32::from(b'%') {
        out.push(b'%'.into());
        return Ok(());
    }
    let value = match mapped {
        Some(value) => value,
        None => arguments.take()?,
    };
    if !matches!(
        kind,
        b's' | b'r' | b'a' | b'c' | b'd' | b'i' | b'u' | b'o' | b'x' | b'X' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G'
    ) && (kind != b'b' || !arguments.bytes)
    {
        return Err(conversion.unsupported(arguments.bytes).into());
    }
    let fills = match kind {
        b's' | b'r' | b'a' | b'b' | b'c' => false,
        b'g' | b'G' if !conversion.alternate => false,
        _ => !matches!(value, Value::Float(number) if !number.is_finite()),
    };
    if let Count::Number(n) = conversion.precision
        && fills
    {
        i.reserve(usize::try_from(n).unwrap_or(0))?;
    }
    match &value {
        Value::Str(text) if kind == b's' && conversion.is_bare() && !arguments.bytes => {
            out.push_py(&text.data);
            return Ok(());
        }
        Value::Int(n) if matches!(kind, b's' | b'd' | b'i') && conversion.is_bare() && !arguments.bytes => {
            out.push_str(itoa::Buffer::new().format(*n));
            return Ok(());
        }
        _ => {}
    }
    out.push_py(&match kind {
        b's' | b'b' if arguments.bytes => conversion.text(&bytes_text(i, &value)?),
        b's' => conversion.text(&ops::str_text(i, &value)?.data),
        b'r' if !arguments.bytes => conversion.text(&ops::repr_text(i, &value)?.data),
        b'r' | b'a' => conversion.text(&ops::repr_text(i, &value)?.data.escape_non_ascii()),
        b'c' => character(i, &conversion, &value, arguments.bytes)?,
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => conversion.float(float(i, &value, arguments.bytes)?),
        b'i' if arguments.bytes => integer(i, &conversion, &value, b'd')?,
        _ => integer(i, &conversion, &value, kind)?,
    });
    Ok(())
}

/// The number that a `*` stands for, which must fit `kind` of C's: what a name before it has found, if there is one.
fn star(arguments: &mut Arguments<'_>, mapped: &mut Option<Value>, kind: &str) -> PyResult<i64> {
    let value = match mapped.take() {
        Some(value) => value,
        None => arguments.take()?,
    };
    match value.plain() {
        Value::Int(n) if kind != "int" || i32::try_from(*n).is_ok() => Ok(*n),
        Value::Bool(b) => Ok((*b).into()),
        Value::Int(_) | Value::BigInt(_) => Err(overflow_error(format!("Python int too large to convert to C {kind}"))),
        _ => Err(type_error("* wants int")),
    }
}

fn bytes_text(i: &mut dyn Interp, value: &Value) -> PyResult<PyStr> {
    if let Some(data) = bytes_like::with_gaps(i, value)? {
        return Ok(PyStr::from_latin1(&data));
    }
    if let Some(own) = super::bytes::by_itself(i, value)?
        && let Value::Bytes(bytes) = own.plain()
    {
        return Ok(PyStr::from_latin1(&bytes.data));
    }
    let name = type_name(value);
    Err(type_error(format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'")))
}

fn character(i: &mut dyn Interp, conversion: &Conversion, value: &Value, bytes: bool) -> PyResult<PyStr> {
    if bytes {
        if let Some(data) = bytes_like::to_vec(value).filter(|d| d.len() == 1) {
            return Ok(conversion.character(data[0].into()));
        }
        return match as_index(i, value)?.map(|n| n.as_int()) {
            Some(Some(n @ 0..256)) => Ok(conversion.character(n as u32)),
            Some(_) => Err(overflow_error("%c arg not in range(256)")),
            None => Err(type_error("%c requires an integer in range(256) or a single byte")),
        };
    }
    if let Some(s) = value.as_str() {
        return match s.data.len() {
            1 => Ok(conversion.character(s.data.at(0))),
            _ => Err(type_error("%c requires int or char")),
        };
    }
    match integral(as_index(i, value))?.as_ref().and_then(ops::int_ref) {
        Some(n) => Ok(conversion.character_of(n)?),
        None => Err(type_error("%c requires int or char")),
    }
}

fn float(i: &mut dyn Interp, value: &Value, bytes: bool) -> PyResult<f64> {
    match ops::to_float(i, value) {
        Err(exc) if bytes && exc.is_a(&types().type_error) => {
            Err(type_error(format!("float argument required, not {}", type_name(value))))
        }
        number => number,
    }
}

/// A number, or None where there is none or TypeError says so: the conversion has words of its own for that.
fn integral(number: PyResult<Option<Value>>) -> PyResult<Option<Value>> {
    match number {
        Err(exc) if exc.is_a(&types().type_error) => Ok(None),
        number => number,
    }
}

fn integer(i: &mut dyn Interp, conversion: &Conversion, value: &Value, kind: u8) -> PyResult<PyStr> {
    let show = |i: &mut dyn Interp, n: IntRef<'_>| -> PyResult<PyStr> {
        let limit = ops::max_str_digits(i, n.bit_length())?;
        Ok(conversion.int(n, limit)?)
    };
    if let Some(n) = ops::int_ref(value) {
        return show(i, n);
    }
    let shown = kind as char;
    if matches!(kind, b'o' | b'x' | b'X') {
        if let Some(n) = integral(as_index(i, value))?.as_ref().and_then(ops::int_ref) {
            return show(i, n);
        }
        return Err(type_error(format!("%{shown} format: an integer is required, not {}", type_name(value))));
    }
    if let Value::Float(x) = value {
        return show(i, float_to_int(*x)?.lend());
    }
    if let Some(method) = ops::special(i, value, known::INT)? {
        let n = integral(i.call(&method, crate::objects::Args::none()).map(Some))?;
        if let Some(n) = n.as_ref().and_then(ops::int_ref) {
            return show(i, n);
        }
    } else if let Some(n) = integral(as_index(i, value))?.as_ref().and_then(ops::int_ref) {
        return show(i, n);
    }
    Err(type_error(format!("%{shown} format: a real number is required, not {}", type_name(value))))
}
