//! What the interpreter itself writes to stderr: uncaught exceptions, unraisable ones, coroutines never awaited.

use super::core::Vm;
use crate::objects::exception::Exc;
use crate::objects::generator::Generator;
use crate::objects::{Interp, Value, ops};
use crate::trace::{Diagnostic, Severity, Stream};

/// An exception in a finalizer: «Exception ignored in: …».
pub fn unraisable(vm: &mut Vm, exc: &Exc, object: &Value) {
    if vm.stop.is_some() {
        return;
    }
    let shown = match ops::repr_text(vm, object) {
        Ok(text) => text.text().into_owned(),
        Err(_) => "<object repr() failed>".to_string(),
    };
    let traceback = super::traceback::format_exception(vm, exc, true);
    vm.write(Stream::Stderr, &format!("Exception ignored in: {shown}\n{traceback}"));
}

/// «coroutine 'main' was never awaited», as the warnings module prints it.
pub fn never_awaited(vm: &mut Vm, generator: &Generator) {
    let name = generator.qualname.borrow().as_str().map(|s| s.text().into_owned()).unwrap_or_default();
    let place = vm.place();
    let args = vec![vm.log.intern(&name)];
    let line = generator.origin_line.get();
    let (column, end_column) = (0, 0);
    let (code, severity, end_line) = ("never-awaited", Severity::Warning, line);
    vm.log.diagnose(Diagnostic { code, severity, line, column, end_line, end_column, args, fix: None });
    let source = super::traceback::source_line(vm, &place.file, place.line);
    // Without a frame of the program the warnings module says «<sys>».
    let file = if place.line == 0 { "<sys>" } else { &place.file };
    let mut text = format!("{file}:{}: RuntimeWarning: coroutine '{name}' was never awaited\n", place.line);
    if let Some(line) = source {
        text.push_str(&format!("  {}\n", line.trim()));
    }
    if place.line > 0 {
        text.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
    }
    vm.write(Stream::Stderr, &text);
}
