//! Calls: from slots, from flows, of functions, classes and anything callable; and returning.

use std::rc::Rc;

use smallvec::SmallVec;

use super::bind_arguments::{answer_bound, bind_arguments};
use super::cold::Cold;
use super::core::{Core, Vm};
use super::registers::{at, slot_mut};
use super::settle::{Settled, apply_after, pop_python, settle, settle_answer};
use super::trace_function;
use super::{complete, generators, unwind};
use crate::bytecode::{CodeFlags, Instr, reg};
use crate::objects::code::CodeObject;
use crate::objects::exception::type_error;
use crate::objects::frame::{After, AnyFrame, Frame, NativeFrame};
use crate::objects::function::{Binding, Function, NativeFuture};
use crate::objects::generator::{Generator, GeneratorKind, GeneratorState};
use crate::objects::native_function::{of_method, of_receiver};
use crate::objects::{Args, Class, Exc, Flow, PyResult, Symbol, Value, attribute, instantiate, known, type_name};

/// What starting a call came to.
pub enum Started {
    Value(Value),
    /// A frame to run, not on the stack yet.
    Python(Box<Frame>),
    Native(Box<NativeFrame>),
    /// A generator has been resumed, whose frames are on the stack.
    Resumed,
}

fn native(future: NativeFuture, label: &'static str) -> Started {
    Started::Native(Box::new(NativeFrame::new(future, label)))
}

/// Starts a flow. The calling frame is on the stack.
pub fn start(vm: &mut Vm, mut flow: Flow) -> PyResult<Started> {
    loop {
        flow = match flow {
            Flow::Done(value) => return Ok(Started::Value(value)),
            Flow::Frame(future) => {
                check_depth(vm)?;
                return Ok(native(future, "native"));
            }
            Flow::Call(call) => {
                let (callable, args) = *call;
                return start_call(vm, callable, args);
            }
            Flow::Enter(mut frame) => match check_depth(vm) {
                Ok(()) => return Ok(Started::Python(frame)),
                Err(exc) => frame.then.take().ok_or(exc.clone())?.failed(vm, exc)?,
            },
            Flow::Then(then) => match super::then::begin_called(vm, *then)? {
                Ok(frame) => return Ok(Started::Python(frame)),
                Err(next) => next,
            },
            Flow::Resume(resuming) => match super::then::begin_resumed(vm, *resuming)? {
                Ok(started) => return Ok(started),
                Err(next) => next,
            },
        };
    }
}

/// Starts a call of any callable.
pub fn start_call(vm: &mut Vm, mut callable: Value, mut args: Args) -> PyResult<Started> {
    let mut hops = 0;
    // The class of what a native method was bound to before it is called.
    let mut receiver: Option<Rc<Class>> = None;
    loop {
        match &callable {
            Value::Function(function) => {
                let mut frame = bind_arguments(vm, function, args)?;
                if let Some(answer) = answer_bound(vm, function, &mut frame) {
                    vm.recycle(frame);
                    return Ok(Started::Value(answer));
                }
                if vm.body_namespace.is_some() {
                    frame.namespace = vm.body_namespace.take();
                    frame.holds_more = true;
                }
                return start_function(vm, function, frame);
            }
            Value::Builtin(builtin) => {
                let builtin = builtin.clone();
                drop(callable);
                let named = args.names.is_some();
                let told = |exc: Exc| {
                    let exc = if named { of_method(exc, &builtin) } else { exc };
                    match &receiver {
                        Some(class) => of_receiver(exc, &builtin, class),
                        None => exc,
                    }
                };
                match builtin.invoke(vm, args).map_err(told)? {
                    Flow::Done(value) => return Ok(Started::Value(value)),
                    Flow::Frame(future) => {
                        check_depth(vm)?;
                        return Ok(native(future, "native"));
                    }
                    Flow::Call(call) => (callable, args) = *call,
                    flow => return start(vm, flow),
                }
            }
            Value::Method(method) => {
                if let Value::Builtin(builtin) = &method.function
                    && builtin.binding == Binding::Method
                {
                    receiver = Some(crate::objects::type_of(&method.receiver));
                }
                args.insert_first(method.receiver.clone());
                callable = method.function.clone();
            }
            Value::Type(class) => {
                let class = class.clone();
                match start_class(vm, &class, args)? {
                    Ok(started) => return Ok(started),
                    Err(Flow::Done(value)) => return Ok(Started::Value(value)),
                    Err(Flow::Frame(future)) => return Ok(native(future, "type.__call__")),
                    Err(Flow::Call(call)) => (callable, args) = *call,
                    Err(flow) => return start(vm, flow),
                }
            }
            // An `itemgetter`, a `partial`, an instance of the program's.
            Value::Object(object)
                if let Some(method) = object.with_class(|class| class.lookup(known::CALL))
                    && attribute::is_plain_method(&method) =>
            {
                args.insert_first(std::mem::replace(&mut callable, method));
            }
            _ => match attribute::lookup_special(vm, &callable, known::CALL)? {
                // A class whose `__call__` is its own instance.
                Some(_) if hops > vm.recursion_limit => {
                    return Err(vm.too_deep(""));
                }
                Some(method) => {
                    hops += 1;
                    callable = method;
                }
                None => return Err(crate::objects::module::not_callable(&callable)),
            },
        }
    }
}

