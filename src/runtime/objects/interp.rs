//! `Interp`: what code below the VM may ask of the running interpreter.

use std::any::{Any, TypeId};
use std::rc::Rc;

use super::args::Args;
use super::attrs::Namespace;
use super::cx::Cx;
use super::exception::{Exc, PyResult};
use super::frame::{Frame, FrameNow, FrameObject};
use super::function::{Flow, Function};
use super::generator::Generator;
use super::hasher::FastMap;
use super::object::Object;
use super::stack_entry::StackEntry;
use super::value::Value;
use crate::trace::{Log, Stream};

/// Why a run ends that does not end by itself. Not a Python exception: no `except` of the program sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// The program uses what Loopscope lacks. `instead`: the way round, if there is one.
    NotSupported {
        what: String,
        instead: Option<String>,
        file: Rc<str>,
        line: u32,
    },
    /// A limit was reached; the words say which.
    TimeLimit,
    EventLimit,
    OutputLimit,
    MemoryLimit,
    StepLimit,
    /// A signal that the program does not handle ends it.
    Killed(i32),
    /// `os._exit(status)`
    Exited(i32),
    /// Nothing can ever run again; the lines say who waits for what.
    Deadlock(String),
    /// The person who runs it pressed Stop.
    Stopped,
}

/// What the simulated machine does not have, in bytes: one allocation of it is a MemoryError, as it is for CPython.
pub const MACHINE_MEMORY: u64 = 1 << 35;

/// A place in the program.
#[derive(Clone, Debug)]
pub struct Place {
    pub file: Rc<str>,
    pub line: u32,
    /// The function's qualified name; `<module>` at the top.
    pub function: Rc<str>,
    pub globals: Option<Rc<Namespace>>,
}

impl std::fmt::Debug for Namespace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Namespace")
    }
}

/// The interpreter as native code sees it. One interpreter is one simulated process; the VM implements it.
pub trait Interp {
    fn as_any(&mut self) -> &mut dyn Any;

    /// The handle itself, to be recognized by whoever has lent it.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;

    /// Moves the interpreter's state into a box (one pointer), leaving this handle empty until [`Interp::restore`].
    fn lend(&mut self) -> Box<dyn Interp>;
    /// Takes back what [`Interp::lend`] gave.
    fn restore(&mut self, lent: Box<dyn Interp>);

    /// The handle through which native async code speaks with the interpreter.
    fn cx(&self) -> Cx;

    /// Whether what frames do is to be told: there may be a trace function.
    fn is_watched(&self) -> bool {
        false
    }

    /// The trace.
    fn log(&mut self) -> &mut Log;

    /// State of other floors (the machine, the running loops, the random generator), one value a type.
    fn states(&mut self) -> &mut States;

    /// Brings a flow to its end here and now: a call into Python runs nested, without leaving this Rust frame.
    /// For `__hash__`, `__eq__`, `__repr__` … reached from inside a built-in; everything else returns the flow.
    fn finish(&mut self, flow: Flow) -> PyResult;

    /// Calls `callable`, nested (see [`Interp::finish`]).
    fn call(&mut self, callable: &Value, args: Args) -> PyResult {
        let flow = self.begin_call(callable, args);
        self.finish(flow)
    }

    /// As [`Interp::call`], of what takes long: the library's own work on a whole source.
    fn call_at_length(&mut self, callable: &Value, args: Args) -> PyResult {
        self.call(callable, args)
    }

    /// A call of any callable: [`Flow::of_call`].
    fn begin_call(&mut self, callable: &Value, args: Args) -> Flow;

    /// The frame of a call of `function` with these arguments, which are moved there, behind a receiver if there is one.
    /// `None`: nothing has happened, such a call is not as plain as that.
    fn frame_of_call(
        &mut self,
        function: &Rc<Function>,
        receiver: Option<&Value>,
        args: &mut [Value],
    ) -> Option<Box<Frame>>;

