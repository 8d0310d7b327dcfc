//! Methods of generators, coroutines and async generators (Objects/genobject.c).

use std::rc::Rc;

use super::anext_default;
use super::args::Args;
use super::class::Class;
use super::cx::Cx;
use super::exception::{Exc, PyResult, runtime_error, stop_iteration, type_error};
use super::exception_types::{Raised, make_exception};
use super::frame::{AnyFrame, NativeFrame};
use super::function::Flow;
use super::generator::{AsyncGenHooks, Generator, GeneratorKind, GeneratorState, Resume, Step, Thrown};
use super::interp::Interp;
use super::module::from_library;
use super::naming::{Names, Naming};
use super::native_class::{NativeClass, alone};
use super::symbol::Symbol;
use super::types::{Types, type_name, types};
use super::value::Value;

#[inline(never)]
pub fn install(t: &'static Types) {
    NativeClass::extend(&t.generator)
        .method("__iter__", identity)
        .method("__next__", |i, args| send(i, with_none(args)))
        .method("send", send)
        .method("throw", throw)
        .method("close", close)
        .method("__del__", close);
    NativeClass::extend(&t.coroutine)
        .method("send", send)
        .method("throw", throw)
        .method("close", close)
        .method("__del__", close)
        .method("__await__", coroutine_await);
    NativeClass::extend(&t.coroutine_wrapper)
        .method("__iter__", identity)
        .method("__next__", |i, args| send(i, with_none(args)))
        .method("send", send)
        .method("throw", |i, args| throw(i, to_its_coroutine(args)))
        .method("close", |i, args| {
            alone(&args, "coroutine_wrapper.close")?;
            close(i, to_its_coroutine(args))
        });
    NativeClass::extend(&t.anext_awaitable)
        .method("__await__", identity)
        .method("__iter__", identity)
        .method("__next__", |i, args| anext_default::through(i, with_none(args), "send"))
        .method("send", |i, args| anext_default::through(i, args, "send"))
        .method("throw", |i, args| anext_default::through(i, args, "throw"))
        .method("close", |i, args| anext_default::through(i, args, "close"));
    for class in [&t.async_generator_asend, &t.async_generator_athrow] {
        NativeClass::extend(class)
            .method("__await__", identity)
            .method("__iter__", identity)
            .method("__next__", |i, args| send(i, with_none(args)))
            .method("send", send)
            .method("throw", throw)
            .method("close", close);
    }
    NativeClass::extend(&t.async_generator)
        .method("__aiter__", identity)
        .method("__anext__", |i, args| asend(i, with_none(args)))
        .method("asend", asend)
        .method("athrow", athrow)
        .method("aclose", aclose)
        // Who drops one asks the loop to close it, and nobody else does.
        .method("__del__", |_, args| args.exactly::<1>("__del__").map(|_| Flow::Done(Value::None)));
}

fn identity(_: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    Ok(Flow::Done(args.values.into_iter().next().unwrap_or_default()))
}

fn with_none(mut args: Args) -> Args {
    args.values.push(Value::None);
    args
}

/// What `send`, `throw` and `next` make of a step.
fn step_result(step: Step) -> PyResult {
    match step {
        Step::Yield(value) => Ok(value),
        Step::Return(value) => Err(stop_iteration(value)),
        Step::Raise(exc) => Err(exc),
    }
}

fn send(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = args.take_receiver();
    if args.values.len() != 1 {
        let name = format!("{}.send", type_name(&generator));
        return args.exactly::<1>(&name).map(|[value]| Flow::Done(value));
    }
    let [value] = args.exactly::<1>("send")?;
    if let Value::Generator(generator) = &generator {
        super::gc::link(generator, &value);
    }
    match generator {
        Value::Generator(generator) => Ok(Flow::resume(generator, Resume::Send(value))),
        _ => Err(type_error("a generator is required")),
    }
}

