//! What CPython's C functions with named parameters say of wrong arguments (Python/getargs.c `_PyArg_UnpackKeywords`).

use super::bind::unexpected_keyword;
use super::exception::{Exc, type_error};

/// The parameters of a function, without its receiver.
pub struct Signature<'a> {
    /// All of them in order.
    pub parameters: &'a [&'a str],
    /// The first so many are taken by position alone.
    pub positional_only: usize,
    /// The first so many may be given by position.
    pub positional: usize,
    /// The first so many must be given.
    pub required: usize,
}

/// The error for a call of `function` («round()») with `given` arguments by position and others by these names; None: their number
/// is not what is wrong.
#[cold]
pub fn wrong_arguments(function: &str, signature: &Signature, given: usize, names: &[&str]) -> Option<Exc> {
    let most = signature.positional;
    let by_position = |bound: &str, count: usize| {
        let plural = if count == 1 { "" } else { "s" };
        type_error(format!("{function} takes {bound} {count} positional argument{plural} ({given} given)"))
    };
    let all = signature.parameters.len();
    if given + names.len() > all {
        let kind = if given == 0 { "keyword " } else { "" };
        let plural = if all == 1 { "" } else { "s" };
        let total = given + names.len();
        return Some(type_error(format!("{function} takes at most {all} {kind}argument{plural} ({total} given)")));
    }
    if given > most {
        return Some(match most {
            0 => type_error(format!("{function} takes no positional arguments")),
            _ => by_position(if signature.required < most { "at most" } else { "exactly" }, most),
        });
    }
    let least = signature.required.min(signature.positional_only);
    if given < least {
        return Some(by_position(if least < most { "at least" } else { "exactly" }, least));
    }
    let named = |at: usize| at >= signature.positional_only && names.contains(&signature.parameters[at]);
    if let Some(at) = (given..signature.required).find(|at| !named(*at)) {
        let (parameter, position) = (signature.parameters[at], at + 1);
        return Some(type_error(format!("{function} missing required argument '{parameter}' (pos {position})")));
    }
    if let Some(at) = (0..given).find(|at| named(*at)) {
        let (parameter, position) = (signature.parameters[at], at + 1);
        let text = format!("argument for {function} given by name ('{parameter}') and position ({position})");
        return Some(type_error(text));
    }
    // Those that are taken by position alone have no names.
    let known = &signature.parameters[signature.positional_only..];
    let unknown = names.iter().find(|name| !known.contains(name))?;
    if !function.ends_with("()") {
        return Some(type_error(format!("this {function} got an unexpected keyword argument '{unknown}'")));
    }
    Some(unexpected_keyword(function.trim_end_matches("()"), unknown, known))
}
