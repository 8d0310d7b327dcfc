//! What CPython's C functions say of a wrong number of arguments (`_PyArg_CheckPositional`, `cfunction_vectorcall_O`),
//! for those that are Python text here: all their parameters are positional-only.

use crate::bytecode::CodeFlags;
use crate::objects::exception::type_error;
use crate::objects::function::Function;
use crate::objects::{Exc, Value, known};

/// The error for so many arguments by position, with or without others by name, if the function is C in CPython.
pub fn wrong_number(function: &Function, given: usize, named: bool) -> Option<Exc> {
    let code = &function.code.code;
    let params = &code.params;
    let takes_more = code.flags.has(CodeFlags::VARARGS) || code.flags.has(CodeFlags::VARKEYWORDS);
    let by_position = params.positional == params.positional_only && params.keyword_only == 0 && !takes_more;
    if !code.flags.has(CodeFlags::HIDDEN) || !by_position || params.positional == 0 {
        return None;
    }
    let qualname = function.naming.qualname().text_or_empty();
    let (receiver, name) = qualname.rsplit_once('.').map_or((false, &*qualname), |(_, name)| (true, name));
    let full = if receiver { qualname.clone() } else { format!("{}.{name}", module(function)) };
    if named {
        return Some(type_error(format!("{full}() takes no keyword arguments")));
    }
    let most = params.positional as usize - usize::from(receiver);
    let least = most.saturating_sub(function.defaults.borrow().as_ref().map_or(0, |d| d.items.len()));
    let given = given.saturating_sub(usize::from(receiver));
    Some(type_error(match (least, most) {
        (_, 0) => format!("{full}() takes no arguments ({given} given)"),
        (1, 1) => format!("{full}() takes exactly one argument ({given} given)"),
        _ => {
            let (bound, count) = match () {
                _ if least == most => ("", most),
                _ if given < least => ("at least ", least),
                _ => ("at most ", most),
            };
            format!("{name} expected {bound}{count} argument{}, got {given}", if count == 1 { "" } else { "s" })
        }
    }))
}

/// The name of the C module in which a module's functions are.
fn module(function: &Function) -> String {
    /// Those that are C by their own name.
    const WHOLE: [&str; 6] = ["atexit", "binascii", "itertools", "termios", "unicodedata", "zlib"];
    let name = function.globals.names.borrow().get(known::NAME).map(Value::text_or_empty).unwrap_or_default();
    match &*name {
        "os" => "posix".into(),
        name if WHOLE.contains(&name) || name.starts_with('_') => name.into(),
        name => format!("_{name}"),
    }
}
