//! What CPython's C functions say of a wrong number of arguments (`_PyArg_CheckPositional`, `cfunction_vectorcall_O`),
//! for those that are Python text here.

use std::rc::Rc;

use crate::bytecode::CodeFlags;
use crate::objects::class::Class;
use crate::objects::exception::type_error;
use crate::objects::function::{BuiltinCode, Function};
use crate::objects::native_function::names_slot;
use crate::objects::{Exc, Symbol, Value, clinic, known, type_of};

/// The error for so many arguments by position and these by name, if the function is C in CPython; `receiver` is the
/// first of those by position.
#[cold]
pub fn wrong_number(
    function: &Function,
    receiver: Option<&Value>,
    given: usize,
    names: &Option<Rc<[Symbol]>>,
) -> Option<Exc> {
    let code = &function.code.code;
    let params = &code.params;
    let takes_more = code.flags.has(CodeFlags::VARARGS) || code.flags.has(CodeFlags::VARKEYWORDS);
    let qualname = function.naming.qualname().text_or_empty();
    let qualname = of_stream(&qualname, receiver).unwrap_or(qualname);
    let native = is_native(function, &qualname);
    if !(native || function.code.is_hidden()) || takes_more {
        return None;
    }
    // Python's in CPython as well; the first two take their arguments by position alone.
    let python = matches!(
        (&*own_module(function), &*qualname),
        ("functools", "cache")
            | ("hashlib", "file_digest")
            | ("csv", "DictReader.__iter__" | "DictWriter.writeheader")
            | (_, "UserString.removeprefix" | "UserString.removesuffix")
    );
    if python {
        return None;
    }
    if params.positional + params.keyword_only == 0 && !native && !takes_names_in_c(&own_module(function), &qualname) {
        return None;
    }
    let (receiver, name) = qualname.rsplit_once('.').map_or((&*qualname == "__new__", &*qualname), |(_, n)| (true, n));
    // What stands for an argument that must be given is no default.
    let missing = function.globals.names.borrow().get(Symbol::new("_MISSING")).cloned();
    let is_default = |value: &&Value| !missing.as_ref().is_some_and(|missing| value.is(missing));
    let defaults = function.defaults.borrow().as_ref().map_or(0, |d| d.items.iter().filter(is_default).count());
    let named = names.as_deref().unwrap_or_default();
    if params.positional != params.positional_only || params.keyword_only != 0 {
        if !takes_names_in_c(&own_module(function), &qualname) {
            return None;
        }
        let first = usize::from(receiver);
        let positional = (params.positional as usize).saturating_sub(first);
        let given = given.saturating_sub(first);
        let required = positional.saturating_sub(defaults);
        if let Some(words) = plain_words(&qualname, positional + params.keyword_only as usize, required, given, named) {
            return Some(type_error(words));
        }
        let all = (params.positional + params.keyword_only) as usize;
        let parameters: Vec<Rc<str>> = function.code.locals[first.min(all)..all].iter().map(|n| n.text()).collect();
        let parameters: Vec<&str> = parameters.iter().map(|n| &**n).collect();
        let texts: Vec<Rc<str>> = named.iter().map(|n| n.text()).collect();
        let texts: Vec<&str> = texts.iter().map(|n| &**n).collect();
        let positional_only = (params.positional_only as usize).saturating_sub(first);
        let signature = clinic::Signature { parameters: &parameters, positional_only, positional, required };
        let shown = shown_name(&qualname, name);
        return clinic::wrong_arguments(&shown, &signature, given, &texts);
    }
    let full = if receiver { qualname.clone() } else { format!("{}.{name}", module(function)) };
    let named = !named.is_empty();
    if named {
        return Some(type_error(format!("{full}() takes no keyword arguments")));
    }
    let most = params.positional as usize - usize::from(receiver);
    let least = most.saturating_sub(defaults);
    let given = given.saturating_sub(usize::from(receiver));
    Some(type_error(match (least, most) {
        (_, 0) if of_slot(&qualname) => format!("expected 0 arguments, got {given}"),
        (_, 0) => format!("{full}() takes no arguments ({given} given)"),
        (1, 1) if &*qualname == "Connection.__call__" => format!("function takes exactly 1 argument ({given} given)"),
        (1, 1) => format!("{full}() takes exactly one argument ({given} given)"),
        _ => {
            let (bound, count) = match () {
                _ if least == most => ("", most),
                _ if given < least => ("at least ", least),
                _ => ("at most ", most),
            };
            if qualname.starts_with("Context.") {
                let bound = if bound.is_empty() { "exactly " } else { bound };
                return Some(type_error(format!("function takes {bound}{count} arguments ({given} given)")));
            }
            let own = own_module(function);
            if matches!(&*own, "socket" | "_socket_functions")
                || own.starts_with("os") && matches!(name, "kill" | "killpg" | "waitpid")
            {
                // Parsed by a format (`PyArg_ParseTuple`).
                let bound = if bound.is_empty() { "exactly " } else { bound };
                let plural = if count == 1 { "" } else { "s" };
                return Some(type_error(format!("{name}() takes {bound}{count} argument{plural} ({given} given)")));
            }
            format!("{name} expected {bound}{count} argument{}, got {given}", if count == 1 { "" } else { "s" })
        }
    }))
}

