//! The methods of `str`.

use std::rc::Rc;

use super::codec;
use super::iterator_types::class_of;
use super::payload::{at_most, make_with, str_receiver};
use super::str_quick;
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::function::{Flow, FlowFn, QuickFn, SyncFn};
use crate::objects::interp::Interp;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, convert::slice_bound};
use crate::objects::str::{PyStr, bytes::adjust};
use crate::objects::string::Str;
use crate::objects::types::{Types, argument_type, type_name, types};
use crate::objects::value::Value;

fn charge(i: &mut dyn Interp, s: &PyStr) {
    charge_length(i, s.len());
}

/// Charges looking at so many characters.
fn charge_length(i: &mut dyn Interp, length: usize) {
    if length > 128 {
        i.charge(length as u64 / 32);
    }
}

/// A str argument, or TypeError in the words of argument clinic.
pub(super) fn text_argument(value: &Value, function: &str, what: &str) -> PyResult<Rc<Str>> {
    match value.as_str() {
        Some(s) => Ok(s.clone()),
        None => Err(type_error(format!("{function}() argument {what} must be str, not {}", argument_type(value)))),
    }
}

/// A method without arguments that makes another text.
fn transform(i: &mut dyn Interp, mut args: Args, method: &str, f: fn(&PyStr) -> PyStr) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    if !args.values.is_empty() {
        args.exactly::<0>(&format!("str.{method}"))?;
    }
    charge(i, &s.data);
    i.reserve(s.data.len())?;
    Ok(f(&s.data).into())
}

/// A method without arguments that says yes or no.
fn judge(i: &mut dyn Interp, mut args: Args, method: &str, f: fn(&PyStr) -> bool) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    if !args.values.is_empty() {
        args.exactly::<0>(&format!("str.{method}"))?;
    }
    charge(i, &s.data);
    Ok(Value::Bool(f(&s.data)))
}

/// The optional bounds of a search.
pub(super) fn search_bounds(i: &mut dyn Interp, start: &Value, end: &Value) -> PyResult<(i64, i64)> {
    Ok((slice_bound(i, start)?.unwrap_or(0), slice_bound(i, end)?.unwrap_or(i64::MAX)))
}

/// `find`, `rfind`, `index`, `rindex`.
fn search(i: &mut dyn Interp, mut args: Args, method: &str, right: bool, must: bool) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    let [needle, start, end] = args.between(method, 1)?;
    let needle = text_argument(&needle, method, "1")?;
    let (start, end) = search_bounds(i, &start, &end)?;
    let found = if right { s.data.rfind(&needle.data, start, end) } else { s.data.find(&needle.data, start, end) };
    let (start, end) = adjust(start, end, s.data.len()).unwrap_or_default();
    // As far as was looked.
    charge_length(
        i,
        match found {
            Some(at) if right => end.saturating_sub(at),
            Some(at) => at.saturating_sub(start),
            None => end - start,
        },
    );
    match found {
        Some(at) => Ok(at.into()),
        None if must => Err(value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "count")?;
    let [needle, start, end] = args.between("count", 1)?;
    let needle = text_argument(&needle, "count", "1")?;
    let (start, end) = search_bounds(i, &start, &end)?;
    charge_length(i, adjust(start, end, s.data.len()).map_or(0, |(start, end)| end - start));
    Ok(s.data.count(&needle.data, start, end).into())
}

/// `startswith`, `endswith`.
fn affix(i: &mut dyn Interp, mut args: Args, method: &str, at_end: bool) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    let [affix, start, end] = args.between(method, 1)?;
    let (start, end) = search_bounds(i, &start, &end)?;
    let test = |part: &PyStr| match at_end {
        true => s.data.ends_with(part, start, end),
        false => s.data.starts_with(part, start, end),
    };
    match affix.plain() {
        Value::Str(part) => Ok(Value::Bool(test(&part.data))),
        Value::Tuple(parts) => {
            for part in &parts.items {
                match part.as_str() {
                    Some(part) if test(&part.data) => return Ok(Value::Bool(true)),
                    Some(_) => {}
                    None => {
                        let name = type_name(part);
                        return Err(type_error(format!("tuple for {method} must only contain str, not {name}")));
                    }
                }
            }
            Ok(Value::Bool(false))
        }
        _ => {
            let name = type_name(&affix);
            Err(type_error(format!("{method} first arg must be str or a tuple of str, not {name}")))
        }
    }
}

fn strip(_: &mut dyn Interp, mut args: Args, method: &str, left: bool, right: bool) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    let [set] = args.between(method, 0)?;
    let set = match set.plain() {
        Value::Unset | Value::None => None,
        Value::Str(set) => Some(set),
        _ => return Err(type_error(format!("{method} arg must be None or str"))),
    };
    let stripped = s.data.strip(set.map(|s| &s.data), left, right);
    Ok(if stripped.len() == s.data.len() { Value::Str(s) } else { stripped.into() })
}

