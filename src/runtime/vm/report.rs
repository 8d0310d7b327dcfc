//! What the interpreter itself writes to stderr: uncaught exceptions, unraisable ones, coroutines never awaited.

use std::rc::Rc;

use super::core::{Vm, vm_of};
use super::traceback::linecache;
use crate::asyncio::source_traceback;
use crate::compiler::SyntaxWarning;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::frame::AnyFrame;
use crate::objects::frame_type::traceback_value;
use crate::objects::generator::Generator;
use crate::objects::library_site::{Site, at};
use crate::objects::warnings::{warn, warn_at};
use crate::objects::{Args, Interp, Symbol, Value, ops, types};
use crate::trace::Stream;

/// What the program has put in the place of `sys.NAME`, a hook or a stream, whose original is `sys.__NAME__`.
fn replaced(vm: &Vm, name: &str) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.module(Symbol::new("sys")) else { return None };
    let now = sys.get(Symbol::new(name))?;
    let original = sys.get(Symbol::new(&format!("__{name}__")));
    (!original.is_some_and(|original| original.is(&now))).then_some(now)
}

/// Writes to what the program has as `sys.stderr`: nowhere if that is None; what fails there is not told.
pub fn to_stderr(vm: &mut Vm, text: &str) {
    match replaced(vm, "stderr") {
        None => vm.write(Stream::Stderr, text),
        Some(Value::None) => {}
        Some(file) => {
            let write = crate::asyncio::py::get(vm, &file, "write");
            let _ = write.and_then(|write| vm.call(&write, Args::one(text.into())));
        }
    }
}

/// What the compiler finds odd about a text of that name.
pub fn syntax_warning(i: &mut dyn Interp, file: &str, warning: &SyntaxWarning) -> PyResult<()> {
    if i.imported("warnings").is_some() {
        return warn_at(i, &types().syntax_warning, &warning.message, Value::None, (file, warning.line, file));
    }
    let (vm, name) = (vm_of(i), file.into());
    linecache::read(vm, &name);
    let line =
        linecache::line(vm, &name, warning.line).map_or(String::new(), |line| format!("  {}\n", line.trim_start()));
    i.to_stderr(&format!("{file}:{}: SyntaxWarning: {}\n{line}", warning.line, warning.message));
    Ok(())
}

/// What `sys.excepthook` itself does.
pub fn show(vm: &mut Vm, exc: &Exc) {
    if replaced(vm, "stderr").is_none() {
        super::traceback::print_exception(vm, exc);
    } else {
        let text = super::traceback::format_last(vm, exc);
        to_stderr(vm, &text);
    }
}

/// An exception that nothing caught, by `sys.excepthook`; gives the SystemExit that a hook of the program's ends with.
#[inline(never)]
pub fn uncaught(vm: &mut Vm, exc: &Exc) -> Option<Exc> {
    if vm.states.get::<RunByRunpy>().0 {
        at(&RUN_MODULE)(at(&RUN_CODE)(exc.clone()));
    }
    let Some(hook) = replaced(vm, "excepthook") else {
        show(vm, exc);
        return None;
    };
    let traceback = exc.data().traceback.borrow().as_ref().map(traceback_value);
    let args = Args::positional([Value::Type(exc.class()), exc.value(), traceback.into()]);
    if let Err(failed) = vm.call(&hook, args)
        && vm.stop.is_none()
    {
        if failed.is_a(&types().system_exit) {
            return Some(failed);
        }
        let failed = super::traceback::format_exception(vm, &failed, true);
        let text = super::traceback::format_exception(vm, exc, true);
        to_stderr(vm, &format!("Error in sys.excepthook:\n{failed}\nOriginal exception was:\n{text}"));
    }
    None
}

/// An exception in a finalizer: «Exception ignored in: …», by `sys.unraisablehook`.
pub fn unraisable(vm: &mut Vm, exc: &Exc, object: &Value) {
    if vm.stop.is_some() {
        return;
    }
    super::unwind::add_running(vm, exc);
    if !told_to_hook(vm, exc, Value::None, object) {
        write_unraisable(vm, exc, object);
    }
}

/// Whether a `sys.unraisablehook` of the program has been told.
fn told_to_hook(vm: &mut Vm, exc: &Exc, words: Value, object: &Value) -> bool {
    let Some(hook) = replaced(vm, "unraisablehook").filter(|hook| !hook.is_none()) else { return false };
    let args = vm.import("_standard").and_then(|text| {
        let make = crate::asyncio::py::get(vm, &text, "unraisable")?;
        vm.call(&make, Args::positional([exc.value(), words, object.clone()]))
    });
    let Ok(args) = args else { return false };
    if let Err(failed) = vm.call(&hook, Args::one(args))
        && vm.stop.is_none()
    {
        write_of(vm, &failed, "Exception ignored in sys.unraisablehook", &hook);
    }
    true
}

