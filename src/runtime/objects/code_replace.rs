//! `code.replace()`: a copy of a code object that differs in its name, file or first line (Objects/codeobject.c), or in
//! as many other constants or names, those of variables among them. What else the instructions are made of is not replaced.

use std::rc::Rc;

use crate::bytecode::{Code, CodeFlags, Const, Params};

use super::args::Args;
use super::attribute::get_attr_now;
use super::code::{CodeObject, Copied};
use super::exception::{PyResult, system_error, type_error, value_error};
use super::interp::{Interp, not_supported};
use super::ops;
use super::types::{argument_type, type_name};
use super::value::Value;

/// What a code object is made of besides its names, file and first line.
const PARTS: [&str; 14] = [
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_nlocals",
    "co_stacksize",
    "co_flags",
    "co_code",
    "co_consts",
    "co_names",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_linetable",
    "co_exceptiontable",
];

/// Flags that the instructions do not depend on.
const FREE_FLAGS: i64 = CodeFlags::ITERABLE_COROUTINE as i64 | 0x01ff_0000;

/// Whether the instructions can stand under these flags: what suspends itself may be a generator's or a coroutine's.
fn may_be(flags: i64, now: CodeFlags) -> bool {
    const KINDS: i64 = (CodeFlags::GENERATOR | CodeFlags::COROUTINE) as i64;
    let now = i64::from(now.0);
    let one = |flags: i64| (flags & KINDS).count_ones() == 1;
    let free = if one(flags) && one(now) { FREE_FLAGS | KINDS } else { FREE_FLAGS };
    (flags ^ now) & !free == 0
}

/// A number, not below zero.
fn whole(i: &mut dyn Interp, name: Rc<str>, value: &Value) -> PyResult<i64> {
    match ops::index(i, value)? {
        n if n < 0 => Err(value_error(format!("{name} must be a positive integer"))),
        n => Ok(n),
    }
}

/// Our own constants with those in them that `new` has in place of `now`'s, which CPython has in another order; `None` if
/// one of them is part of an instruction here, or an instruction relies on another type.
fn changed(i: &mut dyn Interp, new: &[Value], now: &Value, own: Vec<Value>) -> PyResult<Option<Vec<Value>>> {
    let Value::Tuple(now) = now else { return Ok(None) };
    if new.len() != now.items.len() {
        return Ok(None);
    }
    let mut made = own.clone();
    for (new, now) in new.iter().zip(now.items.iter()) {
        if new.is(now) {
            continue;
        }
        let fixed = matches!(now, Value::Code(_) | Value::Tuple(_)) && type_name(new) != type_name(now);
        let mut found = false;
        for (slot, old) in made.iter_mut().zip(&own) {
            if type_name(old) == type_name(now) && ops::equal(i, old, now)? {
                (*slot, found) = (new.clone(), true);
            }
        }
        if fixed || !found {
            return Ok(None);
        }
    }
    Ok(Some(made))
}

fn text_of_name(name: &Value) -> PyResult<Rc<str>> {
    match name.as_str() {
        Some(text) => Ok(text.text().into()),
        None => Err(type_error(format!("name tuples must contain only strings, not '{}'", type_name(name)))),
    }
}

/// As many parameters of other kinds: how many may be given by position, how many only so, how many only by name.
fn parameters(i: &mut dyn Interp, now: Params, [positional, only, keyword_only]: [i64; 3]) -> PyResult<Params> {
    if only > positional {
        return Err(system_error("Objects/codeobject.c:412: bad argument to internal function"));
    }
    // All of them are bound where the instructions begin.
    if positional + keyword_only != i64::from(now.positional + now.keyword_only) {
        let name = if keyword_only == now.keyword_only.into() { "co_argcount" } else { "co_kwonlyargcount" };
        return Err(not_supported(i, &format!("code.replace({name}=…)"), Some("as many parameters as there were")));
    }
    let [positional, positional_only, keyword_only] = [positional, only, keyword_only].map(|count| count as u16);
    Ok(Params { positional, positional_only, keyword_only })
}

