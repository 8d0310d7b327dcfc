//! The methods of `bytes` and `bytearray`.

use std::rc::Rc;

use super::bytes_items::{BYTES, from_source, with_items};
use super::bytes_like::Held;
use super::iterator_types::class_of;
use super::payload::{at_most, make_with};
use super::str::search_bounds;
use super::{bytearray, bytearray_methods, bytes_hex, bytes_like, codec};
use crate::objects::args::Args;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::{Flow, SyncFn};
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, wrong_receiver};
use crate::objects::ops::{self, convert::as_index};
use crate::objects::str::bytes as raw;
use crate::objects::symbol::known;
use crate::objects::types::{Types, argument_type, type_name, types};
use crate::objects::value::Value;

/// The receiver. Its bytes are looked at once all arguments are known, since those of a bytearray may change until then.
pub(super) fn receiver(args: &mut Args, method: &str) -> PyResult {
    let this = args.take_receiver();
    match bytes_like::with(&this, |_| ()) {
        Some(()) => Ok(this),
        None => Err(wrong_receiver(&this, "bytes", method)),
    }
}

fn data(this: &Value) -> Held<'_> {
    bytes_like::held(this).unwrap_or(Held::Shared(&[]))
}

/// What a method of the receiver's class is called in errors.
fn named(this: &Value, method: &str) -> String {
    format!("{}.{method}", if matches!(this.plain(), Value::Bytes(_)) { "bytes" } else { "bytearray" })
}

/// Bytes, or one byte as an int: what `find` and `count` look for.
fn needle(i: &mut dyn Interp, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(data) = bytes_like::argument(i, value)? {
        return Ok(data);
    }
    match as_index(i, value)? {
        Some(n) => Ok(vec![bytes_like::byte(&n)?]),
        None => {
            let name = type_name(value);
            Err(type_error(format!("argument should be integer or bytes-like object, not '{name}'")))
        }
    }
}