    /// The module `name`, imported if it was not yet; ModuleNotFoundError if there is none.
    fn import(&mut self, name: &str) -> PyResult;

    /// A module (dotted name) if it has been imported.
    fn imported(&self, name: &str) -> Option<Value>;

    /// How many frames are on the thread's stack.
    fn depth(&self) -> usize;

    /// How many frames CPython has besides those on the thread's stack: they count towards the recursion limit.
    fn besides(&mut self) -> &mut usize;

    /// The program's frames on the thread's stack, outermost first, each with how many frames lie under it.
    fn frames(&self) -> Vec<(usize, StackEntry)>;

    /// Which other coroutine of the library one of this name awaits within itself, where it waits; `owner`: what it is a
    /// method of.
    fn awaits_within(&self, _qualname: &str, _owner: Option<&Rc<Object>>) -> Option<&'static str> {
        None
    }

    /// The frame of a generator that is on the thread's stack.
    fn frame_of(&mut self, _generator: &Rc<Generator>) -> Option<Rc<FrameObject>> {
        None
    }

    /// How a frame object's frame stands; `None`: it has ended.
    fn frame_now(&mut self, _object: &Rc<FrameObject>) -> Option<FrameNow> {
        None
    }

    /// `sys.set_coroutine_origin_tracking_depth`: coroutines remember so many frames of those that made them. Gives how
    /// many it were before.
    fn track_origins(&mut self, depth: usize) -> usize;

    /// A coroutine has been made: it remembers where, if that is wanted.
    fn note_origin(&mut self, coroutine: &Generator);

    /// The exception being handled (`sys.exception()`).
    fn handled(&self) -> Option<Exc>;

    /// The exception that a native function at the bottom of the stack handles, as `with` does while it exits.
    fn set_handled_by_native(&mut self, exc: Option<Exc>) -> Option<Exc>;

    /// Where the innermost Python frame stands.
    fn place(&self) -> Place;

    /// Where the innermost frame of the program's own text stands.
    fn program_place(&self) -> Place;

    /// Where the program's frame stands that makes an object whose `__init__` runs.
    fn making_place(&self) -> Place;

    /// The qualified name of the library's function that the program called and in which the innermost frame stands, if
    /// that is a frame of the library's.
    fn library_call(&self) -> Option<Rc<str>>;

    /// Whether the library's code runs, and not the program's: whose innermost frame counts that is in none of the
    /// library's files that begin so (`collections/`).
    fn stands_in_library(&self, _besides: &[&str]) -> bool {
        false
    }

    /// What `super()` without arguments takes from the innermost Python frame: its `__class__` cell's contents and its
    /// first argument.
    fn super_arguments(&self) -> PyResult<(Value, Value)> {
        Err(super::exception::runtime_error("super(): no arguments"))
    }

    /// The line at which a coroutine's or generator's frame stands; `None` if it has none any more.
    fn line_of(&self, generator: &Rc<Generator>) -> Option<u32>;

    /// An exception as `traceback.format_exception` gives it.
    fn format_exception(&mut self, exc: &Exc) -> String;

    /// A line of a source file of the run, without its end.
    fn source_line(&self, file: &str, line: u32) -> Option<String>;

    /// `linecache` reads the lines of a file.
    fn read_lines(&mut self, file: &Rc<str>);

    /// Writes text to stdout or stderr at the current virtual time.
    fn write(&mut self, stream: Stream, text: &str);

    /// Writes to what the program has as `sys.stderr`, if that is anything.
    fn to_stderr(&mut self, text: &str);

    /// Sends on what a standard stream holds back.
    fn flush(&mut self, _stream: Stream) {}

    /// Ends the run. The exception given back is to be returned as an error at once; nothing catches it.
    fn stop(&mut self, reason: Stop) -> Exc;

    /// Charges work of a native: `cost` in instructions.
    fn charge(&mut self, cost: u64);

    /// Takes as much of the slice as `charge`, but nothing that a run could observe: work that costs a program nothing, and
    /// the host time.
    fn tire(&mut self, cost: u64);

    /// Charges memory of `bytes` before an allocation whose size the program chooses; MemoryError for [`MACHINE_MEMORY`]
    /// and more, and for `usize::MAX`, the end of the run beyond the run's limit.
    fn reserve(&mut self, bytes: usize) -> PyResult<()>;

    /// Finalizes what has been let go.
    fn finalize(&mut self);

    /// An exception that nobody can get: «Exception ignored in: …» and `object`.
    fn unraisable(&mut self, exc: &Exc, object: &Value);

    /// Tells the reader what an exception comes from, if that is known: one that nothing handles, and that was reported.
    fn explain(&mut self, exc: &Exc);

    /// Warns that a coroutine was never awaited.
    fn never_awaited(&mut self, _coroutine: &Rc<Generator>) {}

    /// Enters native recursion (repr, compare, copy of nested containers); RecursionError when too deep. Of the program's
    /// recursion limit it takes nothing, as what recurses in C does not in CPython.
    /// `doing`: the end of the message, such as " while getting the repr of an object".
    fn enter_recursion(&mut self, doing: &str) -> PyResult<()>;
    fn leave_recursion(&mut self);

    /// RecursionError where no further frame may stand on the stack: for native code that is Python in CPython.
    fn check_recursion(&mut self) -> PyResult<()>;
}