/// The exception that `throw(value)`, or the older `throw(type, value, traceback)`, means.
pub fn thrown(i: &mut dyn Interp, args: Args, name: &str) -> PyResult<Raised> {
    let given = args.values.len();
    let [kind, value, traceback] = args.between::<3>(name, 1)?;
    if given > 1 {
        let text =
            format!("the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.");
        let warn = from_library(i, "warnings", "warn")?;
        i.call(&warn, Args::from([text.into(), Value::Type(types().deprecation_warning.clone())]))?;
    }
    if !matches!(traceback, Value::Unset | Value::None) && &*type_name(&traceback) != "traceback" {
        return Err(type_error("throw() third argument must be a traceback object"));
    }
    let thrown = match (&kind, &value) {
        (Value::Type(class), _) if class.is_exception() => match value {
            Value::Unset | Value::None => Ok(made(i, class, Args::none())),
            value if Exc::from_value(&value).is_some_and(|exc| exc.is_a(class)) => make_exception(i, &value),
            // What is no instance of it is an argument to make one, a tuple several.
            value => {
                let given = match value {
                    Value::Tuple(several) => Args::positional(several.items.to_vec()),
                    one => Args::one(one),
                };
                Ok(made(i, class, given))
            }
        },
        (_, Value::Unset | Value::None) if Exc::from_value(&kind).is_some() => make_exception(i, &kind),
        _ if Exc::from_value(&kind).is_some() => Err(type_error("instance exception may not have a separate value")),
        _ => {
            let name = type_name(&kind);
            Err(type_error(format!("exceptions must be classes or instances deriving from BaseException, not {name}")))
        }
    };
    if let (Ok(Raised::Exc(exc)), Some(entries)) = (&thrown, super::frame_type::traceback_of(&traceback)) {
        exc.data().traceback.replace(Some(entries));
    }
    thrown
}

/// The exception that a class makes; one that making it raises is thrown in its place.
fn made(i: &mut dyn Interp, class: &Rc<Class>, args: Args) -> Raised {
    fn checked(class: &Rc<Class>, made: PyResult) -> Exc {
        let made = match made {
            Ok(made) => made,
            Err(exc) => return exc,
        };
        Exc::from_value(&made).unwrap_or_else(|| {
            let (class, name) = (super::object_methods::full_name(class), type_name(&made));
            type_error(format!(
                "calling <class '{class}'> should have returned an instance of BaseException, not {name}"
            ))
        })
    }
    match super::instantiate::call_class(i, class, args) {
        // What is of another class than was asked for becomes the argument of one that is of it (`_PyErr_Restore`).
        Ok(Flow::Done(made)) => match checked(class, Ok(made)) {
            exc if exc.is_a(class) && !Rc::ptr_eq(&exc.class(), class) => {
                match super::instantiate::call_class(i, class, Args::one(exc.value())) {
                    Ok(Flow::Done(outer)) => Raised::Exc(checked(class, Ok(outer))),
                    Err(exc) => Raised::Exc(exc),
                    Ok(_) => Raised::Exc(exc),
                }
            }
            exc => Raised::Exc(exc),
        },
        Err(exc) => Raised::Exc(exc),
        Ok(flow) => {
            let (cx, class) = (i.cx(), class.clone());
            Raised::Flow(Flow::frame(async move { Ok(checked(&class, cx.finish(Ok(flow)).await).value()) }))
        }
    }
}

pub async fn raised(cx: &Cx, raised: Raised) -> PyResult<Exc> {
    match raised {
        Raised::Exc(exc) => Ok(exc),
        Raised::Flow(flow) => {
            let made = cx.finish(Ok(flow)).await?;
            Exc::from_value(&made).ok_or_else(|| type_error("exceptions must derive from BaseException"))
        }
    }
}

fn throw(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = args.take_receiver();
    let whole = args.values.len() == 1 && Exc::from_value(&args.values[0]).is_some();
    let given = if whole { None } else { Some(args.clone()) };
    let exc = thrown(i, args, "throw")?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let exc = raised(&cx, exc).await?;
        cx.enter(|i| i.states().get::<Thrown>().0 = given.map(|given| (Rc::as_ptr(&exc.0), given)));
        let step = cx.resume(&generator, Resume::Throw(exc)).await;
        cx.enter(|i| i.states().get::<Thrown>().0 = None);
        step_result(step)
    }))
}