/// Calls a class: at once if instances are made plainly, else by the whole protocol of `type.__call__`.
fn start_class(vm: &mut Vm, class: &Rc<Class>, mut args: Args) -> PyResult<Result<Started, Flow>> {
    let Some(Value::Function(function)) = instantiate::plain_init(class) else {
        return instantiate::call_class(vm, class, args).map(Err);
    };
    check_depth(vm)?;
    let instance = instantiate::plain_instance(class);
    args.insert_first(instance.clone());
    if args.names.is_none() && function.answer(vm, &mut args.values).is_some() {
        return Ok(Ok(Started::Value(instance)));
    }
    let mut frame = bind_arguments(vm, &function, args)?;
    frame.instance = instance;
    frame.holds_more = true;
    Ok(Ok(Started::Python(frame)))
}

/// Goes on with a bound frame: runs it, or makes the generator or coroutine that owns it.
pub fn start_function(vm: &mut Vm, function: &Function, frame: Box<Frame>) -> PyResult<Started> {
    check_depth(vm)?;
    if !frame.code.suspends {
        return Ok(Started::Python(frame));
    }
    let made = suspended(function, frame, vm.making_line());
    if let Value::Generator(generator) = &made
        && generator.kind == GeneratorKind::Coroutine
    {
        crate::objects::Interp::note_origin(vm, generator);
    }
    Ok(Started::Value(made))
}

/// The generator or coroutine that owns a frame of `function`; `line` makes it, 0: one of the library's.
pub(super) fn suspended(function: &Function, frame: Box<Frame>, line: u32) -> Value {
    let code = frame.code.clone();
    let kind = if code.has(CodeFlags::COROUTINE) {
        GeneratorKind::Coroutine
    } else if code.has(CodeFlags::ASYNC_GENERATOR) {
        GeneratorKind::AsyncGenerator
    } else {
        GeneratorKind::Generator
    };
    let generator = Generator::new(kind, function.naming.clone(), Some(code), AnyFrame::Python(frame));
    generator.origin_line.set(line);
    Value::Generator(generator)
}

/// RecursionError when the stack, on which the calling frame is, is as deep as it may be.
#[inline(always)]
pub fn check_depth(vm: &mut Vm) -> PyResult<()> {
    if vm.reaches_limit(0) {
        return Err(vm.too_deep(""));
    }
    Ok(())
}

