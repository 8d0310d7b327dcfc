//! What must still happen when last references go: `__del__`, suspended generators, coroutines never awaited.

use std::rc::Rc;

use super::core::Vm;
use super::settle::pop_python;
use crate::objects::class::Class;
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::frame::{AnyFrame, Frame};
use crate::objects::function::Flow;
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState, Resume, Step};
use crate::objects::{Args, Exc, Interp, Value, attribute, known, types};

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
                Finalizer::Object { object, call_del } => {
                    let value = Value::Object(object);
                    if call_del && let Err(exc) = call_del_of(vm, &value) {
                        // It is the method that failed.
                        let method = crate::objects::type_of(&value).lookup(known::DEL).unwrap_or_default();
                        super::report::unraisable(vm, &exc, &method);
                    }
                    tell_watchers(vm, &value);
                }
                Finalizer::Generator(left) => finalize_generator(vm, left.generator),
            }
            vm.stack.inbox = inbox;
        }
    }
}

/// Calls the callbacks of weak references, the newest first, unless `__del__` has brought the object back.
fn tell_watchers(vm: &mut Vm, value: &Value) {
    let Value::Object(object) = value else { return };
    if Rc::strong_count(object) > 1 {
        return;
    }
    let Some(watchers) = object.weakrefs.take() else { return };
    for (reference, callback) in watchers.told.take().into_iter().rev() {
        if let Some(reference) = reference.upgrade()
            && let Err(exc) = vm.call(&callback, Args::one(Value::Object(reference)))
        {
            super::report::unraisable(vm, &exc, &callback);
        }
    }
}

fn call_del_of(vm: &mut Vm, value: &Value) -> Result<(), Exc> {
    if let Some(flow) = attribute::call_special(vm, value, known::DEL, Args::none())? {
        vm.finish(flow)?;
    }
    Ok(())
}

fn finalize_generator(vm: &mut Vm, generator: Rc<Generator>) {
    let value = Value::Generator(generator.clone());
    if generator.is_created() {
        generator.state.replace(GeneratorState::Closed);
        if generator.kind == GeneratorKind::Coroutine {
            super::report::never_awaited(vm, &generator);
        }
        return;
    }
    if generator.kind == GeneratorKind::AsyncGenerator {
        let hook = generator.finalizer.take();
        if !hook.is_unset() {
            if let Err(exc) = vm.call(&hook, Args::one(value.clone())) {
                super::report::unraisable(vm, &exc, &value);
            }
            return;
        }
    }
    // gen.close(): GeneratorExit where it stands.
    let exit = Exc::new(&types().generator_exit, vec![]);
    let cx = vm.cx();
    let target = value.clone();
    let closing = Flow::frame(async move {
        match cx.resume(&target, Resume::Throw(exit)).await {
            Step::Yield(_) => Err(crate::objects::exception::runtime_error(match &target {
                Value::Generator(g) if g.is_coroutine() => "coroutine ignored GeneratorExit",
                _ => "generator ignored GeneratorExit",
            })),
            Step::Raise(exc) if !is_silent(&exc) => Err(exc),
            _ => Ok(Value::None),
        }
    });
    if let Err(exc) = vm.finish(closing) {
        super::report::unraisable(vm, &exc, &value);
    }
}

fn is_silent(exc: &Exc) -> bool {
    let silent: [&Rc<Class>; 2] = [&types().generator_exit, &types().stop_iteration];
    silent.iter().any(|c| exc.is_a(c))
}
