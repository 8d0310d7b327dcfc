//! The quick ways of methods of `str`: of short texts, with the arguments that they mostly have.

use std::rc::Rc;

use super::str::texts;
use crate::objects::interp::Interp;
use crate::objects::ops::subscript::character;
use crate::objects::str::PyStr;
use crate::objects::str::predicates::is_space;
use crate::objects::string::Str;
use crate::objects::value::Value;

/// Longer ones are charged for, and their memory is.
const SHORT: usize = 128;

fn short(value: &Value) -> Option<&Rc<Str>> {
    match value {
        Value::Str(s) if s.data.len() <= SHORT => Some(s),
        _ => None,
    }
}

/// A method without arguments that makes another text.
pub(super) fn transform(args: &[Value], f: fn(&PyStr) -> PyStr) -> Option<Value> {
    let [s] = args else { return None };
    Some(f(&short(s)?.data).into())
}

/// A method without arguments that says yes or no.
pub(super) fn judge(args: &[Value], f: fn(&PyStr) -> bool) -> Option<Value> {
    let [s] = args else { return None };
    Some(Value::Bool(f(&short(s)?.data)))
}

/// `strip`, `lstrip`, `rstrip`
pub(super) fn strip(args: &[Value], left: bool, right: bool) -> Option<Value> {
    let (s, set) = match args {
        [s] => (short(s)?, None),
        [s, set] => (short(s)?, Some(short(set)?)),
        _ => return None,
    };
    let stripped = s.data.strip(set.map(|set| &set.data), left, right);
    Some(if stripped.len() == s.data.len() { Value::Str(s.clone()) } else { stripped.into() })
}

/// `split()`, `split(sep)`
pub(super) fn split(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (s, sep) = match args {
        [s] => (short(s)?, None),
        [s, sep] => (short(s)?, Some(short(sep)?)),
        _ => return None,
    };
    Some(match (s.data.as_ascii(), sep.map(|sep| (sep, sep.data.as_ascii().map(str::as_bytes)))) {
        (_, Some((sep, _))) if sep.data.is_empty() => return None,
        (Some(text), None) => parts(text.split(|c: char| is_space(c.into())).filter(|part| !part.is_empty())),
        (Some(text), Some((_, Some(&[sep])))) => parts(text.split(char::from(sep))),
        (None, None) => texts(s.data.split_space(usize::MAX)),
        (_, Some((sep, _))) => texts(s.data.split(&sep.data, usize::MAX)),
    })
}

/// As [`texts`], of parts of an ASCII text.
fn parts<'a>(parts: impl Iterator<Item = &'a str>) -> Value {
    let text = |part: &str| match part.as_bytes() {
        [one] => character((*one).into()),
        _ => PyStr::from(part).into(),
    };
    Value::list(parts.map(text).collect())
}

/// `replace(old, new)`
pub(super) fn replace(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [s, old, new] = args else { return None };
    match short(s)?.data.replace(&short(old)?.data, &short(new)?.data, usize::MAX) {
        Some(replaced) => Some(replaced.into()),
        None => Some(s.clone()),
    }
}

/// `startswith(part)`, `endswith(part)`
pub(super) fn affix(args: &[Value], at_end: bool) -> Option<Value> {
    let [Value::Str(s), Value::Str(part)] = args else { return None };
    Some(Value::Bool(match at_end {
        true => s.data.ends_with(&part.data, 0, i64::MAX),
        false => s.data.starts_with(&part.data, 0, i64::MAX),
    }))
}

/// `find(part)`
pub(super) fn find(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [s, part] = args else { return None };
    Some(match short(s)?.data.find(&short(part)?.data, 0, i64::MAX) {
        Some(at) => at.into(),
        None => Value::Int(-1),
    })
}