/// `split(sep=None, maxsplit=-1)`, `rsplit`.
fn split(i: &mut dyn Interp, mut args: Args, method: &str, right: bool) -> PyResult {
    let derived = args.values.first().filter(|this| matches!(this, Value::Object(_))).cloned();
    let s = str_receiver(&mut args, method)?;
    at_most(&args, method, 2)?;
    let [sep, max] = args.bind_in_c(method, &["sep", "maxsplit"], 0)?;
    let max = match max {
        Value::Unset => usize::MAX,
        max => usize::try_from(ops::ssize(i, &max)?).unwrap_or(usize::MAX),
    };
    charge(i, &s.data);
    let parts = match sep.plain() {
        Value::Unset | Value::None if right => s.data.rsplit_space(max),
        Value::Unset | Value::None => s.data.split_space(max),
        Value::Str(sep) if sep.data.is_empty() => return Err(value_error("empty separator")),
        // What is longer cannot be in it: it is given as it is, of whichever class.
        Value::Str(sep) if derived.is_some() && sep.data.len() > s.data.len() => {
            return Ok(Value::list(derived.into_iter().collect()));
        }
        Value::Str(sep) if right => s.data.rsplit(&sep.data, max),
        Value::Str(sep) => s.data.split(&sep.data, max),
        _ => return Err(type_error(format!("must be str or None, not {}", type_name(&sep)))),
    };
    i.reserve(parts.len() * 64 + s.data.len())?;
    Ok(texts(parts))
}

/// A list of strs; those of one character are the shared ones.
pub(super) fn texts(parts: Vec<PyStr>) -> Value {
    let text = |part: PyStr| match part.len() {
        1 => ops::subscript::character(part.at(0)),
        _ => part.into(),
    };
    Value::list(parts.into_iter().map(text).collect())
}

fn partition(_: &mut dyn Interp, mut args: Args, method: &str, right: bool) -> PyResult {
    let this = args.values.first().cloned();
    let s = str_receiver(&mut args, method)?;
    let [sep] = args.exactly(&format!("str.{method}"))?;
    let Some(sep_text) = sep.as_str() else {
        return Err(type_error(format!("must be str, not {}", type_name(&sep))));
    };
    if sep_text.data.is_empty() {
        return Err(value_error("empty separator"));
    }
    let parts = if right { s.data.rpartition(&sep_text.data) } else { s.data.partition(&sep_text.data) };
    let empty = || Value::from("");
    Ok(Value::tuple(match parts {
        Some((before, after)) => [before.into(), Value::Str(sep_text.clone()), after.into()],
        // The text itself, of whichever class.
        None if right => [empty(), empty(), this.unwrap_or(Value::Str(s))],
        None => [this.unwrap_or(Value::Str(s)), empty(), empty()],
    }))
}

/// `center`, `ljust`, `rjust`.
fn justify(i: &mut dyn Interp, mut args: Args, method: &str, f: fn(&PyStr, usize, u32) -> PyStr) -> PyResult {
    let s = str_receiver(&mut args, method)?;
    let [width, fill] = args.between(method, 1)?;
    let width = ops::size(ops::ssize(i, &width)?);
    let fill = match fill.plain() {
        Value::Unset => 0x20,
        Value::Str(fill) if fill.data.len() == 1 => fill.data.at(0),
        Value::Str(_) => return Err(type_error("The fill character must be exactly one character long")),
        _ => {
            let name = type_name(&fill);
            return Err(type_error(format!("The fill character must be a unicode character, not {name}")));
        }
    };
    i.reserve(width)?;
    Ok(f(&s.data, width, fill).into())
}

fn replace(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "replace")?;
    let given = args.positional_count();
    if given < 2 {
        return Err(type_error(format!("replace() takes at least 2 positional arguments ({given} given)")));
    }
    let [old, new, max] = args.bind_in_c("replace", &["old", "new", "/", "count"], 2)?;
    let (old, new) = (text_argument(&old, "replace", "1")?, text_argument(&new, "replace", "2")?);
    let max = match max {
        Value::Unset => usize::MAX,
        max => usize::try_from(ops::ssize(i, &max)?).unwrap_or(usize::MAX),
    };
    charge(i, &s.data);
    if new.data.len() > old.data.len() && (s.data.len() + 1) * new.data.len() > AFFORDED {
        let times = s.data.count(&old.data, 0, i64::MAX).min(max);
        i.reserve(s.data.len() + times * new.data.len())?;
    }
    Ok(s.data.replace(&old.data, &new.data, max).map_or(Value::Str(s), Value::from))
}

