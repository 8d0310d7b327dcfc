//! Arguments that a caller gives by name (`func=`) to a method that takes `*args` after them.

use crate::objects::bind::{missing_arguments, unexpected_keyword};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::{Args, Symbol, Value};

/// Puts what is given for `parameters` of a method (its class, its name) by name where it would stand by position, behind
/// the receiver. Of other names only `others` may be left, and they are.
///
/// # Errors
/// TypeError where one is given twice, missing or not known, in the words of a Python function.
pub fn place_named(args: &mut Args, method: (&str, &str), parameters: &[&str], others: &[&str]) -> PyResult<()> {
    let given = args.positional_count().saturating_sub(1).min(parameters.len());
    if given == parameters.len() && args.names.is_none() {
        return Ok(());
    }
    let function = format!("{}.{}", method.0, method.1);
    let mut found: Vec<Value> = parameters[given..].iter().map(|_| Value::Unset).collect();
    let mut left: Vec<(Symbol, Value)> = Vec::new();
    for (name, value) in args.keywords() {
        let text = name.text();
        match parameters.iter().position(|p| **p == *text) {
            Some(at) if at < given => {
                return Err(type_error(format!("{function}() got multiple values for argument '{text}'")));
            }
            Some(at) => found[at - given] = value.clone(),
            None if others.iter().any(|p| **p == *text) => left.push((name, value.clone())),
            None => return Err(unexpected_keyword(&function, &text, &[parameters, others].concat())),
        }
    }
    let missing: Vec<&str> =
        parameters[given..].iter().zip(&found).filter(|(_, value)| value.is_unset()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        return Err(missing_arguments(&function, "positional", &missing));
    }
    let positional = args.positional_count();
    args.values.truncate(positional);
    args.values.extend(found);
    args.names = (!left.is_empty()).then(|| left.iter().map(|(name, _)| *name).collect());
    args.values.extend(left.into_iter().map(|(_, value)| value));
    Ok(())
}
