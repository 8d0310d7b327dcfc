//! What must still happen when last references go: `__del__`, suspended generators, coroutines never awaited.

use std::rc::Rc;

use super::core::Vm;
use super::settle::pop_python;
use crate::objects::class::Class;
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::function::Flow;
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Resume, Step};
use crate::objects::generator_methods::{IGNORED_EXIT, closing};
use crate::objects::object::{Object, Payload};
use crate::objects::weak::Watchers;
use crate::objects::{Args, Exc, Interp, Value, attribute, gc, known, types};

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

/// The object of these weak references is gone: those that have callbacks, the newest first.
pub(super) fn lost(watchers: &Watchers) -> Told {
    let lose = |reference: Rc<Object>| match &reference.payload {
        Payload::Native(native) => {
            let callback = native.lose();
            (reference, callback)
        }
        _ => (reference, Value::Unset),
    };
    let all = watchers.others.take().into_iter().rev().chain([watchers.plain.take()]);
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
        generator.state.replace(GeneratorState::Closed);
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
