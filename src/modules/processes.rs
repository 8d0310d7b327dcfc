//! `_processes`: starting processes and waiting for them, pipes, and what processes share; of it subprocess,
//! multiprocessing and asyncio's subprocesses are made.

use std::any::Any;
use std::rc::Rc;

use super::RunOptions;
use super::fork::{self, Parent};
use super::inherited::{Inherited, flag};
use super::process_pipes::{end_class, end_of, watcher};
use super::process_semaphore::{deadline, semaphore_class};
use super::process_streams::{hold_outputs, output, redirect, stream_class};
use crate::compiler::{self, Mode, Optimize, Options};
use crate::machine::machine;
use crate::machine::pipe::{Pipe, PipeEnd, Semaphore, hold, os_error};
use crate::machine::process::{Process, Watcher};
use crate::objects::builtin_types::bytes_like;
use crate::objects::class::Class;
use crate::objects::code::CodeObject;
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::frame::{AnyFrame, NativeFrame};
use crate::objects::function::{Builtin, Flow, FlowFn, SyncFn};
use crate::objects::gc;
use crate::objects::int::MaxStrDigits;
use crate::objects::interp::Stop;
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::symbol::known;
use crate::objects::{Args, Interp, Symbol, Value, ops};
use crate::trace::Stream;
use crate::vm::{Child, Vm, vm_of};

/// A value that is the same object in all processes: the memory that they share.
struct Shared(Rc<Value>);

impl Native for Shared {}

/// The module's classes, of one interpreter.
pub(super) struct Classes {
    end: Rc<Class>,
    semaphore: Rc<Class>,
    shared: Rc<Class>,
    pub(super) stream: Rc<Class>,
}

pub(super) fn classes(i: &mut dyn Interp) -> Rc<Classes> {
    let make = || {
        Rc::new(Classes {
            end: end_class(),
            semaphore: semaphore_class(),
            shared: shared_class(),
            stream: stream_class(),
        })
    };
    i.states().get_or(make).clone()
}

/// An end as an object of the running process, which holds it.
pub(super) fn end_value(i: &mut dyn Interp, end: Rc<PipeEnd>) -> Value {
    hold(i, &end);
    Object::with_native(classes(i).end.clone(), end)
}