fn close(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = args.take_receiver();
    let Value::Generator(g) = &generator else { return Err(type_error("a generator is required")) };
    if !args.values.is_empty() {
        let name = format!("{}.close", type_name(&generator));
        return args.exactly::<0>(&name).map(|_| Flow::Done(Value::None));
    }
    if g.is_closed() || g.close_unbegun() || !i.is_watched() && g.close_at_once() {
        return Ok(Flow::Done(Value::None));
    }
    let kind = if g.is_coroutine() { "coroutine" } else { "generator" };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let exit = Exc::new(&types().generator_exit, vec![]);
        match cx.resume(&generator, Resume::Throw(exit)).await {
            Step::Yield(_) => Err(runtime_error(format!("{kind} ignored GeneratorExit"))),
            Step::Return(value) => Ok(value),
            Step::Raise(exc) if exc.is_a(&types().generator_exit) || exc.is_a(&types().stop_iteration) => {
                Ok(Value::None)
            }
            Step::Raise(exc) => Err(exc),
        }
    }))
}

/// What a coroutine's `__await__()` gives is called.
pub const COROUTINE_WRAPPER: &str = "coroutine_wrapper";

/// `coroutine.__await__()`: an iterator that drives the coroutine.
fn coroutine_await(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let coroutine = args.take_receiver();
    let (cx, owner) = (i.cx(), coroutine.clone());
    let future = async move { cx.await_(&coroutine).await };
    let frame = AnyFrame::Native(Box::new(NativeFrame::new(Box::pin(future), COROUTINE_WRAPPER)));
    let naming = Naming::fixed(COROUTINE_WRAPPER, COROUTINE_WRAPPER);
    let made = Generator::new(GeneratorKind::Generator, naming, None, frame);
    made.given.change(|given| given.owner = owner);
    Ok(Flow::Done(Value::Generator(made)))
}

/// What is thrown into a wrapper that has not begun is thrown into its coroutine, which then ends.
fn to_its_coroutine(mut args: Args) -> Args {
    let coroutine = match args.values.first() {
        Some(Value::Generator(wrapper)) if wrapper.is_created() => wrapper.given.get().map(|given| given.owner.clone()),
        _ => None,
    };
    if let (Some(coroutine), Some(receiver)) = (coroutine, args.values.first_mut()) {
        *receiver = coroutine;
    }
    args
}

/// What `method` of the async generator `owner` gives.
fn of_async_generator(
    kind: GeneratorKind,
    method: &'static str,
    owner: Rc<Generator>,
    future: super::function::NativeFuture,
) -> Value {
    let frame = AnyFrame::Native(Box::new(NativeFrame::new(future, method)));
    let names = Names { name: Symbol::fixed(method).value(), qualname: owner.naming.qualname() };
    let made = Generator::new(kind, Rc::new(names).into(), None, frame);
    made.given.change(|given| given.owner = Value::Generator(owner));
    Value::Generator(made)
}

fn async_generator(value: &Value) -> PyResult<Rc<Generator>> {
    match value {
        Value::Generator(g) if g.kind == GeneratorKind::AsyncGenerator => Ok(g.clone()),
        _ => Err(type_error("an async generator is required")),
    }
}

/// The loop's hook that must hear of this generator before its first iteration; the finalizer is remembered.
pub fn first_iteration(i: &mut dyn Interp, generator: &Rc<Generator>) -> Option<Value> {
    if generator.hooks_done.replace(true) {
        return None;
    }
    let hooks = i.states().get::<AsyncGenHooks>();
    let (first, finalizer) = (hooks.first_iteration.clone(), hooks.finalizer.clone());
    if !finalizer.is_unset() {
        generator.given.change(|given| given.finalizer = finalizer);
    }
    first.some()
}

/// RuntimeError if the generator is being iterated already.
pub fn check_idle(generator: &Generator, doing: &str) -> PyResult<()> {
    if generator.running_async.get() {
        return Err(runtime_error(format!("{doing}(): asynchronous generator is already running")));
    }
    Ok(())
}

/// What a method gives, once the loop has been told of a generator that is iterated for the first time.
fn announced(i: &mut dyn Interp, generator: Rc<Generator>, make: impl FnOnce() -> Value + 'static) -> PyResult<Flow> {
    let Some(hook) = first_iteration(i, &generator) else { return Ok(Flow::Done(make())) };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        cx.call(&hook, Args::one(Value::Generator(generator))).await?;
        Ok(make())
    }))
}