/// `Call` of a Python function that needs no binding: its frame, with the arguments in place.
#[inline(always)]
pub fn enter(vm: &mut Core, frame: &mut Frame, i: Instr) -> Option<Box<Frame>> {
    let base = i.b as usize;
    let (_, slots) = frame.slots.split_at_mut(base);
    let [Value::Function(function), receiver, ..] = slots else { return None };
    // The arguments stand behind the place for a receiver, or from there on.
    let first = 1 + receiver.is_unset() as usize;
    let count = i.c as usize + 2 - first;
    if vm.at_limit() {
        return None;
    }
    let code: &Rc<CodeObject> = &function.code;
    let mut called = if code.enters_with.get() as usize == count {
        vm.frame_at_once(code, &function.globals)
    } else if code.suspends {
        return None;
    } else {
        frame_with_defaults(vm, function, count)?
    };
    let Value::Function(function) = std::mem::take(&mut slots[0]) else { unreachable!("just seen") };
    pass(&mut called, &function, slots.split_at_mut(first).1, count);
    Some(called)
}

/// A frame with the defaults of what follows `count` arguments in place, if there are so many.
#[inline(never)]
fn frame_with_defaults(vm: &mut Core, function: &Function, count: usize) -> Option<Box<Frame>> {
    let code: &Rc<CodeObject> = &function.code;
    let arity = Some(code.enters_with.get()).filter(|arity| *arity != u16::MAX)?;
    let defaults = function.defaults.borrow();
    let items = &defaults.as_ref()?.items;
    let missing = (arity as usize).checked_sub(count)?;
    let first = items.len().checked_sub(missing)?;
    let mut called = vm.new_frame(code, &function.globals);
    for (slot, default) in called.slots[count..].iter_mut().zip(&items[first..]) {
        slot.assign(default);
    }
    Some(called)
}

/// `Call`: the callable in slot b, self (or nothing) after it, then c arguments.
#[inline(never)]
pub fn call_slots(vm: &mut Vm, mut frame: Box<Frame>, i: Instr) -> Settled {
    let (base, count) = (i.b as usize, i.c as usize);
    if let Value::Type(class) = &frame.slots[base]
        && let Some(Value::Function(init)) = instantiate::plain_init(class)
        && init.code.simple_arity as usize == count + 1
        && !init.code.suspends
        && init.code.shortcut.get().is_none()
        && !vm.at_limit()
    {
        return instantiate_slots(vm, frame, base, count, &init);
    }
    // What a bound method is of.
    if let Value::Function(_) = &frame.slots[base]
        && let Some(called) = enter(vm, &mut frame, i)
    {
        vm.stack.push(AnyFrame::Python(frame));
        return Settled::Go(called);
    }
    let callable = std::mem::take(&mut frame.slots[base]);
    let mut args = Args::none();
    for value in &mut frame.slots[base + 1..base + 2 + count] {
        if !value.is_unset() {
            args.values.push(std::mem::take(value));
        }
    }
    vm.stack.push(AnyFrame::Python(frame));
    let started = match &callable {
        Value::Builtin(builtin) => match builtin.invoke(vm, args) {
            Ok(Flow::Done(value)) => Ok(Started::Value(value)),
            Ok(flow) => start(vm, flow),
            Err(exc) => Err(exc),
        },
        _ => start_call(vm, callable, args),
    };
    match started {
        Ok(Started::Python(called)) => Settled::Go(called),
        Ok(Started::Native(native)) => {
            vm.stack.push(AnyFrame::Native(native));
            Settled::Gone
        }
        Ok(Started::Resumed) => super::then::go_on_resumed(vm),
        Ok(Started::Value(value)) => {
            let mut frame = pop_python(vm);
            if let After::Store(slot) = frame.after {
                frame.slots[slot as usize] = value;
                return Settled::Go(frame);
            }
            settle_answer(vm, frame, Ok(Flow::Done(value)))
        }
        Err(exc) => {
            let frame = pop_python(vm);
            unwind::raise(vm, frame, exc)
        }
    }
}

