//! What must still happen when last references go: `__del__`, suspended generators, coroutines never awaited.

use std::rc::{Rc, Weak};

use super::core::Vm;
use super::settle::pop_python;
use super::stack::Root;
use crate::objects::class::Class;
use crate::objects::cx::Block;
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::frame::{AnyFrame, Frame, NativeFrame};
use crate::objects::function::Flow;
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Resume, Step};
use crate::objects::generator_methods::{IGNORED_EXIT, closing};
use crate::objects::module::Module;
use crate::objects::object::{Object, Payload};
use crate::objects::weak::Watchers;
use crate::objects::{Args, Exc, Interp, Symbol, Value, attribute, gc, known, types};
use crate::trace::{Purpose, Stream};

/// Runs the waiting finalizers between two instructions of `frame`, which is not on the stack.
#[cold]
pub fn run(vm: &mut Vm, frame: Box<Frame>) -> Box<Frame> {
    vm.stack.push(AnyFrame::Python(frame));
    drain(vm);
    pop_python(vm)
}

/// Runs the waiting finalizers, and those that come of them.
pub fn drain(vm: &mut Vm) {
    while finalizer::pending() && vm.stop.is_none() {
        for one in finalizer::take() {
            // What the stack goes on with is not theirs.
            let inbox = vm.stack.inbox.take();
            match one {
                Finalizer::Object(object) => {
                    follow(&object);
                    call_del(vm, &object);
                    // Unless `__del__` has brought it back.
                    if Rc::strong_count(&object) == 1
                        && let Some(watchers) = object.weakrefs.take()
                    {
                        tell(vm, lost(&watchers));
                    }
                }
                Finalizer::Generator(left) => finalize_generator(vm, left.generator),
                Finalizer::Watchers(watchers) => tell(vm, lost(&watchers)),
                Finalizer::Call(function, args) => {
                    if let Err(exc) = vm.call(&function, args) {
                        super::report::unraisable(vm, &exc, &function);
                    }
                }
            }
            vm.stack.inbox = inbox;
        }
        if gc::take_due() {
            super::collect::collect(vm);
        }
    }
}

/// Weak references with their callbacks.
pub(super) type Told = Vec<(Rc<Object>, Value)>;

/// Weak references to an object refer to it until its `__del__` has run.
fn follow(heir: &Rc<Object>) {
    let Some(watchers) = heir.weakrefs.watchers() else { return };
    let shared = [watchers.proxy.borrow().clone(), watchers.plain.borrow().clone()];
    for reference in watchers.others.borrow().iter().chain(&shared).filter_map(Weak::upgrade) {
        if let Payload::Native(native) = &reference.payload {
            native.follow(heir);
        }
    }
}

/// The object of these weak references is gone: those that have callbacks, the newest first.
pub(super) fn lost(watchers: &Watchers) -> Told {
    let lose = |reference: Rc<Object>| match &reference.payload {
        Payload::Native(native) => {
            let callback = native.lose();
            (reference, callback)
        }
        _ => (reference, Value::Unset),
    };
    let all = watchers.others.take().into_iter().rev().chain([watchers.proxy.take(), watchers.plain.take()]);
    all.filter_map(|reference| reference.upgrade()).map(lose).filter(|(_, callback)| !callback.is_unset()).collect()
}

/// Calls the callbacks of weak references.
pub(super) fn tell(vm: &mut Vm, told: Told) {
    for (reference, callback) in told {
        if let Err(exc) = vm.call(&callback, Args::one(Value::Object(reference))) {
            super::report::unraisable(vm, &exc, &callback);
        }
    }
}

pub(super) fn call_del(vm: &mut Vm, object: &Rc<Object>) {
    let value = Value::Object(object.clone());
    let called = attribute::call_special(vm, &value, known::DEL, Args::none());
    let finished = called.and_then(|flow| flow.map_or(Ok(Value::None), |flow| vm.finish(flow)));
    if let Err(exc) = finished {
        let method = object.class().lookup(known::DEL);
        super::report::unraisable(vm, &exc, &method.unwrap_or(value));
    }
}