/// `code.replace(**kwargs)`
#[cold]
#[inline(never)]
pub fn replace(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let Value::Code(code) = &this else {
        return Err(type_error("descriptor 'replace' requires a 'code' object"));
    };
    if args.positional_count() > 0 {
        return Err(type_error("replace() takes no positional arguments"));
    }
    let mut made = (*code.code).clone();
    let mut filename = code.filename.clone();
    let mut consts = None;
    let Params { positional, positional_only, keyword_only } = made.params;
    let mut counts = [positional, positional_only, keyword_only].map(i64::from);
    // Whether its slots are the names that it tells, each once.
    let plain = made.named.is_empty() && made.inlined.is_empty() && made.later.is_none();
    for (name, value) in args.keywords() {
        let text = || match value {
            Value::Str(_) => Ok(Rc::from(value.text_or_empty())),
            _ => {
                let kind = argument_type(value);
                Err(type_error(format!("replace() argument '{}' must be str, not {kind}", name.text())))
            }
        };
        match &*name.text() {
            "co_name" => made.name = text()?,
            "co_qualname" => made.qualname = text()?,
            "co_filename" => (filename, made.file) = (text()?, None),
            "co_firstlineno" => {
                let line = whole(i, name.text(), value)?;
                let by = line as i32 - made.first_line as i32;
                made.first_line = made.first_line.wrapping_add_signed(by);
                for position in &mut made.positions {
                    position.line = position.line.wrapping_add_signed(by);
                    position.end_line = position.end_line.wrapping_add_signed(by);
                }
            }
            other => {
                if !PARTS.contains(&other) {
                    return Err(type_error(format!("replace() got an unexpected keyword argument '{other}'")));
                }
                match value {
                    _ if other.ends_with("count") || matches!(other, "co_nlocals" | "co_stacksize" | "co_flags") => {
                        whole(i, name.text(), value)?;
                    }
                    Value::Tuple(_) | Value::Bytes(_) => {}
                    value => {
                        let wanted = if other == "co_code" || other.ends_with("table") { "bytes" } else { "tuple" };
                        let kind = argument_type(value);
                        return Err(type_error(format!("replace() argument '{other}' must be {wanted}, not {kind}")));
                    }
                }
                match value {
                    Value::Int(count) if other.ends_with("argcount") => {
                        match other {
                            "co_argcount" => counts[0] = *count,
                            "co_posonlyargcount" => counts[1] = *count,
                            _ => counts[2] = *count,
                        }
                        continue;
                    }
                    Value::Int(flags) if other == "co_flags" && may_be(*flags, made.flags) => {
                        made.flags.0 = *flags as u32;
                        continue;
                    }
                    Value::Tuple(new) if other == "co_consts" => {
                        let now = get_attr_now(i, &this, name)?;
                        if let Some(changed) = changed(i, &new.items, &now, code.constants())? {
                            consts = Some((changed, value.clone()));
                            continue;
                        }
                    }
                    Value::Tuple(new) if other == "co_names" && new.items.len() == made.names.len() => {
                        made.names = new.items.iter().map(text_of_name).collect::<PyResult<_>>()?;
                        continue;
                    }
                    Value::Tuple(new) if other == "co_varnames" && plain && new.items.len() == made.locals.len() => {
                        made.locals = new.items.iter().map(text_of_name).collect::<PyResult<_>>()?;
                        continue;
                    }
                    Value::Tuple(new) if other == "co_freevars" && new.items.len() == made.free.len() => {
                        made.free = new.items.iter().map(text_of_name).collect::<PyResult<_>>()?;
                        continue;
                    }
                    _ => {}
                }
                let now = get_attr_now(i, &this, name)?;
                if !ops::equal(i, &now, value)? {
                    return Err(not_supported(i, &format!("code.replace({other}=…)"), None));
                }
            }
        }
    }
    made.params = parameters(i, made.params, counts)?;
    let mut made = CodeObject::new(Rc::new(made), &filename);
    if let Some(made) = Rc::get_mut(&mut made) {
        let (own, shown) = consts.map_or_else(|| (code.constants(), None), |(own, shown)| (own, Some(shown)));
        // The code objects among them are the same, too.
        made.set_constants(own.into());
        let mut copied = code.copied.clone().unwrap_or_else(|| Copied { of: code.clone(), constants: None }.into());
        copied.constants = shown.or(copied.constants);
        made.copied = Some(copied);
    }
    Ok(Value::Code(made))
}

/// A code object compiled of a tree whose names are no identifiers: it has them in place of those that stood for them.
#[cold]
pub fn renamed(i: &mut dyn Interp, args: Args) -> PyResult {
    let [code, names] = args.exactly("renamed")?;
    let Value::Code(code) = &code else { return Err(type_error("expected a code object")) };
    let mut known: Vec<(Rc<str>, Rc<str>)> = Vec::new();
    for pair in ops::to_vec(i, &names)? {
        if let Value::Tuple(pair) = &pair
            && let [stands, meant] = &*pair.items
        {
            known.push((text_of_name(stands)?, text_of_name(meant)?));
        }
    }
    let made = rename((*code.code).clone(), &known);
    Ok(Value::Code(CodeObject::new(Rc::new(made), &code.filename)))
}

fn rename(mut code: Code, known: &[(Rc<str>, Rc<str>)]) -> Code {
    let change = |name: &mut Rc<str>| {
        if let Some((_, meant)) = known.iter().find(|(stands, _)| stands == name) {
            *name = meant.clone();
        }
    };
    for (stands, meant) in known {
        code.qualname = code.qualname.replace(&**stands, meant).into();
    }
    change(&mut code.name);
    let lists = [&mut code.names, &mut code.locals, &mut code.cells, &mut code.free, &mut code.named];
    lists.into_iter().flatten().for_each(change);
    code.inlined.iter_mut().for_each(|variable| change(&mut variable.name));
    for constant in &mut code.consts {
        match constant {
            Const::Str(text) => change(text),
            Const::Tuple(items) => {
                let renamed = |item: &Const| match item.clone() {
                    Const::Str(mut text) => {
                        change(&mut text);
                        Const::Str(text)
                    }
                    other => other,
                };
                *items = items.iter().map(renamed).collect();
            }
            _ => {}
        }
    }
    code.with_inner(|inner| rename(inner, known))
}
