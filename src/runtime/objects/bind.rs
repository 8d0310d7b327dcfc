//! Binding of a native function's arguments to named parameters, with the TypeErrors that CPython gives for a Python
//! function of the same signature.

use std::rc::Rc;

use super::args::Args;
use super::clinic::{Signature, wrong_arguments};
use super::distance::nearest;
use super::exception::{Exc, PyResult, type_error};
use super::symbol::Symbol;
use super::value::Value;

/// As [`bind`], with the errors of a C function ([`super::clinic`]), or of a method, whose receiver is the parameter `self`.
pub fn bind_in_c<const N: usize>(
    args: Args,
    function: &str,
    parameters: &[&str],
    required: usize,
) -> PyResult<[Value; N]> {
    let mut bound = [const { Value::Unset }; N];
    let given = args.positional_count();
    let names = args.names.clone();
    match bind_into(&mut bound, args, function, parameters, required) {
        Ok(()) => Ok(bound),
        Err(exc) => Err(in_c(function, parameters, required, given, names).unwrap_or(exc)),
    }
}

#[cold]
fn in_c(
    function: &str,
    parameters: &[&str],
    required: usize,
    given: usize,
    names: Option<Rc<[Symbol]>>,
) -> Option<Exc> {
    let received = parameters.first().is_some_and(|first| *first == "self") as usize;
    let (given, required) = (given.checked_sub(received)?, required - received);
    let rows = parse(&parameters[received..], required);
    let all: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let texts: Vec<Rc<str>> = names.iter().flat_map(|names| names.iter()).map(|name| name.text()).collect();
    let signature = Signature {
        parameters: &all,
        positional_only: rows.iter().filter(|row| !row.keyword).count(),
        positional: rows.iter().filter(|row| row.positional).count(),
        required,
    };
    wrong_arguments(&format!("{function}()"), &signature, given, &texts.iter().map(|text| &**text).collect::<Vec<_>>())
}

struct Parameter<'a> {
    name: &'a str,
    positional: bool,
    keyword: bool,
    required: bool,
}

fn parse<'a>(parameters: &[&'a str], required: usize) -> Vec<Parameter<'a>> {
    let slash = parameters.iter().position(|p| *p == "/");
    let star = parameters.iter().position(|p| *p == "*").unwrap_or(parameters.len());
    let mut rows = Vec::new();
    for (at, name) in parameters.iter().enumerate() {
        if matches!(*name, "/" | "*") {
            continue;
        }
        let positional = at < star;
        rows.push(Parameter {
            name: name.trim_end_matches('!'),
            positional,
            keyword: slash.is_none_or(|s| at > s),
            required: if positional { rows.len() < required } else { name.ends_with('!') },
        });
    }
    rows
}

/// TypeError: there is no such keyword; the one that was meant, if one is near.
#[cold]
pub fn unexpected_keyword(function: &str, name: &str, known: &[&str]) -> Exc {
    let known: Vec<String> = known.iter().map(|n| n.to_string()).collect();
    let meant = nearest(&known, name).map(|n| format!(". Did you mean '{n}'?")).unwrap_or_default();
    type_error(format!("{function}() got an unexpected keyword argument '{name}'{meant}"))
}

/// See [`Args::bind`].
pub fn bind<const N: usize>(args: Args, function: &str, parameters: &[&str], required: usize) -> PyResult<[Value; N]> {
    let mut bound = [const { Value::Unset }; N];
    bind_into(&mut bound, args, function, parameters, required)?;
    Ok(bound)
}

/// As [`bind`], for its errors alone, of any number of parameters that are all wanted.
pub fn check(args: Args, function: &str, parameters: &[&str]) -> PyResult<()> {
    let mut bound = vec![Value::Unset; parameters.len()];
    bind_into(&mut bound, args, function, parameters, parameters.len())
}

