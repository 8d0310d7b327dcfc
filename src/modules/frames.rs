//! `_frames`: what traceback, warnings, logging and inspect need of the VM: the frames of the stack, source lines, the
//! text of exceptions.

use std::rc::Rc;

use super::kept_attributes::{put, set_once};
use crate::bytecode::Position;
use crate::compiler::decode_source;
use crate::machine::{machine, to_ns};
use crate::objects::args::Args;
use crate::objects::builtin_types::codec_places::{self, Asked};
use crate::objects::builtin_types::{bytes_like, codec};
use crate::objects::class::class_flag::{self, EXTENSION, FINAL, FINALIZER, FIXED, HEAP};
use crate::objects::containers::Dict;
use crate::objects::cpython_places;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame_type::{frame_of, frame_value, locals_of, slot_of, traceback_of};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Function, SyncFn};
use crate::objects::generator::AsyncGenHooks;
use crate::objects::interp::not_supported;
use crate::objects::module::Module;
use crate::objects::types::argument_type;
use crate::objects::{Flow, Interp, Symbol, Value, known, ops, type_name};
use crate::vm::{native_words, traceback, vm_of};

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("getframe", getframe),
    ("current_frames", current_frames),
    ("shortcuts", super::shortcuts::install),
    ("not_supported", |i, args| {
        let [what, instead] = args.between("not_supported", 1)?;
        let text = |v: &Value| v.as_str().map(|s| s.text().into_owned());
        Err(not_supported(i, &text(&what).unwrap_or_default(), text(&instead).as_deref()))
    }),
    // As the encoders and decoders of text files do.
    ("encode_piece", |i, args| {
        let [text, encoding, errors] = args.exactly("encode_piece")?;
        let Value::Str(text) = text.plain() else { return Err(type_error("a text is wanted")) };
        let asked = Asked { encodes: true, in_pieces: true };
        codec::encode_asked(i, text, [&encoding, &errors], "encode", asked).map(Value::bytes)
    }),
    ("decode_piece", |i, args| {
        let [data, encoding, errors] = args.exactly("decode_piece")?;
        let data = bytes_like::required(i, &data)?;
        let asked = Asked { encodes: false, in_pieces: true };
        codec::decode_asked(i, &data, [&encoding, &errors], "decode", asked)
    }),
    // An error of a codec with a table, and how the codec shows itself.
    ("through_table", |_, args| {
        let [exc, shown, encodes, in_pieces] = args.exactly("through_table")?;
        let truth = |value: &Value| matches!(value, Value::Bool(true));
        let asked = Asked { encodes: truth(&encodes), in_pieces: truth(&in_pieces) };
        if let (Some(exc), Some(shown)) = (Exc::from_value(&exc), shown.as_str()) {
            codec_places::through_table(exc, &shown.text(), asked);
        }
        Ok(Value::None)
    }),
    // An exception that ends nothing, below a line of its own.
    ("ignored", |i, args| {
        let [exc, line] = args.exactly("ignored")?;
        if let (Some(exc), Some(line)) = (Exc::from_value(&exc), line.as_str()) {
            let line = line.text().into_owned();
            crate::vm::report::ignored(vm_of(i), &exc, &line);
        }
        Ok(Value::None)
    }),
    ("of_nothing", |i, args| {
        let [exc] = args.exactly("of_nothing")?;
        if let Some(exc) = Exc::from_value(&exc) {
            crate::vm::report::of_nothing(vm_of(i), &exc);
        }
        Ok(Value::None)
    }),
    ("unraisable", |i, args| {
        let [exc, object] = args.exactly("unraisable")?;
        if let Some(exc) = Exc::from_value(&exc) {
            crate::vm::report::unraisable(vm_of(i), &exc, &object);
        }
        Ok(Value::None)
    }),
    ("asyncgen_hooks", |i, _| {
        let hooks = i.states().get::<AsyncGenHooks>();
        let or_none = |hook: &Value| hook.clone().some().unwrap_or(Value::None);
        Ok(Value::tuple([or_none(&hooks.first_iteration), or_none(&hooks.finalizer)]))
    }),
    ("set_asyncgen_hooks", |i, args| {
        let [first, last] = args.exactly("set_asyncgen_hooks")?;
        let or_unset = |hook: Value| if hook.is_none() { Value::Unset } else { hook };
        let hooks = AsyncGenHooks { first_iteration: or_unset(first), finalizer: or_unset(last) };
        let _old = std::mem::replace(i.states().get::<AsyncGenHooks>(), hooks);
        Ok(Value::None)
    }),
    ("track_origins", |i, args| {
        let [depth] = args.exactly("set_coroutine_origin_tracking_depth")?;
        let depth = ops::ssize(i, &depth)?;
        let depth = ops::natural(depth).ok_or_else(|| value_error("depth must be >= 0"))?;
        Ok(Value::Int(i.track_origins(depth) as i64))
    }),
    // The bytes of what must be bytes-like.
    ("bytes_of", |i, args| {
        let [value] = args.exactly("bytes_of")?;
        match value.plain() {
            Value::Bytes(data) => Ok(Value::Bytes(data.clone())),
            _ => bytes_like::required(i, &value).map(Value::bytes),
        }
    }),
    // The name of a value's class as CPython's own messages show it.
    ("type_name", |_, args| {
        let [value] = args.exactly("type_name")?;
        Ok(Value::from(&*type_name(&value)))
    }),
    // As functions of its own show the class of an argument that is wrong.
    ("argument_type", |_, args| {
        let [value] = args.exactly("argument_type")?;
        Ok(Value::from(&*argument_type(&value)))
    }),
    ("seed", |i, _| Ok(Value::Int(super::random::system_seed(i) as i64))),
    ("c_int", |i, args| {
        let [value] = args.exactly("c_int")?;
        ops::c_int(i, &value).map(Value::Int)
    }),
    ("c_long", |i, args| {
        let [value] = args.exactly("c_long")?;
        ops::c_long(i, &value).map(Value::Int)
    }),
    ("parsed_int", |i, args| {
        let [value] = args.exactly("parsed_int")?;
        ops::parsed_int(i, &value).map(Value::Int)
    }),
    ("ssize", |i, args| {
        let [value] = args.exactly("ssize")?;
        ops::ssize(i, &value).map(Value::Int)
    }),
    ("latency", |i, _| {
        let latency = i.states().find::<super::RunOptions>().and_then(|options| options.latency);
        Ok(latency.map_or(Value::None, Value::Float))
    }),
    // What the timeline calls an object of the library's own; gives the object.
    ("shown_by_name", |i, args| {
        let [object, name] = args.exactly("shown_by_name")?;
        if let Some(followed) = crate::vm::naming::followed(&object) {
            followed.bound_to(i.log(), &name.text_or_empty());
        }
        Ok(object)
    }),
    ("awaiting_request", super::outside::awaiting),
    ("default_int_handler", |_, _| Err(Exc::new(&crate::objects::types().keyboard_interrupt, vec![]))),
    ("forget_runner", |i, _| {
        crate::asyncio::runners::forget_interrupt(i);
        Ok(Value::None)
    }),
    ("interruptible", |i, _| Ok(crate::asyncio::runners::interruptible(i))),
    ("remember_runner", |i, args| {
        let [task] = args.exactly("remember_runner")?;
        crate::asyncio::runners::remember_interrupt(i, &task);
        Ok(Value::None)
    }),
    ("set_task_context", |_, args| {
        // From its next step on; asyncio's own tasks keep theirs, trio's do not.
        let [task, context] = args.exactly("set_task_context")?;
        let context = crate::asyncio::contextvars::context_of(&context)?;
        if let Value::Object(task) = &task {
            crate::asyncio::tasks::task(task).set_context(context);
        }
        Ok(Value::None)
    }),
    ("extension", |_, args| {
        // Classes that CPython has in C: messages show them with their module, and a program cannot change them.
        for class in &args.values {
            // What a class statement alone puts into a class; where slots are named, that is what instances have.
            if let Value::Type(class) = class {
                let mut attrs = class.attrs.borrow_mut();
                attrs.remove(Symbol::new("__static_attributes__"));
                if !attrs.contains(Symbol::new("__slots__")) {
                    attrs.remove(known::WEAKREF);
                }
            }
        }
        mark(&args, EXTENSION | FIXED)
    }),
    // Slots of such a class that nobody sets after an instance has been made: members, and what is computed.
    ("set_once", |_, args| set_once(args, true)),
    ("computed_once", |_, args| set_once(args, false)),
    ("put", put),
    // A class of which nobody sets an instance's `__dict__`.
    ("keeps_dict", |_, args| {
        let [class] = args.exactly("keeps_dict")?;
        if let Value::Type(class) = &class {
            class.define(known::DICT, crate::objects::descriptor::kept_dict(class));
        }
        Ok(Value::None)
    }),
    // Bases that CPython's classes do not have: programs do not see them.
    ("unseen", |_, args| mark(&args, class_flag::UNSEEN)),
    // Those of them that it can change.
    ("open_extension", |_, args| mark(&args, EXTENSION)),
    // Those of them whose `+` and `*` are a sequence's.
    ("concatenates", |_, args| mark(&args, class_flag::CONCATENATES)),
    // Those of them from which no class may be derived.
    ("final", |_, args| mark(&args, EXTENSION | FINAL)),
    // Those of these that show another object's memory.
    ("passes_memory", |_, args| mark(&args, EXTENSION | FINAL | class_flag::PASSES_MEMORY)),
    // Classes whose instances end without their `__del__`.
    ("not_finalized", |_, args| {
        for class in &args.values {
            if let Value::Type(class) = class {
                class.clear_flag(FINALIZER);
            }
        }
        Ok(Value::None)
    }),
    // Whether a class is none of those: a class statement has made it.
    ("is_heap_type", |_, args| {
        let [class] = args.exactly("is_heap_type")?;
        Ok(Value::Bool(matches!(&class, Value::Type(class) if class.flag(HEAP) && !class.flag(EXTENSION))))
    }),
    ("on_demand", super::parts::on_demand),
    ("run_by_runpy", |i, _| {
        i.states().get::<crate::vm::report::RunByRunpy>().0 = true;
        Ok(Value::None)
    }),
    ("in_main_thread", |i, _| Ok(Value::Bool(machine(i).in_main_thread()))),
    ("native", native),
    // A function that CPython has in C, in a module of that name.
    ("builtin", |_, args| {
        let [function, module] = args.exactly("builtin")?;
        let Value::Function(function) = function else { return Err(type_error("expected a function")) };
        let (name, code) = (function.naming.name().text_or_empty(), BuiltinCode::Text(function.clone()));
        Ok(Builtin::of(name.into(), module.text_or_empty().into(), Binding::Function, None, code))
    }),
    ("shown_as", shown_as),
    // The text of a native function.
    ("text_of", |_, args| {
        let [given] = args.exactly("text_of")?;
        let called = if let Value::Method(method) = &given { &method.function } else { &given };
        Ok(match called {
            Value::Builtin(builtin)
                if let BuiltinCode::Text(function) | BuiltinCode::Shown(_, function) = &builtin.code =>
            {
                Value::Function(function.clone())
            }
            _ => Value::None,
        })
    }),
    ("modules", |i, _| Ok(Value::Dict(Dict::view(vm_of(i).modules.clone())))),
    ("before_hint", |i, _| {
        crate::vm::collect::before_hint(vm_of(i));
        Ok(Value::None)
    }),
    ("printed_warnings", |i, _| Ok(crate::objects::warnings::printed(i))),
    ("modules_gone", |i, _| Ok(crate::objects::warnings::modules_gone(i).into())),
    ("source_line", |i, args| {
        let [file, line] = args.exactly("source_line")?;
        let Some(file) = file.as_str() else { return Ok(Value::None) };
        let line = ops::index(i, &line)?;
        let is_script = *vm_of(i).main_file == *file.text();
        if is_script || line <= 1 || u32::try_from(line).is_ok_and(|line| i.source_line(&file.text(), line).is_none()) {
            traceback::linecache::read(vm_of(i), &file.text().into());
        }
        let text = u32::try_from(line).ok().and_then(|line| i.source_line(&file.text(), line));
        Ok(text.map(Value::from).into())
    }),
    ("format_exception", |i, args| {
        let [exc, chain] = args.exactly("format_exception")?;
        let (exc, chain) = (exception(&exc)?, ops::is_true(i, &chain)?);
        traceback::linecache::check(vm_of(i), &exc)?;
        Ok(traceback::format_quietly(vm_of(i), &exc, chain).into())
    }),
    ("tree", |i, args| {
        let [source, file, mode] = args.exactly("tree")?;
        crate::vm::frame_builtins::syntax_tree(i, &source, &file, &mode)
    }),
    ("code_of_tests", |i, args| {
        let [source, file] = args.exactly("code_of_tests")?;
        crate::vm::frame_builtins::code_of_tests(i, &source, &file)
    }),
    // Whether a file's bytes are a program's text, and it; else what Python says of them.
    ("source", |_, args| {
        let [Value::Bytes(bytes), file] = args.exactly("source")? else { return Err(type_error("expected bytes")) };
        let read = decode_source(&bytes.data, &file.text_or_empty());
        Ok(Value::pair(read.is_ok().into(), read.unwrap_or_else(|said| said).into()))
    }),
    ("renamed", crate::objects::code_replace::renamed),
    ("frame_variables", |i, args| {
        let [frame] = args.exactly("frame_variables")?;
        let frame = frame_of(&frame).ok_or_else(|| type_error("expected a frame"))?;
        Ok(locals_of(i, &frame))
    }),
    ("set_frame_variable", |i, args| {
        let [frame, name, value] = args.exactly("set_frame_variable")?;
        let frame = frame_of(&frame).ok_or_else(|| type_error("expected a frame"))?;
        let slot = name.as_str().and_then(|name| slot_of(&frame.code, &name.text()));
        match slot {
            Some(slot) => vm_of(i).set_slot(&frame, slot, value),
            None => frame.extras().set(i, name, value)?,
        }
        Ok(Value::None)
    }),
    ("own_positions", cpython_places::own_positions),
    ("own_constants", cpython_places::own_constants),
    ("own_offset", cpython_places::own_offset),
    ("copied", cpython_places::copied),
    ("traceback", cpython_places::traceback),
    ("places", |_, args| {
        let [given] = args.exactly("places")?;
        let place = |summary: traceback::Summary| match summary.position {
            Some(p) => [p.end_line, p.column.into(), p.end_column.into()].map(|n| Value::Int(n.into())),
            None => [Value::None, Value::None, Value::None],
        };
        let summaries = traceback_of(&given).map(|given| traceback::summaries(&given)).unwrap_or_default();
        Ok(Value::list(summaries.into_iter().map(|summary| Value::tuple(place(summary))).collect()))
    }),
    ("compiled_text", crate::vm::compiled_texts::compiled_text),
    ("format_entry", |i, args| {
        let [file, line, name, end_line, column, end_column, text] = args.exactly("format_entry")?;
        let [line, end_line, column, end_column] = [line, end_line, column, end_column].map(|n| ops::index(i, &n));
        let (line, end_line, column, end_column) = (line? as u32, end_line? as u32, column? as u16, end_column? as u16);
        let position = Some(Position { line, end_line, column, end_column });
        let [file, name] = [file, name].map(|text| text.text_or_empty().into());
        let frame = traceback::Summary { file, line, name, position, of_script: false, loaded_by: None };
        Ok(match text.as_str() {
            Some(text) => {
                let lines: Vec<String> = text.text().lines().map(str::to_string).collect();
                traceback::format_given(vm_of(i), &frame, &lines).into()
            }
            None => traceback::format_frames(vm_of(i), &[frame]).into(),
        })
    }),
    ("format_message", |i, args| {
        let [exc, traced] = args.exactly("format_message")?;
        let exc = exception(&exc)?;
        let traced = ops::is_true(i, &traced)?;
        Ok(traceback::format_message(vm_of(i), &exc, traced).into())
    }),
    ("format_tb", |i, args| {
        let [given] = args.exactly("format_tb")?;
        let Some(given) = traceback_of(&given) else {
            return Err(type_error(format!("expected a traceback, not '{}'", type_name(&given))));
        };
        Ok(traceback::format_frames(vm_of(i), &traceback::summaries(&given)).into())
    }),
];

