//! Places in CPython's library that show in tracebacks where our code is native.

use std::cell::RefCell;
use std::rc::Rc;

use super::code::CodeObject;
use super::library_frame::{library_code, pass_through};
use super::{Exc, Value};
use crate::trace::sorted::SortedMap;

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
    /// The places that have shown, and their code objects, by file, line and columns.
    static SHOWN: RefCell<SortedMap<(&'static str, u32, u16, u16), (&'static Site, Rc<CodeObject>)>> =
        const { RefCell::new(SortedMap::new()) };
}

impl Site {
    /// The name of its module: `asyncio.events`.
    pub fn module(&self) -> String {
        let path = self.file.trim_start_matches("<stdlib>/").trim_end_matches(".py");
        path.trim_end_matches("/__init__").replace('/', ".")
    }

    /// The line of that number in that file, if the place covers it.
    pub fn line_of(&self, file: &str, line: u32) -> Option<String> {
        let covers = self.file == file && (self.line..=self.end_line).contains(&line);
        covers.then(|| self.text.get((line - self.line) as usize).map(|text| text.to_string()))?
    }
}

/// The code object that stands for a place.
pub fn code(site: &'static Site) -> Rc<CodeObject> {
    SHOWN.with_borrow_mut(|shown| {
        let made = || {
            let lines = (site.line, site.end_line);
            (site, library_code(site.file, site.function, lines, (site.column, site.end_column)))
        };
        shown.or_insert_with((site.file, site.line, site.column, site.end_column), made).1.clone()
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

/// A line of the library's source, if it is one of a place that has shown.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    SHOWN.with_borrow(|shown| shown.iter().find_map(|(_, (site, _))| site.line_of(file, line)))
}
