//! `_sre`: programs that `re` (own Python text) has compiled from patterns, and their matching.

mod matcher;
mod quick;

use std::cell::OnceCell;
use std::rc::{Rc, Weak};

use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::interp::Stop;
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::{Native, Object};
use crate::objects::string::Str;
use crate::objects::{Interp, Symbol, Value, ops, type_name};
use matcher::{Item, Matcher, Mode, Program, Set};
pub use quick::TEXT;

impl Native for Program {}

/// The class of compiled programs.
struct ProgramClass(Rc<crate::objects::Class>);

const FUNCTIONS: &[(&str, SyncFn)] = &[("compile", compile), ("find", find), ("find_all", find_all), ("fold", fold)];

fn integers(i: &mut dyn Interp, value: &Value) -> PyResult<Vec<u32>> {
    ops::to_vec(i, value)?.iter().map(|n| Ok(ops::index(i, n)? as u32)).collect()
}

/// `compile(code, sets, slots)`: a program of whole numbers.
fn compile(i: &mut dyn Interp, args: Args) -> PyResult {
    let [code, sets, slots] = args.exactly("compile")?;
    let code = integers(i, &code)?;
    let mut made = Vec::new();
    for set in ops::to_vec(i, &sets)? {
        let numbers = integers(i, &set)?;
        let items = numbers[3..].chunks(3).map(|c| Item { kind: c[0], low: c[1], high: c[2] }).collect();
        let [negated, ignore_case, ascii] = [0, 1, 2].map(|n| numbers[n] != 0);
        made.push(Set { negated, ignore_case, ascii, items, of_ascii: OnceCell::new() });
    }
    let slots = ops::index(i, &slots)? as usize;
    let class = i
        .states()
        .get_or(|| {
            let class = NativeClass::new("Program", "_sre", &[], |_, class, _| {
                Err(type_error(format!("cannot create '{}' instances", class.name())))
            });
            ProgramClass(class.finish())
        })
        .0
        .clone();
    Ok(Object::with_native(class, Program { code, sets: made, slots }))
}

/// A text that was looked through lately, as code points: patterns are tried at one place of it after the other.
#[derive(Default)]
struct Recent(Weak<Str>, Rc<[u32]>);

/// From so many characters on a text is kept as [`Recent`].
const LONG: usize = 256;

/// The text as code points, or the bytes.
fn text_of(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<[u32]>> {
    if let Some(text) = value.as_str() {
        if text.data.len() < LONG {
            return Ok(text.data.points().collect());
        }
        let recent = i.states().get::<Recent>();
        if std::ptr::eq(recent.0.as_ptr(), Rc::as_ptr(text)) {
            return Ok(recent.1.clone());
        }
        *recent = Recent(Rc::downgrade(text), text.data.points().collect());
        return Ok(recent.1.clone());
    }
    match bytes_like::lent(i, value)? {
        Some(bytes) => Ok(bytes.into_iter().map(u32::from).collect()),
        None => Err(type_error(format!("expected string or bytes-like object, got '{}'", type_name(value)))),
    }
}

fn bounds(i: &mut dyn Interp, len: usize, from: &Value, to: &Value) -> PyResult<(usize, usize)> {
    let clamp = |n: i64| n.clamp(0, len as i64) as usize;
    let from = clamp(ops::ssize(i, from)?);
    let to = if to.is_none() { len } else { clamp(ops::ssize(i, to)?) };
    Ok((from, to))
}

fn spans(slots: &[usize]) -> Value {
    let number = |n: &usize| Value::Int(if *n == usize::MAX { -1 } else { *n as i64 });
    Value::tuple(slots.iter().map(number).collect::<Vec<_>>())
}

fn settle(i: &mut dyn Interp, matcher: &Matcher) -> PyResult<()> {
    i.charge(matcher.steps / 8);
    if matcher.is_exhausted() { Err(i.stop(Stop::StepLimit)) } else { Ok(()) }
}

fn program(value: &Value) -> PyResult<&Program> {
    value.native::<Program>().ok_or_else(|| type_error("expected a compiled pattern"))
}

/// `find(program, text, pos, endpos, mode)`: the groups' starts and ends, or None. Modes: 0 search, 1 match,
/// 2 fullmatch.
fn find(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, text, from, to, mode] = args.exactly("find")?;
    let text = text_of(i, &text)?;
    let (from, to) = bounds(i, text.len(), &from, &to)?;
    if from > to {
        return Ok(Value::None);
    }
    let mode = match ops::index(i, &mode)? {
        0 => Mode::Search,
        1 => Mode::Match,
        _ => Mode::Full,
    };
    let mut matcher = Matcher::new(program(&this)?, &text[..to]);
    let found = matcher.find(from, mode, None);
    settle(i, &matcher)?;
    Ok(if found { spans(matcher.groups()) } else { Value::None })
}

/// `find_all(program, text, pos, endpos, count)`: the spans of all matches that do not overlap, at most `count` of
/// them (0: all).
fn find_all(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, text, from, to, count] = args.exactly("find_all")?;
    let text = text_of(i, &text)?;
    let (mut at, to) = bounds(i, text.len(), &from, &to)?;
    let count = ops::ssize(i, &count)?;
    let mut matcher = Matcher::new(program(&this)?, &text[..to]);
    let mut all = Vec::new();
    let mut advance = None;
    while at <= to && matcher.find(at, Mode::Search, advance) {
        let groups = matcher.groups();
        at = groups[1];
        // After an empty match the next one must not be empty at the same place.
        advance = (groups[0] == at).then_some(at);
        all.push(spans(groups));
        if all.len() as i64 == count {
            break;
        }
        if all.len() % 1024 == 0 {
            i.reserve(1024 * 96)?;
        }
    }
    settle(i, &matcher)?;
    Ok(Value::list(all))
}

/// `fold(point)`: what a character has in common with those that are equal to it but for the case.
fn fold(i: &mut dyn Interp, args: Args) -> PyResult {
    let [point] = args.exactly("fold")?;
    Ok(Value::Int(matcher::fold(ops::index(i, &point)? as u32).into()))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_sre");
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_sre", *code));
    }
    Ok(module)
}