/// As [`bind`], for any number of parameters: there is one of it in the binary.
#[inline(never)]
fn bind_into(
    bound: &mut [Value],
    mut args: Args,
    function: &str,
    parameters: &[&str],
    required: usize,
) -> PyResult<()> {
    if args.names.is_none() {
        // The usual call needs no table.
        let positional = parameters.iter().take_while(|p| **p != "*").filter(|p| **p != "/").count();
        let given = args.values.len();
        let all_optional = positional == bound.len() || !parameters.iter().any(|p| p.ends_with('!'));
        if given <= positional && given >= required && all_optional {
            for (slot, value) in bound.iter_mut().zip(&mut args.values) {
                *slot = value.take();
            }
            return Ok(());
        }
    }
    bind_by_table(bound, args, function, parameters, required)
}

#[inline(never)]
fn bind_by_table(
    bound: &mut [Value],
    args: Args,
    function: &str,
    parameters: &[&str],
    required: usize,
) -> PyResult<()> {
    let rows = parse(parameters, required);
    debug_assert_eq!(rows.len(), bound.len(), "{function}");
    let positional = rows.iter().filter(|r| r.positional).count();
    let given = args.positional_count();
    let names = args.names.clone();
    let mut values = args.values.into_iter();
    for (at, value) in values.by_ref().take(given).enumerate() {
        if at < positional {
            bound[at] = value;
        }
    }
    for (name, value) in names.iter().flat_map(|n| n.iter()).zip(values) {
        let text = name.text();
        let Some(at) = rows.iter().position(|r| r.keyword && r.name == &*text) else {
            let known = rows.iter().any(|r| r.name == &*text);
            return Err(type_error(if known {
                format!("{function}() got some positional-only arguments passed as keyword arguments: '{text}'")
            } else {
                let known: Vec<&str> = rows.iter().filter(|r| r.keyword).map(|r| r.name).collect();
                return Err(unexpected_keyword(function, &text, &known));
            }));
        };
        if !bound[at].is_unset() {
            return Err(type_error(format!("{function}() got multiple values for argument '{text}'")));
        }
        bound[at] = value;
    }
    if given > positional {
        let required = rows.iter().filter(|r| r.positional && r.required).count();
        let by_name = bound[positional..].iter().filter(|value| !value.is_unset()).count();
        return Err(too_many(function, required, positional, given, by_name));
    }
    for positional in [true, false] {
        let missing: Vec<&str> = rows
            .iter()
            .zip(bound.iter())
            .filter(|(r, v)| r.positional == positional && r.required && v.is_unset())
            .map(|(r, _)| r.name)
            .collect();
        if !missing.is_empty() {
            let kind = if positional { "positional" } else { "keyword-only" };
            return Err(missing_arguments(function, kind, &missing));
        }
    }
    Ok(())
}

/// «f() missing 2 required positional arguments: 'a' and 'b'» (Python/ceval.c `format_missing`).
pub fn missing_arguments(function: &str, kind: &str, names: &[&str]) -> Exc {
    let quoted: Vec<String> = names.iter().map(|n| format!("'{n}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        [] => String::new(),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    type_error(format!("{function}() missing {} required {kind} argument{plural}: {list}", names.len()))
}

/// «f() takes 1 positional argument but 2 were given»: of `positional` parameters so many are `required`; `by_name` are
/// the keyword-only arguments given as well (Python/ceval.c `too_many_positional`).
#[cold]
#[inline(never)]
pub fn too_many(function: &str, required: usize, positional: usize, given: usize, by_name: usize) -> Exc {
    let s = |one: bool| if one { "" } else { "s" };
    let takes = if required < positional { format!("from {required} to {positional}") } else { positional.to_string() };
    let extra = match by_name {
        0 => String::new(),
        n => format!(" positional argument{} (and {n} keyword-only argument{})", s(given == 1), s(n == 1)),
    };
    let verb = if given == 1 && by_name == 0 { "was" } else { "were" };
    let plural = s(takes == "1");
    type_error(format!("{function}() takes {takes} positional argument{plural} but {given}{extra} {verb} given"))
}