/// Calls the class in slot `base` whose instances are made plainly: its `__init__`'s frame, the instance first.
fn instantiate_slots(vm: &mut Vm, mut frame: Box<Frame>, base: usize, count: usize, init: &Function) -> Settled {
    let Value::Type(class) = std::mem::take(&mut frame.slots[base]) else { unreachable!("just matched") };
    let instance = instantiate::plain_instance(&class);
    let mut called = vm.new_frame(&init.code, &init.globals);
    // It goes where a receiver stands.
    frame.slots[base + 1] = instance.clone();
    called.instance = instance;
    called.holds_more = true;
    pass(&mut called, init, &mut frame.slots[base + 1..], count + 1);
    vm.stack.push(AnyFrame::Python(frame));
    Settled::Go(called)
}

/// Moves `count` arguments into the new frame of `function`, where nothing is yet, and its closure's cells.
#[inline(always)]
pub fn pass(called: &mut Frame, function: &Function, arguments: &mut [Value], count: usize) {
    if let Some(closure) = &function.closure {
        fill_closure(called, closure);
    }
    for (parameter, argument) in called.slots.split_at_mut(count).0.iter_mut().zip(arguments) {
        parameter.set(argument.take());
    }
}

/// Puts a closure's cells into a frame's free slots.
pub fn fill_closure(frame: &mut Frame, closure: &crate::objects::containers::Tuple) {
    let first = frame.code.first_free;
    for (slot, cell) in frame.slots[first..].iter_mut().zip(closure.items.iter()) {
        *slot = cell.clone();
    }
}

/// `CallKw`: as `Call`, with names for the last arguments.
#[inline(never)]
pub fn call_keywords(vm: &mut Vm, frame: &mut Frame, i: Instr, names: Rc<[Symbol]>) -> PyResult<Cold> {
    let base = i.b as usize;
    let callable = std::mem::take(&mut frame.slots[base]);
    let mut args = Args::none();
    for value in &mut frame.slots[base + 1..base + 2 + i.c as usize] {
        if !value.is_unset() {
            args.values.push(std::mem::take(value));
        }
    }
    args.names = Some(names);
    enter_with(vm, callable, args)
}

/// The frame of a Python function that is called with these arguments, or the call of anything else.
fn enter_with(vm: &mut Vm, callable: Value, args: Args) -> PyResult<Cold> {
    match &callable {
        Value::Function(function)
            if !function.code.suspends && function.code.shortcut.get().is_none() && !vm.at_limit() =>
        {
            bind_arguments(vm, function, args).map(Cold::Enter)
        }
        _ => Ok(Cold::Flow(Flow::call(callable, args))),
    }
}

/// `CallEx`: positional arguments in a tuple, keywords in a dict.
#[inline(never)]
pub fn call_unpacked(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let base = i.b as usize;
    let [callable, receiver] = [base, base + 1].map(|at| std::mem::take(&mut frame.slots[at]));
    let positional = std::mem::take(&mut frame.slots[base + 2]);
    // The frame may end before a slot that no call of the block fills.
    let keywords = frame.slots.get_mut(base + 3).map(std::mem::take).unwrap_or_default();
    let mut args = Args::none();
    args.values.extend(receiver.some());
    if let Value::Tuple(tuple) = positional {
        match Rc::try_unwrap(tuple) {
            Ok(mut own) => args.values.extend(std::mem::take(&mut own.items)),
            Err(shared) => args.values.extend(shared.items.iter().cloned()),
        }
    }
    if let Value::Dict(dict) = &keywords {
        let (mut names, mut next) = (SmallVec::<[Symbol; 8]>::new(), 0);
        while let Some((after, key, value)) = dict.next_entry(next) {
            match key.as_str().and_then(Symbol::of) {
                Some(name) => names.push(name),
                None => return Err(type_error("keywords must be strings")),
            }
            args.values.push(value);
            next = after;
        }
        if !names.is_empty() {
            args.names = Some(Rc::from(&names[..]));
        }
    }
    enter_with(vm, callable, args)
}