fn exception(value: &Value) -> PyResult<Exc> {
    Exc::from_value(value)
        .ok_or_else(|| type_error(format!("Exception expected for value, {} found", type_name(value))))
}

/// Marks classes with flags.
fn mark(classes: &Args, flags: u32) -> PyResult {
    for class in &classes.values {
        if let Value::Type(class) = class {
            class.set_flag(flags);
        }
    }
    Ok(Value::None)
}

/// `native(globals, *names)`: the functions of a text are native ones, as in CPython, save those of these names, private
/// ones, and what has come from elsewhere.
fn native(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let Some(Value::Dict(globals)) = args.take_first() else { return Err(type_error("expected a dict")) };
    let mut made: Vec<(Rc<Function>, Value)> = Vec::new();
    // A module has other texts' functions among its names: those of its parts.
    let text = crate::vm::frame_builtins::caller(vm_of(i)).map(|frame| frame.code.filename.clone());
    for (name, value) in globals.entries() {
        let Value::Function(function) = value else { continue };
        let own = Dict::view(function.globals.clone());
        let private = name.text_or_empty().starts_with('_');
        if private
            || !own.is_same_view(&globals)
            || function.code.text().is_some_and(|own| text.as_ref() != Some(own))
            || args.values.iter().any(|kept| kept.text_or_empty() == name.text_or_empty())
        {
            continue;
        }
        let home = native_words::module(&function);
        // There two names of one text are two functions.
        let apart = matches!(&*home, "posix" | "readline" | "binascii");
        let known = made.iter().find(|(known, _)| !apart && Rc::ptr_eq(known, &function));
        let value = known.map(|(_, value)| value.clone()).unwrap_or_else(|| {
            let called = if apart { name.text_or_empty() } else { function.naming.name().text_or_empty() };
            let code = BuiltinCode::Text(function.clone());
            let value = Builtin::of(called.into(), home.into(), Binding::Function, None, code);
            made.push((function, value.clone()));
            value
        });
        globals.set(i, name, value)?;
    }
    Ok(Value::None)
}