/// The name of a method that several classes of streams share here, with the class that a stream has it from in CPython.
fn of_stream(qualname: &str, receiver: Option<&Value>) -> Option<String> {
    let name = qualname.strip_prefix("_Buffered.").or_else(|| qualname.strip_prefix("_Memory."))?;
    let classes = type_of(receiver?).mro();
    let shared = |class: &Rc<Class>| !class.name().starts_with('_');
    let library = |class: &Rc<Class>| {
        let module = class.attrs.borrow().get(known::MODULE).map(Value::text_or_empty);
        matches!(module.as_deref(), Some("_io" | "io" | "_open"))
    };
    classes.iter().find(|class| library(class) && shared(class)).map(|class| format!("{}.{name}", class.name()))
}

/// What a method says that takes nothing, or one thing by position; None: it takes more.
fn plain_words(qualname: &str, parameters: usize, required: usize, given: usize, named: &[Symbol]) -> Option<String> {
    let made = qualname.ends_with(".__new__") || qualname.ends_with(".__init__");
    // These take their one argument by name as well.
    let by_name = matches!(
        qualname,
        "date.strftime"
            | "time.strftime"
            | "Match.expand"
            | "epoll.unregister"
            | "close"
            | "fstat"
            | "fsync"
            | "fdatasync"
            | "chdir"
            | "fchdir"
            | "_exit"
            | "waitstatus_to_exitcode"
            | "WIFEXITED"
            | "WEXITSTATUS"
            | "WIFSIGNALED"
            | "WTERMSIG"
            | "WIFSTOPPED"
            | "WSTOPSIG"
            | "WIFCONTINUED"
    );
    if made || by_name || parameters > 1 || parameters != required {
        return None;
    }
    // Parsed by a format.
    if let "date.fromordinal" | "datetime.utcfromtimestamp" = qualname {
        let name = qualname.split('.').nth(1).unwrap_or_default();
        return Some(match named.is_empty() {
            true => format!("{name}() takes exactly 1 argument ({given} given)"),
            false => format!("{name}() takes no keyword arguments"),
        });
    }
    Some(match (parameters, given) {
        _ if !named.is_empty() => match qualname.rsplit_once('.') {
            Some((owner, name)) if names_slot(owner, name) => format!("wrapper {name}() takes no keyword arguments"),
            _ => format!("{qualname}() takes no keyword arguments"),
        },
        (0, _) if of_slot(qualname) => format!("expected 0 arguments, got {given}"),
        (0, _) => format!("{qualname}() takes no arguments ({given} given)"),
        _ if of_slot(qualname) => format!("expected 1 argument, got {given}"),
        _ => format!("{qualname}() takes exactly one argument ({given} given)"),
    })
}

fn of_slot(qualname: &str) -> bool {
    qualname.rsplit_once('.').is_some_and(|(owner, name)| names_slot(owner, name))
}

/// A function's name in its errors; «function» where its arguments are parsed by a format, which does not know it.
fn shown_name(qualname: &str, name: &str) -> String {
    match qualname.split_once('.') {
        Some(("date" | "time" | "datetime", "__new__")) | Some(("Decimal" | "Context", _)) => "function".into(),
        Some((class, "__new__" | "__init__")) => format!("{class}()"),
        _ => format!("{name}()"),
    }
}

/// Whether its module has the function as one that is native.
fn is_native(function: &Function, name: &str) -> bool {
    let names = function.globals.names.borrow();
    let Some(Value::Builtin(builtin)) = names.get(Symbol::new(name)) else { return false };
    matches!(&builtin.code, BuiltinCode::Text(text) if std::ptr::eq(&**text, function))
}

/// The name of the module that defines a function.
fn own_module(function: &Function) -> String {
    function.globals.names.borrow().get(known::NAME).map(Value::text_or_empty).unwrap_or_default()
}

/// Whether a function with named parameters is C in CPython, of a module whose frames do not show: some of these
/// modules are C in part.
fn takes_names_in_c(module: &str, qualname: &str) -> bool {
    let first = qualname.split('.').next().unwrap_or_default();
    match module {
        "collections" => matches!(first, "OrderedDict" | "defaultdict"),
        "functools" => matches!(first, "reduce" | "cmp_to_key"),
        "warnings" => matches!(first, "warn" | "warn_explicit"),
        "heapq" | "tomllib" => false,
        "hashlib" => matches!(first, "pbkdf2_hmac" | "scrypt") || first.starts_with("openssl_"),
        "_sqlite3" | "_sqlite_cursor" => matches!(first, "Connection" | "Cursor"),
        "_open" => first == "open" || qualname.contains('.'),
        "_files" => !matches!(first, "walk" | "makedirs" | "removedirs" | "renames"),
        name => !name.starts_with('_'),
    }
}

/// Modules that are C by their own name, each in a file of its own.
pub const EXTENSIONS: [&str; 13] = [
    "array",
    "binascii",
    "cmath",
    "fcntl",
    "grp",
    "pwd",
    "readline",
    "resource",
    "select",
    "syslog",
    "termios",
    "unicodedata",
    "zlib",
];

/// The name of the C module in which a module's functions are.
pub fn module(function: &Function) -> String {
    /// Those that are C by their own name, in the interpreter itself.
    const BUILT_IN: [&str; 5] = ["atexit", "faulthandler", "gc", "itertools", "marshal"];
    let name = own_module(function);
    match &*name {
        "os" | "_files" | "_children" | "_duplicates" | "_exec" | "_os_more" | "_os_rare" => "posix".into(),
        "_clocks" => "time".into(),
        "threading" => "_thread".into(),
        "_standard" => "sys".into(),
        name if name.starts_with("_ctypes.") => "_ctypes".into(),
        name if BUILT_IN.contains(&name) || EXTENSIONS.contains(&name) || name.starts_with('_') => name.into(),
        name => format!("_{name}"),
    }
}
