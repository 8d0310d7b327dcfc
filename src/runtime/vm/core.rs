//! The interpreter's state: stacks, modules, counters. `Vm` is a handle on it that can be lent as one pointer.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use super::recursion::Counted;
use super::stack::Stack;
use crate::machine::pipe::PipeEnd;
use crate::objects::attrs::Namespace;
use crate::objects::class::Maker;
use crate::objects::cx::Mail;
use crate::objects::finalizer::Finalizer;
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::gc::Registry;
use crate::objects::interp::{Interp, States, Stop};
use crate::objects::module::Module;
use crate::objects::{Cx, Exc, Symbol, Value};
use crate::trace::sorted::SortedMap;
use crate::trace::{Log, ProcessId, Stream};

/// How the library's modules are found.
#[derive(Clone, Copy)]
pub struct Finder {
    /// Makes a module of the library; `None` if there is none of that name.
    pub find: fn(&mut Vm, &str) -> Option<Result<Rc<Module>, Exc>>,
    /// Whether a name is that of a part of another module: that is what importing it gives.
    pub is_part: fn(&str) -> bool,
    /// The run's end, if a module that was not found exists elsewhere; `None`: there is none.
    pub lacking: fn(&mut Vm, &str) -> Option<Exc>,
    /// Whether a module that is not there yet, of a package with this `__path__`, is a file or for finders of the
    /// program's own.
    pub is_programs: fn(&mut Vm, &str, Option<Value>) -> Result<bool, Exc>,
    /// The function that imports such a one: of its full name, its name as the program has it, and the names wanted.
    pub statement: fn(&mut Vm) -> Result<Value, Exc>,
}

/// A piece of output that the host has not taken yet.
#[derive(Clone, Debug)]
pub struct Written {
    pub stream: Stream,
    /// Virtual ns since the start of the run.
    pub time: u64,
    pub text: String,
}

/// The state of one interpreter.
pub struct Core {
    pub log: Log,
    pub states: States,
    pub mail: Rc<Mail>,
    /// An empty handle for the next poll.
    pub handle: Option<Box<Vm>>,
    /// The stack of the thread that runs.
    pub stack: Stack,
    pub builtins: Rc<Namespace>,
    /// `sys.modules`: in order of import.
    pub modules: Rc<Namespace>,
    pub finder: Finder,
    /// The namespace that the next function started runs in: a class body's.
    pub body_namespace: Option<Value>,
    pub stop: Option<Stop>,
    /// What is left of the slice, in instruction costs; checked at back-edges and calls.
    pub fuel: i64,
    /// Cost of everything that has run.
    pub cost: u64,
    /// Cost at which the machine wants to be asked (computing charges, quantum).
    pub alarm: u64,
    pub recursion_limit: usize,
    pub counted: Cell<Counted>,
    /// Depth of native recursion and of nested runs, which counts towards the limit.
    pub native_depth: usize,
    /// Rust frames of nested runs alive now; bounded, since each takes host stack.
    pub nested: usize,
    pub memory_limit: usize,
    /// Ended frames, to be used again: the first of the list, and how many there are.
    pub frames: Option<Box<Frame>>,
    pub ended: u32,
    /// So many segments are not for the innermost outer loop to run.
    pub base: usize,
    /// An empty vector for the next chain of one frame that is suspended.
    pub chain: Vec<AnyFrame>,
    pub tracing: bool,
    /// Threads may be switched before any instruction of the program, not only where CPython looks.
    pub switches_anywhere: bool,
    /// What happens at lines and to frames is to be looked at: `switches_anywhere`, or a trace function has been set.
    pub watched: bool,
    /// Where the inspector wants the run to halt.
    pub halt: super::inspect::Halt,
    /// It has halted there.
    pub halted: bool,
    pub written: Vec<Written>,
    /// The file whose lines are traced: the program's own.
    pub main_file: Rc<str>,
    pub source: Rc<str>,
    /// Which process this is.
    pub process: ProcessId,
    /// The maker of its classes.
    pub maker: Maker,
    /// Where its standard output and its standard error go.
    pub outputs: [Output; 2],
    /// The other processes' interpreters, while this one is the one that runs.
    pub parked: SortedMap<ProcessId, Box<Core>>,
    /// What this process has to finalize, while others run.
    pub finalizers: Vec<Finalizer>,
    /// What its cycle collector knows, while others run.
    pub registry: Registry,
    /// `sys.last_exc`: what the program ended with.
    pub last_exc: Option<Exc>,
    /// The program is over, and its modules are being taken apart.
    pub modules_go: bool,
}

/// Where a standard stream goes.
pub enum Output {
    /// That stream of the run's own: `>&2` leads the one to the other.
    Terminal(Stream),
    Nowhere,
    /// An object with a `write` for bytes: the place of a file.
    File(Value),
    /// `buffer`: what waits for more of it, as CPython's does for 8 KB; None: it goes at once.
    Pipe {
        end: Rc<PipeEnd>,
        buffer: Option<Vec<u8>>,
    },
}

/// A handle on the interpreter. Native code gets `&mut dyn Interp` of it; for the length of a native frame's poll the
/// core moves into the mailbox.
pub struct Vm {
    pub(super) core: Option<Box<Core>>,
}

/// The interpreter that native code has been handed.
#[inline(always)]
pub fn vm_of(i: &mut dyn Interp) -> &mut Vm {
    i.as_any().downcast_mut().expect("the interpreter is the VM")
}

impl Deref for Vm {
    type Target = Core;

    #[inline(always)]
    fn deref(&self) -> &Core {
        self.core.as_ref().expect("the core is lent only while a native frame is polled")
    }
}

impl DerefMut for Vm {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut Core {
        self.core.as_mut().expect("the core is lent only while a native frame is polled")
    }
}

impl Core {
    /// The module of a name, if it has been imported.
    pub fn module(&self, name: Symbol) -> Option<Value> {
        self.modules.names.borrow().get(name).cloned()
    }

    pub fn add_module(&self, name: Symbol, module: Value) {
        let old = self.modules.names.borrow_mut().set(name, module);
        drop(old);
    }

    pub fn cx(&self) -> Cx {
        Cx(self.mail.clone())
    }
}
