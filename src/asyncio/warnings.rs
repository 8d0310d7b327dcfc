//! Warnings that asyncio gives, through the program's `warnings` module if it has one.

use crate::trace::sorted::SortedSet;
use std::rc::Rc;

use super::py;
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::{Args, Interp, Value, types};
use crate::trace::Stream;

/// `warnings.warn(text, category)` at the program's line.
pub fn warn(i: &mut dyn Interp, category: &Rc<Class>, text: &str) -> PyResult<()> {
    match i.import("warnings") {
        Ok(warnings) => {
            py::call(i, &warnings, "warn", Args::from([text.into(), Value::Type(category.clone())])).map(drop)
        }
        Err(_) => {
            print_once(i, category, text);
            Ok(())
        }
    }
}

/// Where warnings were printed already: each is, once a line.
#[derive(Default)]
struct Printed(SortedSet<(Rc<str>, u32, String)>);

/// What `warnings` prints by its default filters, where there is no such module.
fn print_once(i: &mut dyn Interp, category: &Rc<Class>, text: &str) {
    if category.is_subclass_of(&types().resource_warning) {
        return;
    }
    let place = i.place();
    let key = (place.file.clone(), place.line, text.to_string());
    if !i.states().get::<Printed>().0.insert(key) {
        return;
    }
    let mut shown = format!("{}:{}: {}: {text}\n", place.file, place.line, category.name());
    if let Some(line) = i.source_line(&place.file, place.line) {
        shown.push_str(&format!("  {}\n", line.trim()));
    }
    i.write(Stream::Stderr, &shown);
}