/// A text of so many characters need not be asked for.
const AFFORDED: usize = 1 << 16;

/// A TypeError of what is to be joined says just that.
fn not_joined(exc: Exc) -> Exc {
    if exc.is_a(&types().type_error) { type_error("can only join an iterable") } else { exc }
}

fn join(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let s = str_receiver(&mut args, "join")?;
    let [iterable] = args.exactly("str.join")?;
    if let Value::List(list) = &iterable {
        return joined(i, &s, &list.items.borrow()).map(Flow::Done);
    }
    if let Value::Tuple(tuple) = &iterable {
        return joined(i, &s, &tuple.items).map(Flow::Done);
    }
    if let Value::Iter(_) | Value::Dict(_) | Value::Generator(_) = &iterable
        && (ops::is_iterator(&iterable) || matches!(iterable, Value::Dict(_)))
    {
        return ops::gather(i, &iterable, move |i, items| joined(i, &s, &items).map(Flow::Done));
    }
    if let Some(items) = ops::iterate::at_once(i, &iterable)? {
        return joined(i, &s, &items).map(Flow::Done);
    }
    let iterator = match ops::iterate::iter_or_none(i, &iterable) {
        Ok(Some(flow)) => flow,
        Ok(None) => return Err(type_error("can only join an iterable")),
        Err(exc) => return Err(not_joined(exc)),
    };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let iterator = cx.finish(Ok(iterator)).await.map_err(not_joined)?;
        let items = ops::collect_sized(&cx, &iterator).await?;
        cx.enter(|i| joined(i, &s, &items))
    }))
}

fn joined(i: &mut dyn Interp, separator: &Str, items: &[Value]) -> PyResult {
    if let [only @ Value::Str(_)] = items {
        return Ok(only.clone());
    }
    let parts = items.iter().enumerate().map(|(n, item)| match item.as_str() {
        Some(part) => Ok(&part.data),
        None => Err(type_error(format!("sequence item {n}: expected str instance, {} found", type_name(item)))),
    });
    let joined = separator.data.try_join(parts, |size| i.reserve(size))?;
    i.charge(joined.len() as u64 / 64 + items.len() as u64 / 8);
    Ok(joined.into())
}

fn expand_tabs(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "expandtabs")?;
    at_most(&args, "expandtabs", 1)?;
    let [size] = args.bind_in_c("expandtabs", &["tabsize"], 0)?;
    let size = if size.is_unset() { 8 } else { ops::size(ops::c_int(i, &size)?) };
    let tabs = s.data.points().filter(|point| *point == 9).count();
    i.reserve(tabs.saturating_mul(size))?;
    Ok(s.data.expandtabs(size).into())
}

fn split_lines(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "splitlines")?;
    at_most(&args, "splitlines", 1)?;
    let [keep] = args.bind_in_c("splitlines", &["keepends"], 0)?;
    let keep = !keep.is_unset() && ops::is_true(i, &keep)?;
    charge(i, &s.data);
    Ok(texts(s.data.split_lines(keep)))
}

fn encode(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "encode")?;
    at_most(&args, "encode", 2)?;
    let [encoding, errors] = args.bind_in_c("encode", &["encoding", "errors"], 0)?;
    charge(i, &s.data);
    i.reserve(s.data.len())?;
    codec::encode(i, &s, &encoding, &errors, "encode").map(Value::bytes)
}

/// `str(object='', encoding='utf-8', errors='strict')`
fn new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let exact = Rc::ptr_eq(&class, &types().str);
    if exact && args.names.is_none() && args.values.len() == 1 {
        return ops::str_of(i, &args.values[0]);
    }
    if args.values.len() > 3 {
        let given = args.values.len();
        return Err(type_error(match args.names {
            None if exact => format!("str expected at most 3 arguments, got {given}"),
            _ if args.positional_count() == 0 => format!("str() takes at most 3 keyword arguments ({given} given)"),
            _ => format!("str() takes at most 3 arguments ({given} given)"),
        }));
    }
    let [object, encoding, errors] = args.bind_in_c("str", &["object", "encoding", "errors"], 0)?;
    let flow = if object.is_unset() {
        Flow::Done("".into())
    } else if encoding.is_unset() && errors.is_unset() {
        ops::str_of(i, &object)?
    } else {
        Flow::Done(codec::decode_object(i, &object, &encoding, &errors)?)
    };
    if exact {
        return Ok(flow);
    }
    flow.then(i, move |_, text| Ok(make_with(&class, text.plain().clone()).into()))
}

macro_rules! methods {
    ($helper:ident: $($name:literal $f:expr),* $(,)?) => {
        [$(($name, (|i, args| $helper(i, args, $name, $f)) as SyncFn)),*]
    };
}

