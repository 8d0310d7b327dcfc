//! What `linecache` knows: once the modules are gone, it cannot read another file, and reports that need one fail
//! (Lib/linecache.py `updatecache`).

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::core::Vm;
use super::Summary;
use crate::objects::exception::{Exc, PyResult, Traceback, import_error};
use crate::objects::library_frame::{library_code, pass_through};

/// The files whose lines have been read.
#[derive(Default)]
pub struct LineCache(BTreeSet<Rc<str>>);

/// A report shows these frames.
pub fn note(vm: &mut Vm, frames: &[Summary]) {
    let LineCache(known) = vm.states.get();
    for frame in frames {
        if !known.contains(&frame.file) {
            known.insert(frame.file.clone());
        }
    }
}

/// Where CPython stands when it cannot read a file's lines, innermost first.
const PLACES: [(&str, &str, u32); 7] = [
    ("<stdlib>/linecache.py", "updatecache", 88),
    ("<stdlib>/linecache.py", "getlines", 41),
    ("<stdlib>/linecache.py", "getline", 25),
    ("<stdlib>/traceback.py", "_set_lines", 350),
    ("<stdlib>/traceback.py", "line", 369),
    ("<stdlib>/traceback.py", "_extract_from_extended_frame_gen", 492),
    ("<stdlib>/traceback.py", "__init__", 1044),
];

/// ImportError if the report of `exc` needs lines that cannot be read any more.
pub fn check(vm: &mut Vm, exc: &Exc) -> PyResult<()> {
    if !vm.modules_go {
        return Ok(());
    }
    let LineCache(known) = vm.states.get();
    let mut entry: Option<Rc<Traceback>> = exc.data().traceback.borrow().clone();
    while let Some(traceback) = entry {
        if !known.contains(&traceback.frame.code.filename) {
            let failed = import_error("sys.meta_path is None, Python is likely shutting down");
            for (file, function, line) in PLACES {
                pass_through(&failed, &library_code(file, function, (line, line), (0, 0)), line, None);
            }
            return Err(failed);
        }
        entry = traceback.next.borrow().clone();
    }
    Ok(())
}