fn shared_class() -> Rc<Class> {
    NativeClass::new("Shared", "_processes", &[], |_, class, args| {
        let [value] = args.clone().exactly::<1>("Shared")?;
        Ok(Object::with_native(class.clone(), Shared(Rc::new(value))))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("get", |_, args| Ok((*receiver::<Shared>(&args.values[0], "Shared", "get")?.0).clone()))
    .finish()
}

/// `keep(object)`: a number under which another process finds a pipe's end, a semaphore or shared memory.
fn keep(i: &mut dyn Interp, args: Args) -> PyResult {
    let [given] = args.exactly::<1>("keep")?;
    let kept: Box<dyn Any> = if let Some(end) = given.native::<Rc<PipeEnd>>() {
        Box::new(end.duplicate())
    } else if let Some(semaphore) = given.native::<Rc<Semaphore>>() {
        Box::new(semaphore.clone())
    } else if let Some(shared) = given.native::<Shared>() {
        Box::new(shared.0.clone())
    } else {
        return Err(type_error("only what processes can share is kept"));
    };
    let machine = machine(i);
    let mut all = machine.kept.borrow_mut();
    all.push(kept);
    Ok(Value::Int(all.len() as i64 - 1))
}

/// `kept(number)`: it, as an object of this process.
fn kept(i: &mut dyn Interp, args: Args) -> PyResult {
    let [number] = args.exactly::<1>("kept")?;
    let (number, machine) = (ops::index(i, &number)? as usize, machine(i));
    let mut all = machine.kept.borrow_mut();
    let Some(found) = all.get_mut(number) else { return Err(value_error("nothing is kept under this number")) };
    if let Some(end) = found.downcast_ref::<Rc<PipeEnd>>().cloned() {
        // It changes hands: whoever reads at the other side shall hear when the new holder closes it.
        *found = Box::new(());
        return Ok(end_value(i, end));
    }
    if let Some(semaphore) = found.downcast_ref::<Rc<Semaphore>>() {
        return Ok(Object::with_native(classes(i).semaphore.clone(), semaphore.clone()));
    }
    let Some(shared) = found.downcast_ref::<Rc<Value>>().cloned() else {
        return Err(value_error("a pipe's end that is kept can be taken once"));
    };
    Ok(Object::with_native(classes(i).shared.clone(), Shared(shared)))
}

/// `common(name, value)`: the run's only value of that name; the first one given.
fn common(i: &mut dyn Interp, args: Args) -> PyResult {
    let [name, value] = args.exactly::<2>("common")?;
    let machine = machine(i);
    let mut all = machine.common.borrow_mut();
    let name = name.text_or_empty();
    if let Some((_, found)) = all.iter().find(|(known, _)| *known == name) {
        return Ok(found.clone());
    }
    all.push((name, value.clone()));
    Ok(value)
}

/// `spawn(command, file, source, argv, stdin, stdout, stderr, settings, unbuffered)`: starts a process; its pid.
/// source: the program's text; or `module:function` of the library, which is called, and file is None.
fn spawn(i: &mut dyn Interp, args: Args) -> PyResult {
    let [command, file, source, argv, stdin, stdout, stderr, settings, unbuffered] = args.exactly::<9>("spawn")?;
    let unbuffered = ops::is_true(i, &unbuffered)?;
    let stdout = output(i, &stdout, Stream::Stdout, unbuffered)?;
    let stderr = output(i, &stderr, Stream::Stderr, true)?;
    let stdin = stdin.native::<Rc<PipeEnd>>().map(|end| end.duplicate());
    let argv: Vec<String> = ops::to_vec(i, &argv)?.iter().map(Value::text_or_empty).collect();
    let (options, read) = super::inherited_options(i);
    let (command, source) = (command.text_or_empty(), source.text_or_empty());
    let vm = vm_of(i);
    let (name, shown) = match &file {
        Value::None => (vm.main_file.clone(), vm.source.clone()),
        file => (file.text_or_empty().into(), source.as_str().into()),
    };
    let as_module = matches!(&settings, Value::Dict(settings) if settings.get_str(Symbol::new("module")).is_some());
    // Not the text of `-c`, nor what `-m` has found.
    let is_script = !file.is_none() && !as_module && !name.starts_with('<');
    let child = Child { file: name, source: shown, command: command.clone(), stdout, stderr };
    let process = vm.spawn(child, |vm| {
        let inputs = if stdin.is_some() { Vec::new() } else { options.stdin.clone() };
        super::configure_child(vm, RunOptions { args: argv, stdin: inputs, ..options }, read);
        let descriptor = stdin.inspect(|end| hold(vm, end));
        let stdin = match &descriptor {
            Some(end) => end_value(vm, end.duplicate()),
            None => Value::None,
        };
        hold_outputs(vm);
        vm.states().set(Inherited(Value::tuple([stdin, settings]), descriptor));
        let optimize = Optimize(flag(vm, "optimize").min(2) as u8);
        vm.states().set(optimize);
        begin(vm, &command, &file, &source, is_script)
    })?;
    Ok(Value::Int(process.pid.get().into()))
}

/// What a process forked off has of a pipe's end, a semaphore or shared memory; None for all else.
pub fn adopted(vm: &mut Vm, value: &Value) -> Option<Value> {
    if let Some(end) = value.native::<Rc<PipeEnd>>() {
        // A closed one stays so.
        return Some(if end.is_open() { end_value(vm, end.duplicate()) } else { value.clone() });
    }
    if let Some(semaphore) = value.native::<Rc<Semaphore>>() {
        return Some(Object::with_native(classes(vm).semaphore.clone(), semaphore.clone()));
    }
    let shared = value.native::<Shared>()?.0.clone();
    Some(Object::with_native(classes(vm).shared.clone(), Shared(shared)))
}

/// `fork(command, settings, function, *args)`: a process with a copy of what this one has, which calls the function; its
/// pid.
fn fork_process(i: &mut dyn Interp, mut args: Args) -> PyResult {
    if args.values.len() < 3 {
        return Err(type_error("fork() takes at least 3 arguments"));
    }
    let (command, settings) = (args.values.remove(0).text_or_empty(), args.values.remove(0));
    let values = args.values.to_vec();
    let name = command.clone();
    forked_child(i, command, settings, |vm, parent, main| {
        let mut values = fork::forked(vm, parent, main, &values)?.into_iter();
        let function = values.next().unwrap_or_default();
        let cx = vm.cx();
        let future = Box::pin(async move {
            let ready = set_up(&cx).await;
            cx.enter(|i| begun(i));
            ready?;
            cx.call(&function, Args::positional(values)).await
        });
        vm.start_main_thread(AnyFrame::Native(Box::new(NativeFrame::new(future, "process"))), &name);
        Ok(())
    })
}

/// Starts a process with the same program; `begin` copies into it what it has of this one, and gives it its first
/// frame. Its pid.
pub fn forked_child(
    i: &mut dyn Interp,
    command: String,
    settings: Value,
    begin: impl FnOnce(&mut Vm, Parent, Rc<Module>) -> PyResult<()>,
) -> PyResult {
    let (options, read) = super::inherited_options(i);
    let [stdout, stderr] = [Stream::Stdout, Stream::Stderr].map(|stream| output(i, &Value::None, stream, false));
    let vm = vm_of(i);
    let Some(parent) = Parent::of(vm) else { return Err(value_error("there is no program to fork")) };
    let (file, source) = (vm.main_file.clone(), vm.source.clone());
    let limits = (vm.recursion_limit, vm.states().get::<MaxStrDigits>().0);
    let collects = gc::is_enabled();
    let child = Child { file, source, command, stdout: stdout?, stderr: stderr? };
    let process = vm.spawn(child, |vm| {
        super::configure_child(vm, options, read);
        (vm.recursion_limit, vm.states().get::<MaxStrDigits>().0) = limits;
        gc::set_enabled(collects);
        parent.context.begin(vm);
        vm.states().set(Inherited(Value::tuple([Value::None, settings]), None));
        hold_outputs(vm);
        let main = vm.make_main(&vm.main_file.clone())?;
        begin(vm, parent, main).map(|()| fork::settle_context(vm))
    })?;
    Ok(Value::Int(process.pid.get().into()))
}

/// What a new process does before its program begins; signals wait until then ([`begun`]).
async fn set_up(cx: &Cx) -> PyResult<()> {
    cx.enter(|i| machine(i).process().begins.set(true));
    let set_up = cx.enter(|i| member(i, "_child", "set_up"))?;
    cx.call(&set_up, Args::none()).await.map(drop)
}

/// The program begins: signals that have come are looked at before anything else. What came before it costs nothing,
/// and takes nothing of its quantum.
fn begun(i: &mut dyn Interp) {
    let process = machine(i).process();
    process.begins.set(false);
    vm_of(i).count_anew();
    if process.signals.is_pending() {
        vm_of(i).alarm = 0;
    }
}

/// The first frame of a child.
fn begin(vm: &mut Vm, command: &str, file: &Value, source: &str, is_script: bool) -> PyResult<()> {
    let name = vm.main_file.clone();
    let main = vm.make_main(&name)?;
    if &*name == "<string>" {
        // What `-c` runs is no file.
        main.namespace.names.borrow_mut().remove(known::FILE);
    }
    let cx = vm.cx();
    let options = Options { optimize: *vm.states().get::<Optimize>(), ..Options::default() };
    let program = match file {
        Value::None => None,
        _ => match compiler::compile_with_warnings(source, &name, Mode::Module, options) {
            Ok((code, _)) => {
                let code = CodeObject::new(Rc::new(code), &name);
                Some(Ok(Value::Function(Rc::new(crate::vm::new_function(&code, &main.namespace)))))
            }
            Err(error) => Some(Err(crate::vm::format_syntax_error(&error))),
        },
    };
    let (module, function) = source.split_once(':').unwrap_or_default();
    let (module, function) = (module.to_string(), function.to_string());
    let future = Box::pin(async move {
        // A program that cannot be compiled takes what it was handed as well, and closes it as it ends.
        let ready = set_up(&cx).await;
        // The system's own programs say so themselves: a signal ends them without a word.
        if ready.is_err() || (&*module, &*function) != ("_commands", "main") {
            cx.enter(|i| begun(i));
        }
        ready?;
        match program {
            Some(Ok(program)) => {
                let ended = cx.call(&program, Args::none()).await;
                if is_script {
                    // As what runs a file does, before what has gone wrong is told.
                    cx.enter(|i| i.flush(Stream::Stdout));
                }
                ended
            }
            Some(Err(text)) => {
                cx.enter(|i| i.write(Stream::Stderr, &text));
                let exit = cx.enter(|i| member(i, "sys", "exit"))?;
                cx.call(&exit, [Value::Int(1)].into()).await
            }
            None => {
                let function = cx.enter(|i| member(i, &module, &function))?;
                cx.call(&function, Args::none()).await
            }
        }
    });
    vm.start_main_thread(AnyFrame::Native(Box::new(NativeFrame::new(future, "process"))), command);
    Ok(())
}

pub fn member(i: &mut dyn Interp, module: &str, name: &str) -> PyResult {
    let module = i.import(module)?;
    crate::asyncio::py::get(i, &module, name)
}

/// `run_main(name)`: the program runs as the module of that name, as a spawned process of multiprocessing does.
fn run_main(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [name] = args.exactly::<1>("run_main")?;
    let vm = vm_of(i);
    let (file, source) = (vm.main_file.clone(), vm.source.clone());
    let Ok(code) = compiler::compile(&source, &file, Mode::Module) else { return Ok(Flow::Done(Value::None)) };
    let main = vm.make_main(&file)?;
    main.set(known::NAME, name.clone());
    vm.add_module(Symbol::new(&name.text_or_empty()), Value::Module(main.clone()));
    let code = CodeObject::new(Rc::new(code), &file);
    let function = Value::Function(Rc::new(crate::vm::new_function(&code, &main.namespace)));
    Ok(Flow::call(function, Args::none()))
}

/// `wait(pid, timeout)`: its returncode, or None if it has not ended by then.
fn wait(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [pid, timeout] = args.between::<2>("wait", 1)?;
    let process = process_of(i, &pid)?;
    let (deadline, cx) = (deadline(i, &timeout)?, i.cx());
    Ok(Flow::frame(async move { Ok(process.wait(&cx, deadline).await?.map(|code| Value::Int(code.into())).into()) }))
}

pub(super) fn process_of(i: &mut dyn Interp, pid: &Value) -> PyResult<Rc<crate::machine::Process>> {
    let number = ops::index(i, pid)?;
    match machine(i).process_by_pid(number) {
        Some(process) => Ok(process),
        None => Err(os_error(i, 3, "No such process")),
    }
}

/// `wait_any(ends, timeout)`: the places of those that can be used without waiting.
fn wait_any(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [ends, timeout] = args.between::<2>("wait_any", 1)?;
    let ends = ops::to_vec(i, &ends)?.iter().map(end_of).collect::<PyResult<Vec<_>>>()?;
    let (deadline, cx) = (deadline(i, &timeout)?, i.cx());
    Ok(Flow::frame(async move {
        let found = PipeEnd::wait_any(&cx, &ends, deadline).await?;
        Ok(Value::list(found.into_iter().map(|at| Value::Int(at as i64)).collect()))
    }))
}

/// `watch_both(reader, writer, source)`: the source is readable as the one is, and writable as the other.
fn watch_both(i: &mut dyn Interp, args: Args) -> PyResult {
    let [reader, writer, source] = args.exactly::<3>("watch_both")?;
    let (reader, writer, watcher) = (end_of(&reader)?, end_of(&writer)?, watcher(&source)?);
    let ends = [Rc::downgrade(&reader), Rc::downgrade(&writer)];
    let both: Watcher = Rc::new(move |i, _, _| {
        if let [Some(reader), Some(writer)] = ends.each_ref().map(std::rc::Weak::upgrade) {
            watcher(i, reader.is_ready(), writer.is_ready());
        }
    });
    reader.watch(i, both.clone());
    writer.watch(i, both);
    Ok(Value::None)
}

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("pipe", |i, _| {
        let (reader, writer) = Pipe::open();
        let reader = end_value(i, reader);
        let writer = end_value(i, writer);
        Ok(Value::pair(reader, writer))
    }),
    ("begun", |i, args| {
        args.exactly::<0>("begun")?;
        begun(i);
        Ok(Value::None)
    }),
    ("keep", keep),
    ("kept", kept),
    ("common", common),
    ("fork", fork_process),
    ("spawn", spawn),
    ("redirect", redirect),
    ("poll", |i, args| {
        let [pid] = args.exactly::<1>("poll")?;
        Ok(process_of(i, &pid)?.collect().map(|code| Value::Int(code.into())).into())
    }),
    ("watch", |i, args| {
        let [pid, source] = args.exactly::<2>("watch")?;
        process_of(i, &pid)?.watch(i, watcher(&source)?);
        Ok(Value::None)
    }),
    ("watch_both", watch_both),
    ("heed_children", |i, args| {
        let [heed, ignore] = args.exactly("heed_children")?;
        let process = machine(i).process();
        process.heeds_children.set(ops::is_true(i, &heed)?);
        process.ignores_children.set(ops::is_true(i, &ignore)?);
        Ok(Value::None)
    }),
    ("serve", |i, _| {
        machine(i).process().serves.set(true);
        Ok(Value::None)
    }),
    ("getpid", |i, args| {
        let [] = args.exactly("posix.getpid")?;
        Ok(Value::Int(machine(i).process().pid.get().into()))
    }),
    ("getppid", |i, args| {
        let [] = args.exactly("posix.getppid")?;
        Ok(Value::Int(machine(i).process().parent_now(&machine(i)).into()))
    }),
    // Of each process that lives: its pid, its parent's, whether it is stopped, whether one of its threads computes.
    ("living", |i, _| {
        let row = |p: Rc<Process>| {
            let [pid, parent] = [&p.pid, &p.parent].map(|number| Value::Int(number.get().into()));
            Value::tuple([pid, parent, Value::Bool(p.is_stopped()), Value::Bool(p.computes())])
        };
        Ok(Value::list(machine(i).living_processes().into_iter().map(row).collect()))
    }),
    ("inherited", |i, _| Ok(i.states().get::<Inherited>().0.clone())),
    ("put", |i, args| {
        let [fd, data] = args.exactly::<2>("put")?;
        let stream = if ops::index(i, &fd)? == 1 { Stream::Stdout } else { Stream::Stderr };
        let data = bytes_like::required(i, &data)?;
        Ok(Value::Bool(vm_of(i).put(stream, &data)?))
    }),
    ("exit_now", |i, args| {
        let [status] = args.exactly::<1>("_exit")?;
        let status = (ops::c_int(i, &status)? & 0xff) as i32;
        Err(i.stop(Stop::Exited(status)))
    }),
];

const FLOWS: &[(&str, FlowFn)] =
    &[("wait", wait), ("wait_any", wait_any), ("run_main", run_main), ("split", super::fork_here::split)];

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_processes");
    let set = |name: &str, value: Value| module.set(Symbol::new(name), value);
    for (name, code) in FUNCTIONS.iter().chain(super::process_changes::FUNCTIONS) {
        set(name, Builtin::sync(name, "_processes", *code));
    }
    for (name, code) in FLOWS {
        set(name, Builtin::function(name, "_processes", *code));
    }
    let classes = classes(i);
    set("PipeEnd", Value::Type(classes.end.clone()));
    set("Semaphore", Value::Type(classes.semaphore.clone()));
    set("Shared", Value::Type(classes.shared.clone()));
    Ok(module)
}