fn search(i: &mut dyn Interp, mut args: Args, method: &str, right: bool, must: bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [part, start, end] = args.between(method, 1)?;
    let (start, end) = search_bounds(i, &start, &end)?;
    let part = needle(i, &part)?;
    let data = data(&this);
    let found = raw::adjust(start, end, data.len()).and_then(|(from, to)| {
        let hay = &data[from..to];
        if right { raw::rfind(hay, &part) } else { raw::find(hay, &part) }.map(|at| at + from)
    });
    match found {
        Some(at) => Ok(at.into()),
        None if must => Err(value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "count")?;
    let [part, start, end] = args.between("count", 1)?;
    let (start, end) = search_bounds(i, &start, &end)?;
    let part = needle(i, &part)?;
    let data = data(&this);
    Ok(match raw::adjust(start, end, data.len()) {
        Some((from, to)) => raw::occurrences(&data[from..to], &part, usize::MAX).len().into(),
        None => Value::Int(0),
    })
}

fn affix(i: &mut dyn Interp, mut args: Args, method: &str, at_end: bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [affix, start, end] = args.between(method, 1)?;
    let (start, end) = search_bounds(i, &start, &end)?;
    let test = |part: &[u8]| {
        let data = data(&this);
        let hay = raw::adjust(start, end, data.len()).map(|(from, to)| &data[from..to]);
        hay.is_some_and(|hay| if at_end { hay.ends_with(part) } else { hay.starts_with(part) })
    };
    if let Value::Tuple(parts) = affix.plain() {
        for part in &parts.items {
            if test(&bytes_like::required(i, part)?) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    match bytes_like::argument(i, &affix)? {
        Some(part) => Ok(Value::Bool(test(&part))),
        None => {
            let name = type_name(&affix);
            Err(type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {name}")))
        }
    }
}

fn strip(i: &mut dyn Interp, mut args: Args, method: &str, left: bool, right: bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [set] = args.between(method, 0)?;
    let set = if set.is_unset() || set.is_none() { None } else { Some(bytes_like::required(i, &set)?) };
    let data = data(&this);
    let (start, end) = match set {
        None => raw::strip(&data, left, right, raw::is_space),
        Some(set) => raw::strip(&data, left, right, |b| set.contains(&(b as u8))),
    };
    Ok(bytes_like::same_kind(&this, data[start..end].to_vec()))
}

fn pieces(this: &Value, data: &[u8], ranges: Vec<(usize, usize)>) -> Value {
    Value::list(ranges.into_iter().map(|(a, b)| bytes_like::same_kind(this, data[a..b].to_vec())).collect())
}

fn split(i: &mut dyn Interp, mut args: Args, method: &str, right: bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    at_most(&args, method, 2)?;
    let [sep, max] = args.bind_in_c(method, &["sep", "maxsplit"], 0)?;
    let max = match max {
        Value::Unset => usize::MAX,
        max => usize::try_from(ops::ssize(i, &max)?).unwrap_or(usize::MAX),
    };
    let sep = if sep.is_unset() || sep.is_none() { None } else { Some(bytes_like::required(i, &sep)?) };
    let data = data(&this);
    let ranges = match sep {
        None if right => raw::rsplit_space(&data, max, raw::is_space),
        None => raw::split_space(&data, max, raw::is_space),
        Some(sep) if sep.is_empty() => return Err(value_error("empty separator")),
        Some(sep) if right => raw::rsplit(&data, &sep, max),
        Some(sep) => raw::split(&data, &sep, max),
    };
    Ok(pieces(&this, &data, ranges))
}

fn split_lines(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "splitlines")?;
    at_most(&args, "splitlines", 1)?;
    let [keep] = args.bind_in_c("splitlines", &["keepends"], 0)?;
    let keep = !keep.is_unset() && ops::is_true(i, &keep)?;
    let data = data(&this);
    let ranges = raw::split_lines(&data, keep, raw::is_line_break);
    Ok(pieces(&this, &data, ranges))
}

fn partition(i: &mut dyn Interp, mut args: Args, method: &str, right: bool) -> PyResult {
    // Bytes that nobody can change are given as they are, of whichever class.
    let whole = args.values.first().filter(|this| matches!(this.plain(), Value::Bytes(_))).cloned();
    let this = receiver(&mut args, method)?;
    let [sep] = args.exactly(&named(&this, method))?;
    // A bytearray makes one of what parts it.
    let copied = if bytearray::of(&this).is_some() { bytes_like::with_gaps(i, &sep)? } else { None };
    let sep = copied.map_or_else(|| bytes_like::required(i, &sep), Ok)?;
    if sep.is_empty() {
        return Err(value_error("empty separator"));
    }
    let data = data(&this);
    let at = if right { raw::rfind(&data, &sep) } else { raw::find(&data, &sep) };
    let kind = |part: &[u8]| bytes_like::same_kind(&this, part.to_vec());
    Ok(Value::tuple(match at {
        Some(at) => [kind(&data[..at]), kind(&sep), kind(&data[at + sep.len()..])],
        None if right => [kind(b""), kind(b""), whole.unwrap_or_else(|| kind(&data))],
        None => [whole.unwrap_or_else(|| kind(&data)), kind(b""), kind(b"")],
    }))
}

fn replace(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "replace")?;
    let [old, new, max] = args.between("replace", 2)?;
    let (old, new) = (bytes_like::required(i, &old)?, bytes_like::required(i, &new)?);
    let max = match max {
        Value::Unset => usize::MAX,
        max => usize::try_from(ops::ssize(i, &max)?).unwrap_or(usize::MAX),
    };
    let data = data(&this);
    let replaced = raw::replace(&data, &old, &new, max).unwrap_or_else(|| data.to_vec());
    Ok(bytes_like::same_kind(&this, replaced))
}

fn join(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = receiver(&mut args, "join")?;
    let [iterable] = args.exactly(&named(&this, "join"))?;
    if let Some(items) = ops::iterate::at_once(i, &iterable)? {
        return joined(i, &this, &items).map(Flow::Done);
    }
    let iterator = match ops::iterate::iter_or_none(i, &iterable)? {
        Some(flow) => flow,
        None => return Err(type_error("can only join an iterable")),
    };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let _kept = bytearray::of(&this).map(bytearray::Export::new);
        let iterator = cx.finish(Ok(iterator)).await?;
        let items = ops::collect_sized(&cx, &iterator).await?;
        cx.enter(|i| joined(i, &this, &items))
    }))
}