/// What `f` gives, one level deeper in native recursion ([`Interp::enter_recursion`]).
pub fn recursing<T>(i: &mut dyn Interp, doing: &str, f: impl FnOnce(&mut dyn Interp) -> PyResult<T>) -> PyResult<T> {
    i.enter_recursion(doing)?;
    let result = f(i);
    i.leave_recursion();
    result
}

/// Ends the run because the program uses what Loopscope lacks.
/// `what` names it as the program does (`multiprocessing.Pool`), `instead` says the way round.
#[cold]
pub fn not_supported(interp: &mut dyn Interp, what: &str, instead: Option<&str>) -> Exc {
    let place = interp.program_place();
    interp.stop(Stop::NotSupported {
        what: what.to_string(),
        instead: instead.map(str::to_string),
        file: place.file,
        line: place.line,
    })
}

/// Values by type: each floor keeps its own state in here.
#[derive(Default)]
pub struct States {
    values: FastMap<TypeId, Box<dyn Any>>,
}

impl States {
    /// The state of type `T`, made by `default` at the first call.
    pub fn get_or<T: 'static>(&mut self, default: impl FnOnce() -> T) -> &mut T {
        let mut default = Some(default);
        let made: &mut dyn FnMut() -> Box<dyn Any> = &mut || match default.take() {
            Some(default) => Box::new(default()),
            None => unreachable!("a state is made once"),
        };
        self.place(TypeId::of::<T>(), made).downcast_mut().expect("a state is stored under its own type")
    }

    #[inline(never)]
    fn place(&mut self, kind: TypeId, make: &mut dyn FnMut() -> Box<dyn Any>) -> &mut dyn Any {
        &mut **self.values.entry(kind).or_insert_with(make)
    }

    pub fn get<T: Default + 'static>(&mut self) -> &mut T {
        self.get_or(T::default)
    }

    /// The state of type `T`, if there is one, to be read only.
    pub fn known<T: 'static>(&self) -> Option<&T> {
        self.values.get(&TypeId::of::<T>())?.downcast_ref()
    }

    pub fn find<T: 'static>(&mut self) -> Option<&mut T> {
        self.values.get_mut(&TypeId::of::<T>())?.downcast_mut()
    }

    pub fn set<T: 'static>(&mut self, value: T) {
        self.values.insert(TypeId::of::<T>(), Box::new(value));
    }
}
