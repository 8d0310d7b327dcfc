//! What the interpreter itself writes to stderr: uncaught exceptions, unraisable ones, coroutines never awaited.

use std::rc::Rc;

use super::core::Vm;
use crate::asyncio::source_traceback;
use crate::objects::exception::Exc;
use crate::objects::generator::Generator;
use crate::objects::library_frame::{library_code, pass_through};
use crate::objects::warnings::warn;
use crate::objects::{Interp, Value, ops, types};
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
pub fn never_awaited(vm: &mut Vm, generator: &Rc<Generator>) {
    let name = generator.qualname.borrow().value().as_str().map(|s| s.text().into_owned()).unwrap_or_default();
    let args = vec![vm.log.intern(&name)];
    let line = generator.origin_line.get();
    let (column, end_column) = (0, 0);
    let (code, severity, end_line) = ("never-awaited", Severity::Warning, line);
    vm.log.diagnose(Diagnostic { code, severity, line, column, end_line, end_column, args, fix: None });
    let mut text = format!("coroutine '{name}' was never awaited");
    if let Some(origin) = &*generator.origin.borrow() {
        text.push_str("\nCoroutine created at (most recent call last)\n");
        text.push_str(source_traceback::format(vm, origin).trim_end());
    }
    let source = Value::Generator(generator.clone());
    if let Err(exc) = warn(vm, &types().runtime_warning, &text, Some(source.clone())) {
        let place = library_code("<stdlib>/warnings.py", "_warn_unawaited_coroutine", (692, 692), (4, 0));
        pass_through(&exc, &place, 692);
        unraisable(vm, &exc, &source);
    }
}