fn joined(i: &mut dyn Interp, this: &Value, items: &[Value]) -> PyResult {
    let separator = bytes_like::to_vec(this).unwrap_or_default();
    let mut out = Vec::new();
    for (n, item) in items.iter().enumerate() {
        if n > 0 {
            out.extend_from_slice(&separator);
        }
        let part = bytes_like::lent(i, item)?.ok_or_else(|| {
            type_error(format!("sequence item {n}: expected a bytes-like object, {} found", type_name(item)))
        })?;
        i.reserve(part.len() + separator.len())?;
        out.extend(part);
    }
    Ok(bytes_like::same_kind(this, out))
}

fn justify(i: &mut dyn Interp, mut args: Args, method: &str, left: usize) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [width, fill] = args.between(method, 1)?;
    let width = ops::size(ops::ssize(i, &width)?);
    let fill = match &fill {
        Value::Unset => b' ',
        fill => match bytes_like::to_vec(fill).as_deref() {
            Some([byte]) => *byte,
            _ => {
                let name = argument_type(fill);
                return Err(type_error(format!("{method}() argument 2 must be a byte string of length 1, not {name}")));
            }
        },
    };
    i.reserve(width)?;
    let data = data(&this);
    let missing = width.saturating_sub(data.len());
    // `left`: 0 pads behind, 2 before, 1 on both sides (the odd one by CPython's rule).
    let before = match left {
        0 => 0,
        1 => missing / 2 + (missing & width & 1),
        _ => missing,
    };
    let mut out = vec![fill; before];
    out.extend_from_slice(&data);
    out.resize(data.len() + missing, fill);
    Ok(bytes_like::same_kind(&this, out))
}

fn transform(mut args: Args, method: &str, f: fn(&[u8]) -> Vec<u8>) -> PyResult {
    let this = receiver(&mut args, method)?;
    if !args.values.is_empty() {
        args.exactly::<0>(&named(&this, method))?;
    }
    Ok(bytes_like::same_kind(&this, f(&data(&this))))
}

fn judge(mut args: Args, method: &str, f: fn(&[u8]) -> bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    if !args.values.is_empty() {
        args.exactly::<0>(&named(&this, method))?;
    }
    Ok(Value::Bool(f(&data(&this))))
}

fn all(data: &[u8], f: fn(&u8) -> bool) -> bool {
    !data.is_empty() && data.iter().all(f)
}

/// Bytes beyond ASCII, which have no case, as something else without case.
fn ascii(data: &[u8]) -> Vec<u8> {
    data.iter().map(|b| if b.is_ascii() { *b } else { b'.' }).collect()
}

fn zfill(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "zfill")?;
    let [width] = args.exactly(&named(&this, "zfill"))?;
    let width = ops::size(ops::ssize(i, &width)?);
    i.reserve(width)?;
    let data = data(&this);
    let signed = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let mut out = data[..signed].to_vec();
    out.resize(signed + width.saturating_sub(data.len()), b'0');
    out.extend_from_slice(&data[signed..]);
    Ok(bytes_like::same_kind(&this, out))
}