/// `shown_as(globals, name, *names)`: the functions and classes of a text, or those of these names alone, say that they are
/// of a module of another name.
fn shown_as(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let Some(Value::Dict(globals)) = args.take_first() else { return Err(type_error("expected a dict")) };
    let Some(name) = args.take_first() else { return Err(type_error("expected a module's name")) };
    let own = globals.get_str(known::NAME).unwrap_or_default().text_or_empty();
    let is_meant = |key: &Value| {
        args.values.is_empty() || args.values.iter().any(|one| one.text_or_empty() == key.text_or_empty())
    };
    for (_, value) in globals.entries().into_iter().filter(|(key, _)| is_meant(key)) {
        match value {
            Value::Function(function) if Dict::view(function.globals.clone()).is_same_view(&globals) => {
                function.members.borrow_mut().set(known::MODULE, name.clone());
            }
            Value::Type(class) if class.attrs.borrow().get(known::MODULE).is_some_and(|m| m.text_or_empty() == own) => {
                class.set(known::MODULE, name.clone());
            }
            _ => {}
        }
    }
    Ok(Value::None)
}

/// `sys._getframe(depth)`: the Python frame so many calls below the innermost one.
pub fn getframe(i: &mut dyn Interp, args: Args) -> PyResult {
    let [depth] = args.between("_getframe", 0)?;
    let depth = if depth.is_unset() { 0 } else { ops::size(ops::c_int(i, &depth)?) };
    match vm_of(i).frame_below(depth) {
        Some(frame) => Ok(frame_value(&frame)),
        None => Err(value_error("call stack is not deep enough")),
    }
}