pub(super) fn finalize_generator(vm: &mut Vm, generator: Rc<Generator>) {
    let value = Value::Generator(generator.clone());
    if generator.is_created() {
        // What its arguments hold goes after it: telling of it may run Python code.
        let _arguments = generator.state.replace(GeneratorState::Closed);
        if generator.is_coroutine() {
            super::report::never_awaited(vm, &generator);
        }
        return;
    }
    if generator.kind == GeneratorKind::AsyncGenerator {
        let hook = generator.given.take().finalizer;
        if !hook.is_unset() && !generator.closed_async.get() {
            generator.finalized.set(true);
            if let Err(exc) = vm.call(&hook, Args::one(value.clone())) {
                super::report::unraisable(vm, &exc, &value);
            }
            return;
        }
    }
    // gen.close(): GeneratorExit where it stands.
    let exit = Exc::new(&types().generator_exit, vec![]);
    let cx = vm.cx();
    let (target, ignored) = match generator.kind {
        GeneratorKind::AsyncGenerator => (closing(&cx, &generator), IGNORED_EXIT),
        _ if generator.is_coroutine() => (value.clone(), "coroutine ignored GeneratorExit"),
        _ => (value.clone(), "generator ignored GeneratorExit"),
    };
    let closing = Flow::frame(async move {
        match cx.resume(&target, Resume::Throw(exit)).await {
            Step::Yield(_) => Err(crate::objects::exception::runtime_error(ignored)),
            Step::Raise(exc) if !is_silent(&exc) => Err(exc),
            _ => Ok(Value::None),
        }
    });
    if let Err(exc) = vm.finish(closing) {
        super::report::unraisable(vm, &exc, &value);
    }
    // One that goes on is finalized once only.
    generator.state.replace(GeneratorState::Closed);
}

/// How a generator that is closed may end.
pub(super) fn is_silent(exc: &Exc) -> bool {
    let silent: [&Rc<Class>; 2] = [&types().generator_exit, &types().stop_iteration];
    silent.iter().any(|c| exc.is_a(c))
}

impl Vm {
    /// What CPython does before it tears down: other threads are waited for, then atexit functions run. False if there
    /// is nothing of the kind.
    #[inline(never)]
    pub(super) fn push_shutdown(&mut self) -> bool {
        let loaded = |vm: &Vm, module: &str, name: &str| {
            let found = vm.module(Symbol::new(module));
            found.and_then(|m| if let Value::Module(m) = m { m.get(Symbol::new(name)) } else { None })
        };
        let join = loaded(self, "threading", "_shutdown");
        let atexit = loaded(self, "atexit", "_run_exitfuncs");
        let is_child = !self.is_program();
        if join.is_none() && atexit.is_none() && !is_child {
            return false;
        }
        let cx = self.cx();
        let future = Box::pin(async move {
            if let Some(join) = join
                && let Err(exc) = cx.call(&join, Args::none()).await
            {
                cx.enter(|i| {
                    i.as_any()
                        .downcast_mut::<Vm>()
                        .map(|vm| super::report::ignored(vm, &exc, "Exception ignored on threading shutdown:"))
                });
            }
            if let Some(atexit) = atexit {
                cx.call(&atexit, Args::none()).await?;
            }
            if is_child {
                // Tearing down takes its time: others read what has been written before the pipes end.
                cx.enter(|i| [Stream::Stdout, Stream::Stderr].map(|stream| i.flush(stream)));
                cx.block(Block { idle: true, ..Block::new(None, Purpose::Process, "") }).await?;
            }
            Ok(Value::None)
        });
        let last = NativeFrame::new(future, "shutdown");
        self.stack.push_segment(vec![AnyFrame::Native(Box::new(last))], Root::Thread);
        true
    }
}

/// What `io` and the module `site` have put among the builtins, which are at the end what they were before.
const LATE_BUILTINS: [&str; 8] = ["open", "quit", "exit", "copyright", "credits", "license", "help", "_"];

/// Takes these names away, for what the program's own `__del__` methods do from now on.
#[cold]
#[inline(never)]
pub(super) fn forget_late_builtins(vm: &mut Vm) {
    for name in LATE_BUILTINS {
        let gone = vm.builtins.names.borrow_mut().remove(Symbol::fixed(name));
        drop(gone);
    }
}

/// The names of a module that is gone, in their order.
#[inline(never)]
pub(super) fn clear_namespace(vm: &mut Vm, module: &Module) {
    let names: Vec<Symbol> = module.namespace.names.borrow().iter().map(|(n, _)| n).collect();
    for name in names {
        if name != known::BUILTINS {
            let old = module.namespace.names.borrow_mut().set(name, Value::None);
            drop(old);
            drain(vm);
        }
    }
}