/// `Return` to a Python frame that stores the value, or awaits a coroutine that is no object: that frame, taken off the stack, instead of the one that ends.
/// Nothing has happened if it is false.
#[inline(always)]
pub fn leave(vm: &mut Core, frame: &mut Box<Frame>, code: &mut Rc<CodeObject>, i: Instr) -> bool {
    if frame.holds_more {
        return false;
    }
    let frames = vm.stack.top();
    let [.., AnyFrame::Python(caller)] = &mut frames[..] else { return false };
    let slot = match caller.after {
        After::Store(slot) => slot,
        After::Send { slot, .. } if frame.is_unmade() => slot,
        _ => return false,
    };
    let place = slot_mut(&mut caller.slots, slot as usize);
    // What is dropped there must be dropped after the frame's own values.
    if !place.is_inline() {
        return false;
    }
    let value = slot_mut(&mut frame.slots, at(i.a));
    if i.a & reg::TAKE != 0 {
        place.take_from(value);
    } else {
        place.assign(value);
    }
    let Some(AnyFrame::Python(mut caller)) = frames.pop() else { unreachable!("just seen") };
    vm.stack.depth -= 1;
    if !Rc::ptr_eq(code, &caller.code) {
        frame.hand_over(code, &mut caller);
    }
    let ended = std::mem::replace(frame, caller);
    vm.keep(ended, i.b as usize);
    true
}

/// Ends `frame` (not on the stack) with `value` and goes on in its caller.
#[inline(never)]
pub fn return_value(vm: &mut Vm, mut frame: Box<Frame>, mut value: Value) -> Settled {
    if vm.watched {
        let told;
        (frame, told) = trace_function::returns(vm, frame, &value);
        if let Err(exc) = told {
            return unwind::raise_at_end(vm, frame, exc);
        }
    }
    if let Some(then) = frame.then.take() {
        vm.recycle(frame);
        return super::then::go_on_then(vm, then, value);
    }
    let generator = frame.generator.as_ref();
    if generator.map_or(frame.is_unmade(), |generator| generator.kind != GeneratorKind::AsyncGenerator)
        && let Some(AnyFrame::Python(caller)) = vm.stack.top().last()
        && let After::Send { slot, iterator } = caller.after
    {
        // It was awaited, or yielded from, by a Python frame.
        let raises = vm.watched;
        if let Some(generator) = generator {
            generator.state.replace(GeneratorState::Closed);
        }
        vm.recycle(frame);
        let mut caller = pop_python(vm);
        if raises {
            let told;
            (caller, told) = trace_function::delegate_ends(vm, caller, &value);
            if let Err(exc) = told {
                return unwind::raise(vm, caller, exc);
            }
        }
        caller.slots[slot as usize].put(value);
        caller.slots[iterator as usize].put_new(|| Value::Unset);
        return Settled::Go(caller);
    }
    if frame.generator.is_none()
        && (frame.instance.is_unset() || value.is_none())
        && let Some(AnyFrame::Python(_)) = vm.stack.top().last()
    {
        if !frame.instance.is_unset() {
            value = frame.instance.take();
        }
        vm.recycle(frame);
        let mut caller = pop_python(vm);
        if let After::Store(slot) = caller.after {
            caller.slots[slot as usize].put(value);
            return Settled::Go(caller);
        }
        return match apply_after(vm, &mut caller, value) {
            Ok(None) => Settled::Go(caller),
            Ok(Some(flow)) => settle(vm, caller, Ok(flow)),
            Err(exc) => unwind::raise(vm, caller, exc),
        };
    }
    let mut result = Ok(value);
    if !frame.instance.is_unset() {
        let instance = frame.instance.take();
        result = match result {
            Ok(Value::None) => Ok(instance),
            Ok(other) => Err(type_error(format!("__init__() should return None, not '{}'", type_name(&other)))),
            err => err,
        };
    }
    let generator = frame.generator.take();
    vm.recycle(frame);
    complete::complete(vm, generator, result);
    generators::go_on(vm)
}