fn asend(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = async_generator(&args.take_receiver())?;
    let [value] = args.exactly::<1>("async_generator.asend")?;
    let (cx, owner) = (i.cx(), generator.clone());
    let future = async move {
        let given = cx.answer();
        check_idle(&generator, "anext")?;
        if generator.is_closed() && given.is_ok() {
            return Err(Exc::new(&types().stop_async_iteration, vec![]));
        }
        let with = given.map_or_else(Resume::Throw, |given| Resume::Send(if given.is_none() { value } else { given }));
        cx.resume_async_generator(&generator, with).await
    };
    let named = owner.clone();
    announced(i, owner, || of_async_generator(GeneratorKind::AsyncGeneratorSend, "asend", named, Box::pin(future)))
}

fn athrow(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = async_generator(&args.take_receiver())?;
    args.no_keywords("athrow")?;
    // The deprecated signature is warned of now; what is no exception is refused once it is awaited.
    let early = if args.values.len() < 2 { None } else { Some(thrown(i, args.clone(), "athrow")?) };
    let (cx, owner) = (i.cx(), generator.clone());
    let future = async move {
        let given = cx.answer();
        if given.is_ok() && matches!(&*generator.state.borrow(), GeneratorState::Closed) {
            return Ok(Value::None);
        }
        check_idle(&generator, "athrow")?;
        let asked = given.is_ok();
        let exc = match given {
            Ok(_) => match early {
                Some(exc) => raised(&cx, exc).await?,
                None => {
                    let exc = cx.enter(|i| thrown(i, args, "athrow"))?;
                    raised(&cx, exc).await?
                }
            },
            Err(given) => given,
        };
        // What is thrown into the awaitable itself goes to the generator as it is.
        if asked && generator.closed_async.get() {
            return Err(Exc::new(&types().stop_async_iteration, vec![]));
        }
        cx.resume_async_generator(&generator, Resume::Throw(exc)).await
    };
    let named = owner.clone();
    announced(i, owner, || of_async_generator(GeneratorKind::AsyncGeneratorThrow, "athrow", named, Box::pin(future)))
}

/// What an async generator that goes on after GeneratorExit is told.
pub const IGNORED_EXIT: &str = "async generator ignored GeneratorExit";

/// A coroutine that throws into an async generator what it is thrown itself, whether the generator has been closed or not:
/// `gen.close()` of one that is finalized.
pub fn closing(cx: &Cx, generator: &Rc<Generator>) -> Value {
    let (cx, generator, owner) = (cx.clone(), generator.clone(), generator.clone());
    let future = async move {
        let exit = cx.answer().err().unwrap_or_else(|| Exc::new(&types().generator_exit, vec![]));
        match cx.resume_async_generator(&generator, Resume::Throw(exit)).await {
            Ok(_) => Err(runtime_error(IGNORED_EXIT)),
            Err(exc) => Err(exc),
        }
    };
    of_async_generator(GeneratorKind::AsyncGeneratorThrow, "aclose", owner, Box::pin(future))
}

fn aclose(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let generator = async_generator(&args.take_receiver())?;
    args.exactly::<0>("async_generator.aclose")?;
    let (cx, owner) = (i.cx(), generator.clone());
    let future = async move {
        let given = cx.answer();
        check_idle(&generator, "aclose")?;
        if given.is_ok() && generator.is_closed() {
            return Ok(Value::None);
        }
        if generator.closed_async.replace(true) && given.is_ok() {
            return Err(Exc::new(&types().stop_async_iteration, vec![]));
        }
        let exit = given.err().unwrap_or_else(|| Exc::new(&types().generator_exit, vec![]));
        match cx.resume_async_generator(&generator, Resume::Throw(exit)).await {
            Ok(_) => Err(runtime_error(IGNORED_EXIT)),
            Err(exc) if exc.is_a(&types().generator_exit) || exc.is_a(&types().stop_async_iteration) => Ok(Value::None),
            Err(exc) => Err(exc),
        }
    };
    let named = owner.clone();
    announced(i, owner, || of_async_generator(GeneratorKind::AsyncGeneratorThrow, "aclose", named, Box::pin(future)))
}