/// «Exception ignored in: …».
pub fn write_unraisable(vm: &mut Vm, exc: &Exc, object: &Value) {
    write_of(vm, exc, "Exception ignored in", object);
}

fn write_of(vm: &mut Vm, exc: &Exc, words: &str, object: &Value) {
    let shown = match ops::repr_text(vm, object) {
        Ok(text) => text.text().into_owned(),
        Err(_) => "<object repr() failed>".to_string(),
    };
    write_ignored(vm, exc, &format!("{words}: {shown}"));
}

/// An exception in a callback, «Exception ignored in …:», by `sys.unraisablehook`.
pub fn ignored(vm: &mut Vm, exc: &Exc, line: &str) {
    if !told_to_hook(vm, exc, line.trim_end_matches(':').into(), &Value::None) {
        write_ignored(vm, exc, line);
    }
}

/// An exception that ends nothing and came of no object, such as an interrupt while threads are waited for at the end.
pub fn of_nothing(vm: &mut Vm, exc: &Exc) {
    if vm.stop.is_none() && !told_to_hook(vm, exc, Value::None, &Value::None) {
        let text = super::traceback::format_plainly(vm, exc);
        to_stderr(vm, &text);
    }
}

/// An exception below a line of its own: neither where in a line it came from nor what it came of is told.
fn write_ignored(vm: &mut Vm, exc: &Exc, line: &str) {
    let text = super::traceback::format_plainly(vm, exc);
    to_stderr(vm, &format!("{line}\n{text}"));
}

/// «coroutine 'main' was never awaited», as the warnings module prints it.
pub fn never_awaited(vm: &mut Vm, generator: &Rc<Generator>) {
    let name = generator.naming.qualname().text_or_empty();
    super::explained::never_awaited(vm, &name, generator);
    let mut text = match generator.kind.is_of_async_generator() {
        true => {
            let method = generator.naming.name().text_or_empty();
            format!("coroutine method '{method}' of '{name}' was never awaited")
        }
        false => format!("coroutine '{name}' was never awaited"),
    };
    // Once modules are gone the interpreter prints the warning itself, and knows nothing more.
    let origin = generator.given.get().and_then(|given| given.origin.clone());
    if let Some(origin) = &origin.filter(|_| !crate::objects::warnings::modules_gone(vm)) {
        text.push_str("\nCoroutine created at (most recent call last)\n");
        text.push_str(source_traceback::format(vm, origin).trim_end());
    }
    let source = Value::Generator(generator.clone());
    let category = &types().runtime_warning;
    if vm.module(Symbol::new("warnings")).is_none() {
        super::collect::before_hint(vm);
    }
    let under = vm
        .stack
        .frames()
        .position(|frame| frame.shown().is_some())
        .map_or(0, |above| vm.stack.depth.saturating_sub(above));
    let above = match vm.stack.frames().next() {
        Some(AnyFrame::Native(frame)) if frame.is_coroutine => source_traceback::awaiting_place(frame.label),
        _ => None,
    };
    let warned = match above.or_else(|| source_traceback::step_place(vm, under)) {
        Some(place) => warn_at(vm, category, &text, source.clone(), place),
        None => warn(vm, category, &text, Some(source.clone())),
    };
    if let Err(exc) = warned {
        let through = match crate::objects::warnings::modules_gone(vm) {
            true => exc,
            false => at(&WARNS)(exc),
        };
        unraisable(vm, &through, &source);
    }
}

/// Whether the main module is one (`python -m`) or a folder: runpy runs it.
#[derive(Default)]
pub struct RunByRunpy(pub bool);

const fn of_runpy(function: &'static str, line: u32) -> Site {
    Site { file: "<frozen runpy>", function, line, end_line: line, column: 0, end_column: 0, text: &[] }
}

static RUN_CODE: Site = of_runpy("_run_code", 88);
static RUN_MODULE: Site = of_runpy("_run_module_as_main", 198);

static WARNS: Site = Site {
    file: "<stdlib>/warnings.py",
    function: "_warn_unawaited_coroutine",
    line: 692,
    end_line: 692,
    column: 4,
    end_column: 65,
    text: &["    warn(msg, category=RuntimeWarning, stacklevel=2, source=coro)"],
};
