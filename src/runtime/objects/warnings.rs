//! Warnings that native code gives: through the program's `warnings` module once it is imported, else as that module
//! does by its default filters.

use std::rc::Rc;

use super::args::Args;
use super::attribute;
use super::class::Class;
use super::exception::PyResult;
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::types;
use super::value::Value;
use crate::trace::sorted::SortedSet;

/// The module of which deprecations are told.
const MAIN: &str = "__main__";

pub const INVERTED_BOOL: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This \
    returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. \
    Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

/// `warnings.warn(text, category, source=source)` at the line that the program stands on.
pub fn warn(i: &mut dyn Interp, category: &Rc<Class>, text: &str, source: Option<Value>) -> PyResult<()> {
    let Some(warnings) = i.imported("warnings") else {
        let place = i.place();
        let module = place.globals.and_then(|globals| globals.names.borrow().get(known::NAME).cloned());
        let of_main = module.is_some_and(|name| name.as_str().is_some_and(|name| name.text() == MAIN));
        print_once(i, category, text, source.is_some(), (place.file, place.line, of_main));
        return Ok(());
    };
    let function = attribute::get_attr_now(i, &warnings, Symbol::new("warn"))?;
    let source = [(Symbol::new("source"), source.unwrap_or(Value::None))];
    let args = Args::with_keywords([text.into(), Value::Type(category.clone())], source);
    i.call(&function, args).map(drop)
}

/// What `__int__` or `__float__` gave is of a subclass, which may be no more one day.
#[cold]
#[inline(never)]
pub fn subclass_returned(i: &mut dyn Interp, method: &str, kind: &str, name: &str) -> PyResult<()> {
    let text = format!(
        "{method} returned non-{kind} (type {name}).  The ability to return an instance of a strict subclass of {kind} \
         is deprecated, and may be removed in a future version of Python."
    );
    warn(i, &types().deprecation_warning, &text, None)
}

/// `warnings._warn_at(text, category, file, line, module, source)`: at a line that is given.
pub fn warn_at(
    i: &mut dyn Interp,
    category: &Rc<Class>,
    text: &str,
    source: Value,
    (file, line, module): (&str, u32, &str),
) -> PyResult<()> {
    let Some(warnings) = i.imported("warnings") else {
        print_once(i, category, text, !source.is_none(), (file.into(), line, module == MAIN));
        return Ok(());
    };
    let function = attribute::get_attr_now(i, &warnings, Symbol::new("_warn_at"))?;
    let given =
        [text.into(), Value::Type(category.clone()), file.into(), Value::Int(line.into()), module.into(), source];
    i.call(&function, Args::positional(given)).map(drop)
}

/// Where warnings were printed already: each is, once a line.
#[derive(Default)]
struct Printed {
    places: SortedSet<(Rc<str>, u32, String)>,
    /// The same, as the warnings module knows them: text, category, file, line.
    known: Vec<Value>,
    /// `sys.path` is gone: tracemalloc can be imported no more, but may be there from an earlier warning.
    path_gone: bool,
    /// tracemalloc has been imported.
    has_tracemalloc: bool,
    /// The warnings module finds no other module any more.
    modules_gone: bool,
}

/// At the program's end: its modules are gone.
pub fn modules_are_gone(i: &mut dyn Interp) {
    i.states().get::<Printed>().modules_gone = true;
}

/// The interpreter ends: `sys.path` goes first (Python/pylifecycle.c `finalize_modules_delete_special`).
pub fn path_is_gone(i: &mut dyn Interp) {
    i.states().get::<Printed>().path_gone = true;
}

/// The warnings that were printed before their module was imported, each a tuple of text, category, file and line.
pub fn printed(i: &mut dyn Interp) -> Value {
    Value::list(i.states().get::<Printed>().known.clone())
}

/// Whether the next hint at tracemalloc is the one that imports it.
pub fn imports_tracemalloc(i: &mut dyn Interp) -> bool {
    let printed = i.states().get::<Printed>();
    let first = !printed.has_tracemalloc && !printed.path_gone && !printed.modules_gone;
    printed.has_tracemalloc |= first;
    first
}

/// Whether they are.
pub fn modules_gone(i: &mut dyn Interp) -> bool {
    i.states().get::<Printed>().modules_gone
}

/// What `warnings` prints by its default filters.
fn print_once(
    i: &mut dyn Interp,
    category: &Rc<Class>,
    text: &str,
    has_source: bool,
    (file, line, of_main): (Rc<str>, u32, bool),
) {
    // What is deprecated is told of the program itself alone, not of the modules that it imports.
    let deprecation = category.is_subclass_of(&types().deprecation_warning);
    if category.is_subclass_of(&types().resource_warning) || deprecation && !of_main {
        return;
    }
    let key = (file.clone(), line, text.to_string());
    let printed = i.states().get::<Printed>();
    if !printed.places.insert(key) {
        return;
    }
    printed.known.push(Value::tuple([
        text.into(),
        Value::Type(category.clone()),
        (&*file).into(),
        Value::Int(line.into()),
    ]));
    let has_modules = !printed.modules_gone;
    let hints = has_source && has_modules && (printed.has_tracemalloc || !printed.path_gone);
    printed.has_tracemalloc |= hints;
    // Without a frame of the program the warnings module says «<sys>».
    let shown_file = if line == 0 { "<sys>" } else { &file };
    let mut shown = format!("{shown_file}:{line}: {}: {text}\n", category.name());
    if has_modules && line != 0 {
        i.read_lines(&file);
    }
    if has_modules && let Some(code) = i.source_line(&file, line) {
        shown.push_str(&format!("  {}\n", code.trim()));
    }
    if hints {
        shown.push_str(&format!("{}: Enable tracemalloc to get the object allocation traceback\n", category.name()));
    }
    i.to_stderr(&shown);
}