/// `sys._getframemodulename(depth)`: the name of the module whose function runs there; None beyond the outermost.
pub fn getframemodulename(i: &mut dyn Interp, args: Args) -> PyResult {
    let [depth] = args.bind_in_c("_getframemodulename", &["depth"], 0)?;
    let depth = if depth.is_unset() { 0 } else { ops::size(ops::c_int(i, &depth)?) };
    let frame = vm_of(i).frame_below(depth);
    Ok(frame.and_then(|frame| frame.globals.names.borrow().get(known::NAME).cloned()).unwrap_or(Value::None))
}

/// `sys._current_frames()`: by the number of each thread, the newest first, the frame where it stands.
pub fn current_frames(i: &mut dyn Interp, args: Args) -> PyResult {
    let [] = args.exactly("_current_frames")?;
    let found = Dict::new();
    let main = super::thread::main_thread(i);
    for (thread, frame) in vm_of(i).frames_of_threads().into_iter().rev() {
        found.set(i, Value::Int(super::thread::ident(thread, main)), frame_value(&frame))?;
    }
    Ok(Value::Dict(found))
}

/// `signal(number)`: sends it to this process; `signal(number, None)`: the thread sends it to itself. `signal(number, delay)`:
/// it comes in so many seconds instead of the one that was to come; what was left of that.
fn signal(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [signal, delay] = args.between("signal", 1)?;
    let signal = ops::index(i, &signal)? as i32;
    if delay.is_unset() || delay.is_none() {
        return crate::vm::signals::raise(vm_of(i), signal, delay.is_none());
    }
    let machine = machine(i);
    let delay = ops::to_float(i, &delay)?;
    let left = machine.process().signals.cancel(signal).map_or(0.0, |at| at.saturating_sub(machine.now()) as f64 / 1e9);
    if delay > 0.0 {
        machine.process().signals.schedule(machine.now() + to_ns(delay), signal);
    }
    Ok(Value::Float(left).into())
}

/// `await_here(awaitable)`: what awaiting it comes to, in a plain function below a coroutine: the frames between them are
/// suspended with it, as a greenlet's are. Those of a generator that plain code iterates cannot be.
fn await_here(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [awaitable] = args.exactly("await_here")?;
    if vm_of(i).is_within_generator() {
        return Err(not_supported(i, "awaiting below a generator that plain code iterates", Some("a list")));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move { cx.await_(&awaitable).await }))
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_frames");
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_frames", *code));
    }
    let send = Builtin::new("signal", "_frames", Binding::Function, BuiltinCode::Flow(signal));
    module.set(Symbol::new("signal"), send);
    let request =
        Builtin::new("blocked_by_request", "_frames", Binding::Function, BuiltinCode::Flow(super::outside::blocked));
    module.set(Symbol::new("blocked_by_request"), request);
    let wait = Builtin::new("await_here", "_frames", Binding::Function, BuiltinCode::Flow(await_here));
    module.set(Symbol::new("await_here"), wait);
    module.set(Symbol::new("monitor"), super::sys::tracing::monitor());
    Ok(module)
}
