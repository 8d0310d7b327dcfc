//! The lines of CPython's `Lib/asyncio` that tracebacks show where our code is native (table: `library_sites`).

use crate::trace::sorted::SortedMap;
use std::cell::RefCell;
use std::rc::Rc;

use super::library_sites::ALL;
use crate::objects::code::CodeObject;
use crate::objects::library_frame::{library_code, pass_through};
use crate::objects::{Exc, Value};

/// One place in the library.
pub struct Site {
    pub file: &'static str,
    pub function: &'static str,
    pub line: u32,
    pub end_line: u32,
    pub column: u16,
    pub end_column: u16,
    /// Its lines as they stand there.
    pub text: &'static [&'static str],
}

thread_local! {
    /// Code objects by file, line and column.
    static CODES: RefCell<SortedMap<(&'static str, u32, u16), Rc<CodeObject>>> = const { RefCell::new(SortedMap::new()) };
}

/// The code object that stands for a place.
pub fn code(site: &'static Site) -> Rc<CodeObject> {
    CODES.with(|codes| {
        let mut codes = codes.borrow_mut();
        let made = || {
            let lines = (site.line, site.end_line);
            library_code(site.file, site.function, lines, (site.column, site.end_column))
        };
        codes.or_insert_with((site.file, site.line, site.column), made).clone()
    })
}

/// For `map_err`: the exception passes through this place on its way out.
pub fn at(site: &'static Site) -> impl Fn(Exc) -> Exc {
    at_holding(site, None)
}

/// As [`at`]; the traceback keeps alive what the frame has in a variable there.
pub fn at_holding<'a>(site: &'static Site, held: impl Into<Option<&'a Value>>) -> impl Fn(Exc) -> Exc {
    let held = held.into().cloned();
    move |exc| {
        pass_through(&exc, &code(site), site.line, held.clone());
        exc
    }
}

/// A line of the library's source, if it is one that tracebacks show.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    let site = ALL.iter().find(|s| s.file == file && (s.line..=s.end_line).contains(&line))?;
    site.text.get((line - site.line) as usize).map(|text| text.to_string())
}
