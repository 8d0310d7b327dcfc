//! Warnings that native code gives: through the program's `warnings` module once it is imported, else as that module
//! does by its default filters.

use std::rc::Rc;

use super::args::Args;
use super::attribute;
use super::class::Class;
use super::exception::PyResult;
use super::interp::Interp;
use super::symbol::Symbol;
use super::types::types;
use super::value::Value;
use crate::trace::Stream;
use crate::trace::sorted::SortedSet;

/// `warnings.warn(text, category, source=source)` at the line that the program stands on.
pub fn warn(i: &mut dyn Interp, category: &Rc<Class>, text: &str, source: Option<Value>) -> PyResult<()> {
    let Some(warnings) = i.imported("warnings") else {
        print_once(i, category, text, source.is_some());
        return Ok(());
    };
    let flow = attribute::get_attr(i, &warnings, Symbol::new("warn"))?;
    let function = i.finish(flow)?;
    let source = [(Symbol::new("source"), source.unwrap_or(Value::None))];
    let args = Args::with_keywords([text.into(), Value::Type(category.clone())], source);
    i.call(&function, args).map(drop)
}

/// Where warnings were printed already: each is, once a line.
#[derive(Default)]
struct Printed(SortedSet<(Rc<str>, u32, String)>);

/// What `warnings` prints by its default filters.
fn print_once(i: &mut dyn Interp, category: &Rc<Class>, text: &str, has_source: bool) {
    let place = i.place();
    let deprecation = category.is_subclass_of(&types().deprecation_warning);
    if category.is_subclass_of(&types().resource_warning) || deprecation && place.file.starts_with("<stdlib>") {
        return;
    }
    let key = (place.file.clone(), place.line, text.to_string());
    if !i.states().get::<Printed>().0.insert(key) {
        return;
    }
    // Without a frame of the program the warnings module says «<sys>», and finds no tracemalloc any more.
    let file = if place.line == 0 { "<sys>" } else { &place.file };
    let mut shown = format!("{file}:{}: {}: {text}\n", place.line, category.name());
    if let Some(line) = i.source_line(&place.file, place.line) {
        shown.push_str(&format!("  {}\n", line.trim()));
    }
    if has_source && place.line > 0 {
        shown.push_str(&format!("{}: Enable tracemalloc to get the object allocation traceback\n", category.name()));
    }
    i.write(Stream::Stderr, &shown);
}