/// As `methods`, with quick ways.
macro_rules! quick_methods {
    ($helper:ident: $($name:literal $f:expr),* $(,)?) => {
        [$((
            $name,
            (|_, args| str_quick::$helper(args, $f)) as QuickFn,
            (|i, args| $helper(i, args, $name, $f).map(Flow::Done)) as FlowFn,
        )),*]
    };
}

/// Fills `str`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    let mut builder = NativeClass::extend(&t.str).new_method(new);
    let transforms = quick_methods!(transform:
        "upper" PyStr::upper, "lower" PyStr::lower, "casefold" PyStr::casefold, "capitalize" PyStr::capitalize,
        "title" PyStr::title, "swapcase" PyStr::swapcase,
    );
    let judges = quick_methods!(judge:
        "isalpha" PyStr::is_alpha, "isalnum" PyStr::is_alnum, "isdecimal" PyStr::is_decimal, "isdigit" PyStr::is_digit,
        "isnumeric" PyStr::is_numeric, "isspace" PyStr::is_space, "isidentifier" PyStr::is_identifier,
        "isprintable" PyStr::is_printable, "islower" PyStr::is_lower, "isupper" PyStr::is_upper,
        "istitle" PyStr::is_title, "isascii" PyStr::is_ascii,
    );
    let justified = methods!(justify: "center" PyStr::center, "ljust" PyStr::ljust, "rjust" PyStr::rjust);
    for (name, code) in justified {
        builder = builder.sync(name, code);
    }
    for (name, quick, code) in transforms.into_iter().chain(judges) {
        builder = builder.quick(name, quick, code);
    }
    builder
        .quick("find", str_quick::find, |i, args| search(i, args, "find", false, false).map(Flow::Done))
        .sync("rfind", |i, args| search(i, args, "rfind", true, false))
        .sync("index", |i, args| search(i, args, "index", false, true))
        .sync("rindex", |i, args| search(i, args, "rindex", true, true))
        .sync("count", count)
        .quick(
            "startswith",
            |_, args| str_quick::affix(args, false),
            |i, args| affix(i, args, "startswith", false).map(Flow::Done),
        )
        .quick(
            "endswith",
            |_, args| str_quick::affix(args, true),
            |i, args| affix(i, args, "endswith", true).map(Flow::Done),
        )
        .quick(
            "strip",
            |_, args| str_quick::strip(args, true, true),
            |i, args| strip(i, args, "strip", true, true).map(Flow::Done),
        )
        .quick(
            "lstrip",
            |_, args| str_quick::strip(args, true, false),
            |i, args| strip(i, args, "lstrip", true, false).map(Flow::Done),
        )
        .quick(
            "rstrip",
            |_, args| str_quick::strip(args, false, true),
            |i, args| strip(i, args, "rstrip", false, true).map(Flow::Done),
        )
        .quick("split", str_quick::split, |i, args| split(i, args, "split", false).map(Flow::Done))
        .sync("rsplit", |i, args| split(i, args, "rsplit", true))
        .sync("splitlines", split_lines)
        .sync("partition", |i, args| partition(i, args, "partition", false))
        .sync("rpartition", |i, args| partition(i, args, "rpartition", true))
        .quick("replace", str_quick::replace, |i, args| replace(i, args).map(Flow::Done))
        .sync("expandtabs", expand_tabs)
        .sync("encode", encode)
        .sync("zfill", |i, mut args| {
            let s = str_receiver(&mut args, "zfill")?;
            let [width] = args.exactly("str.zfill")?;
            let width = ops::size(ops::ssize(i, &width)?);
            i.reserve(width)?;
            Ok(s.data.zfill(width).into())
        })
        .sync("removeprefix", |_, mut args| {
            let s = str_receiver(&mut args, "removeprefix")?;
            let [prefix] = args.exactly("str.removeprefix")?;
            let prefix = match prefix.as_str() {
                Some(prefix) => prefix,
                None => {
                    return Err(type_error(format!(
                        "removeprefix() argument must be str, not {}",
                        argument_type(&prefix)
                    )));
                }
            };
            Ok(s.data.remove_prefix(&prefix.data).into())
        })
        .sync("removesuffix", |_, mut args| {
            let s = str_receiver(&mut args, "removesuffix")?;
            let [suffix] = args.exactly("str.removesuffix")?;
            let suffix = match suffix.as_str() {
                Some(suffix) => suffix,
                None => {
                    return Err(type_error(format!(
                        "removesuffix() argument must be str, not {}",
                        argument_type(&suffix)
                    )));
                }
            };
            Ok(s.data.remove_suffix(&suffix.data).into())
        })
        .method("join", join)
        .method("format", super::str_format::format)
        .method("format_map", super::str_format::format_map)
        .sync("translate", super::translate::translate)
        .static_method("maketrans", super::translate::make_table);
}
