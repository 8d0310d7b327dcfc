//! What must still happen when last references go: `__del__`, suspended generators, coroutines never awaited.

use std::rc::{Rc, Weak};

use super::core::{Vm, vm_of};
use super::settle::pop_python;
use super::stack::Root;
use crate::objects::class::Class;
use crate::objects::cx::{Block, Cx};
use crate::objects::exception::runtime_error;
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::frame::{After, AnyFrame, Frame, NativeFrame};
use crate::objects::function::Flow;
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Resume, Step};
use crate::objects::generator_methods::{IGNORED_EXIT, closing};
use crate::objects::module::Module;
use crate::objects::object::{Object, Payload};
use crate::objects::types::type_of;
use crate::objects::weak::Watchers;
use crate::objects::{Args, Exc, Interp, PyResult, Symbol, Value, attribute, known, types};
use crate::trace::{Purpose, Stream};

/// The waiting finalizers come between two instructions of `frame`, which is not on the stack. Gives it back if they are
/// through; else it is on the stack, below what [`begin`] has put there.
#[cold]
pub fn between_instructions(vm: &mut Vm, mut frame: Box<Frame>) -> Option<Box<Frame>> {
    frame.after = After::Discard;
    vm.stack.push(AnyFrame::Python(frame));
    if begin(vm) { None } else { Some(pop_python(vm)) }
}

/// Has the waiting finalizers run on top of the stack, in a segment of their own, so that they may block; what the stack
/// goes on with waits for their end. False: they call nothing, and are through.
pub fn begin(vm: &mut Vm) -> bool {
    while finalizer::pending() && vm.stop.is_none() {
        let waiting = finalizer::take();
        if waiting.iter().all(calls_nothing) {
            finalize_now(vm, waiting);
            continue;
        }
        let cx = vm.cx();
        let finalizing = Box::pin(async move {
            for one in waiting {
                finalize(&cx, one).await;
            }
            cx.enter(|i| super::collect::collect_if_due(vm_of(i)));
            Ok(Value::None)
        });
        let frame = AnyFrame::Native(Box::new(NativeFrame::new(finalizing, "finalizers")));
        let inbox = vm.stack.inbox.take();
        vm.stack.push_segment(vec![frame], Root::Finalizers(inbox));
        return true;
    }
    false
}

/// Runs the waiting finalizers while an exception unwinds `frame`, which is not on the stack, nested: meanwhile the frame
/// stands where it was raised, and the exception, which has passed it already, has nowhere to wait.
#[cold]
pub fn run(vm: &mut Vm, frame: Box<Frame>) -> Box<Frame> {
    vm.stack.push(AnyFrame::Python(frame));
    drain(vm);
    pop_python(vm)
}

/// Runs the waiting finalizers, and those that come of them, nested.
pub fn drain(vm: &mut Vm) {
    while finalizer::pending() && vm.stop.is_none() {
        finalize_now(vm, finalizer::take());
    }
}

fn finalize_now(vm: &mut Vm, waiting: Vec<Finalizer>) {
    for one in waiting {
        nested(vm, |cx| async move { finalize(&cx, one).await });
    }
    super::collect::collect_if_due(vm);
}

/// Finalizes something without leaving the caller's Rust frame.
pub(super) fn nested<F: Future<Output = ()> + 'static>(vm: &mut Vm, finalizing: impl FnOnce(Cx) -> F) {
    let finalizing = finalizing(vm.cx());
    // Only a run that is over fails here.
    let _ = vm.finish(Flow::frame(async move {
        finalizing.await;
        Ok(Value::None)
    }));
}

/// Whether nothing of the program's is called for it.
fn calls_nothing(one: &Finalizer) -> bool {
    match one {
        Finalizer::Generator(left) => left.generator.is_created(),
        Finalizer::Watchers(watchers) => watchers.others.borrow().is_empty(),
        Finalizer::Object(_) | Finalizer::Call(..) => false,
    }
}

async fn finalize(cx: &Cx, one: Finalizer) {
    match one {
        Finalizer::Object(object) => {
            follow(&object);
            call_del(cx, &Value::Object(object.clone())).await;
            // Unless `__del__` has brought it back.
            if Rc::strong_count(&object) == 1
                && let Some(watchers) = object.weakrefs.take()
            {
                tell(cx, lost(&watchers)).await;
            }
        }
        Finalizer::Generator(left) => finalize_generator(cx, left.generator).await,
        Finalizer::Watchers(watchers) => tell(cx, lost(&watchers)).await,
        Finalizer::Call(function, args) => {
            let called = cx.call(&function, args).await;
            report(cx, called, &function);
        }
    }
}

/// Tells of an exception that `object` has ended with.
fn report(cx: &Cx, result: PyResult, object: &Value) {
    if let Err(exc) = result {
        cx.enter(|i| i.unraisable(&exc, object));
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
pub(super) async fn tell(cx: &Cx, told: Told) {
    for (reference, callback) in told {
        let called = cx.call(&callback, Args::one(Value::Object(reference))).await;
        report(cx, called, &callback);
    }
}

/// Calls the `__del__` that the class of an object, or of a class, has.
pub(super) async fn call_del(cx: &Cx, value: &Value) {
    let called = cx.run(|i| {
        let called = attribute::call_special(i, value, known::DEL, Args::none())?;
        Ok(called.unwrap_or(Flow::Done(Value::None)))
    });
    if let Err(exc) = called.await {
        let method = type_of(value).lookup(known::DEL);
        report(cx, Err(exc), &method.unwrap_or_else(|| value.clone()));
    }
}

pub(super) async fn finalize_generator(cx: &Cx, generator: Rc<Generator>) {
    let value = Value::Generator(generator.clone());
    if generator.is_created() {
        // What its arguments hold goes after it: telling of it may run Python code.
        let _arguments = generator.state.replace(GeneratorState::Closed);
        if generator.is_coroutine() {
            cx.enter(|i| i.never_awaited(&generator));
        }
        return;
    }
    if generator.kind == GeneratorKind::AsyncGenerator {
        let hook = generator.given.take().finalizer;
        if !hook.is_unset() && !generator.closed_async.get() {
            generator.finalized.set(true);
            let called = cx.call(&hook, Args::one(value.clone())).await;
            return report(cx, called, &value);
        }
    }
    // gen.close(): GeneratorExit where it stands.
    let exit = Exc::new(&types().generator_exit, vec![]);
    let (target, ignored) = match generator.kind {
        GeneratorKind::AsyncGenerator => (closing(cx, &generator), IGNORED_EXIT),
        _ if generator.is_coroutine() => (value.clone(), "coroutine ignored GeneratorExit"),
        _ => (value.clone(), "generator ignored GeneratorExit"),
    };
    // One that goes on is finalized once only, and stays where it is.
    generator.finalized.set(true);
    let closed = match cx.resume(&target, Resume::Throw(exit)).await {
        Step::Yield(_) => return report(cx, Err(runtime_error(ignored)), &value),
        Step::Raise(exc) if !is_silent(&exc) => Err(exc),
        _ => Ok(Value::None),
    };
    report(cx, closed, &value);
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