fn expand_tabs(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "expandtabs")?;
    at_most(&args, "expandtabs", 1)?;
    let [size] = args.bind_in_c("expandtabs", &["tabsize"], 0)?;
    let size = if size.is_unset() { 8 } else { ops::size(ops::c_int(i, &size)?) };
    let data = data(&this);
    let tabs = data.iter().filter(|b| **b == b'\t').count();
    i.reserve(tabs.saturating_mul(size))?;
    let text = crate::objects::str::PyStr::from_latin1(&data).expandtabs(size);
    Ok(bytes_like::same_kind(&this, text.points().map(|p| p as u8).collect()))
}

/// `removeprefix`, `removesuffix`.
fn without_affix(i: &mut dyn Interp, mut args: Args, method: &str, at_end: bool) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [affix] = args.exactly(&named(&this, method))?;
    let affix = bytes_like::required(i, &affix)?;
    let data = data(&this);
    let rest = if at_end { data.strip_suffix(&affix[..]) } else { data.strip_prefix(&affix[..]) };
    Ok(bytes_like::same_kind(&this, rest.unwrap_or(&data).to_vec()))
}

fn decode(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "decode")?;
    at_most(&args, "decode", 2)?;
    let [encoding, errors] = args.bind_in_c("decode", &["encoding", "errors"], 0)?;
    let data = bytes_like::to_vec(&this).unwrap_or_default();
    i.charge(data.len() as u64 / 32);
    codec::decode(i, &data, &encoding, &errors, "decode")
}

fn translate(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "translate")?;
    let [table, delete] = args.bind_in_c("translate", &["", "/", "delete"], 1)?;
    let table = if table.is_none() { None } else { Some(bytes_like::required(i, &table)?) };
    if table.as_ref().is_some_and(|t| t.len() != 256) {
        return Err(value_error("translation table must be 256 characters long"));
    }
    let delete = if delete.is_unset() { Vec::new() } else { bytes_like::required(i, &delete)? };
    let data = data(&this);
    let kept = data.iter().filter(|b| !delete.contains(b));
    let out = kept.map(|b| table.as_ref().map_or(*b, |t| t[*b as usize])).collect();
    Ok(bytes_like::same_kind(&this, out))
}

fn make_table(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    args.no_keywords("bytes.maketrans")?;
    let [from, to] = args.exactly("maketrans")?;
    let (from, to) = (bytes_like::required(i, &from)?, bytes_like::required(i, &to)?);
    if from.len() != to.len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.into_iter().zip(to) {
        table[a as usize] = b;
    }
    Ok(Flow::Done(Value::bytes(table)))
}

/// TypeError if what a type makes of text is told by something else.
pub(super) fn texts_alone(function: &str, encoding: &Value, errors: &Value) -> PyResult<()> {
    for (what, given) in [("'encoding'", encoding), ("'errors'", errors)] {
        if !given.is_unset() {
            super::str::text_argument(given, function, what)?;
        }
    }
    Ok(())
}

/// What an object's `__bytes__` gives, if it has one: bytes, also of a derived class.
pub(super) fn by_itself(i: &mut dyn Interp, source: &Value) -> PyResult<Option<Value>> {
    let Some(method) = ops::special(i, source, known::BYTES)? else { return Ok(None) };
    let data = i.call(&method, Args::none())?;
    match data.plain() {
        Value::Bytes(_) => Ok(Some(data)),
        _ => Err(type_error(format!("__bytes__ returned non-bytes (type {})", type_name(&data)))),
    }
}

fn new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [source, encoding, errors] = args.bind_in_c("bytes", &["source", "encoding", "errors"], 0)?;
    let alone = encoding.is_unset() && errors.is_unset();
    if matches!(source, Value::Bytes(_)) && alone && Rc::ptr_eq(&class, &types().bytes) {
        return Ok(Flow::Done(source));
    }
    texts_alone("bytes", &encoding, &errors)?;
    let own = if alone && matches!(source, Value::Object(_) | Value::Type(_)) { by_itself(i, &source)? } else { None };
    if let Some(data) = own {
        // As it is, also one of a derived class.
        let is_own = Rc::ptr_eq(&class, &types().bytes);
        return Ok(Flow::Done(if is_own { data } else { make_with(&class, data.plain().clone()) }));
    }
    with_items(i, source, move |i, source| {
        let data = from_source(i, source, &encoding, &errors, BYTES)?;
        Ok(make_with(&class, Value::bytes(data)))
    })
}

/// Fills `bytes` and `bytearray`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    for class in [&t.bytes, &t.bytearray] {
        let mut builder = NativeClass::extend(class)
            .sync("find", |i, args| search(i, args, "find", false, false))
            .sync("rfind", |i, args| search(i, args, "rfind", true, false))
            .sync("index", |i, args| search(i, args, "index", false, true))
            .sync("rindex", |i, args| search(i, args, "rindex", true, true))
            .sync("count", count)
            .sync("startswith", |i, args| affix(i, args, "startswith", false))
            .sync("endswith", |i, args| affix(i, args, "endswith", true))
            .sync("strip", |i, args| strip(i, args, "strip", true, true))
            .sync("lstrip", |i, args| strip(i, args, "lstrip", true, false))
            .sync("rstrip", |i, args| strip(i, args, "rstrip", false, true))
            .sync("split", |i, args| split(i, args, "split", false))
            .sync("rsplit", |i, args| split(i, args, "rsplit", true))
            .sync("splitlines", split_lines)
            .sync("partition", |i, args| partition(i, args, "partition", false))
            .sync("rpartition", |i, args| partition(i, args, "rpartition", true))
            .sync("replace", replace)
            .method("join", join)
            .sync("ljust", |i, args| justify(i, args, "ljust", 0))
            .sync("center", |i, args| justify(i, args, "center", 1))
            .sync("rjust", |i, args| justify(i, args, "rjust", 2))
            .sync("zfill", zfill)
            .sync("expandtabs", expand_tabs)
            .sync("removeprefix", |i, args| without_affix(i, args, "removeprefix", false))
            .sync("removesuffix", |i, args| without_affix(i, args, "removesuffix", true))
            .sync("decode", decode)
            .sync("hex", bytes_hex::hex)
            .class_method("fromhex", bytes_hex::from_hex)
            .sync("translate", translate)
            .static_method("maketrans", make_table);
        let shapes: [(&str, SyncFn); 14] = [
            ("upper", |_, a| transform(a, "upper", <[u8]>::to_ascii_uppercase)),
            ("lower", |_, a| transform(a, "lower", <[u8]>::to_ascii_lowercase)),
            ("swapcase", |_, a| transform(a, "swapcase", raw::swapcase)),
            ("title", |_, a| transform(a, "title", raw::title)),
            ("capitalize", |_, a| transform(a, "capitalize", raw::capitalize)),
            ("islower", |_, a| judge(a, "islower", raw::is_lower)),
            ("isupper", |_, a| judge(a, "isupper", raw::is_upper)),
            ("isalpha", |_, a| judge(a, "isalpha", |d| all(d, u8::is_ascii_alphabetic))),
            ("isalnum", |_, a| judge(a, "isalnum", |d| all(d, u8::is_ascii_alphanumeric))),
            ("isdigit", |_, a| judge(a, "isdigit", |d| all(d, u8::is_ascii_digit))),
            ("isspace", |_, a| judge(a, "isspace", |d| all(d, |b| raw::is_space((*b).into())))),
            ("istitle", |_, a| judge(a, "istitle", |d| crate::objects::str::PyStr::from_latin1(&ascii(d)).is_title())),
            ("isascii", |_, a| judge(a, "isascii", |d| d.is_ascii())),
            ("__bytes__", |_, mut a| receiver(&mut a, "__bytes__").map(|this| Value::bytes(data(&this).to_vec()))),
        ];
        for (name, code) in shapes {
            builder = builder.sync(name, code);
        }
        builder.finish();
    }
    NativeClass::extend(&t.bytes).new_method(new);
    bytearray_methods::install(t);
}
