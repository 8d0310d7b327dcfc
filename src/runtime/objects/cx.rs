//! `Cx`: how native async code (asyncio's own coroutines, natives that call back into Python) speaks with the VM.
//!
//! The VM polls a native frame with the interpreter lent into a mailbox for the length of the poll. The code borrows it
//! with [`Cx::enter`] for a closure that cannot await; everything that may run Python is a request, answered at the
//! next poll. So no borrow lives across `.await`, and a cancellation arrives as an `Err` from `.await`, never as a drop.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::args::Args;
use super::exception::{Exc, PyResult};
use super::function::Flow;
use super::generator::{Generator, Resume, Step};
use super::interp::Interp;
use super::value::Value;
use crate::trace::{ObjectId, Purpose};

/// What a native frame asks of the VM.
pub enum Request {
    /// The result of a call or of another native frame.
    Finish(Flow),
    /// `await value` of an awaitable.
    Await(Value),
    /// Suspends the whole chain with this value, as `yield` in a coroutine does.
    Yield(Value),
    /// One step of a generator or coroutine, as a task takes it.
    Resume(Value, Resume),
    /// Steps of coroutines, one after another, beginning with this one.
    Steps(Rc<dyn Stepper>, Rc<Generator>, Resume),
    /// The next item of a generator that this taker gives back, after those that it has taken.
    Take(Rc<Generator>, Rc<dyn Taker>),
    /// The next item of an async generator, resumed so: StopAsyncIteration at its end.
    AsyncGenerator(Rc<Generator>, Resume),
    /// Blocks the simulated thread.
    Block(Block),
    /// This native frame, of a signal, goes, and what it has interrupted goes on; with what it had been woken with.
    Leave(Option<bool>),
}

/// Who has coroutines stepped one after another without being polled between the steps.
pub trait Stepper {
    /// The next coroutine to step, given what the last one's step came to, if there was one. An error ends it, too.
    fn next(&self, interp: &mut dyn Interp, came: Option<Step>) -> PyResult<Steps>;
}

/// How a [`Stepper`] goes on.
pub enum Steps {
    Resume(Rc<Generator>, Resume),
    /// The native frame that asked for the steps goes on.
    Over,
}

/// Who takes the items of a generator as they come: the generator goes on at once, and whoever asked for them is not polled
/// for each.
pub trait Taker {
    /// Takes an item, or gives it back: it is then the answer.
    fn take(&self, item: Value) -> Option<Value>;

    /// How many items it holds.
    fn held(&self) -> usize {
        0
    }
}

/// Blocks the simulated thread until it is woken or until `deadline`, in ns of the virtual clock.
#[derive(Clone)]
pub struct Block {
    pub deadline: Option<u64>,
    pub why: Purpose,
    /// What is waited for, as the program gave it.
    pub label: String,
    /// The object that it waits for, if the trace follows it.
    pub object: ObjectId,
    /// Nothing is waited for but that no other thread can run any more.
    pub idle: bool,
}

impl Block {
    pub fn new(deadline: Option<u64>, why: Purpose, label: impl Into<String>) -> Block {
        Block { deadline, why, label: label.into(), object: ObjectId::NONE, idle: false }
    }
}

/// What a native frame gets back.
pub enum Answer {
    Value(PyResult),
    Step(Step),
    /// A block ended: true if woken, false if its deadline came.
    Woken(bool),
}

/// The mailbox between the VM and the native frame that it polls. One serves all frames of an interpreter: at the
/// moment of a request or an answer only one native frame is being polled.
#[derive(Default)]
pub struct Mail {
    interp: Cell<Option<Box<dyn Interp>>>,
    request: RefCell<Option<Request>>,
    answer: RefCell<Option<Answer>>,
}

impl Mail {
    /// Lends the interpreter for a poll; [`Mail::collect`] takes it back.
    pub fn lend(&self, interp: Box<dyn Interp>) -> Option<Box<dyn Interp>> {
        self.interp.replace(Some(interp))
    }

    pub fn collect(&self) -> Box<dyn Interp> {
        self.interp.take().expect("the interpreter was lent for this poll")
    }

    pub fn take_request(&self) -> Option<Request> {
        self.request.take()
    }

    pub fn set_answer(&self, answer: Answer) {
        self.answer.replace(Some(answer));
    }
}

/// A native frame's handle on the interpreter. Cheap to clone.
#[derive(Clone)]
pub struct Cx(pub Rc<Mail>);

impl Cx {
    /// Lends the interpreter to a closure. Only to be called while the native frame is polled.
    #[inline]
    pub fn enter<R>(&self, f: impl FnOnce(&mut dyn Interp) -> R) -> R {
        let mut interp = self.0.interp.take().expect("native code runs only while it is polled");
        let result = f(&mut *interp);
        self.0.interp.set(Some(interp));
        result
    }

    #[inline(always)]
    fn ask<T>(&self, request: Request) -> Asked<'_, T> {
        Asked { mail: &self.0, request: Some(request), answered: PhantomData }
    }

    /// The result of a flow: at once if it is done, else by a frame.
    pub async fn finish(&self, flow: PyResult<Flow>) -> PyResult {
        match flow? {
            Flow::Done(value) => Ok(value),
            flow => self.ask(Request::Finish(flow)).await,
        }
    }

    /// Calls `callable`.
    pub fn call(&self, callable: &Value, args: Args) -> Asked<'_, PyResult> {
        self.ask(Request::Finish(Flow::call(callable.clone(), args)))
    }

    /// What the poll of a native frame was given that has no [`Asked`] to take it: one that asks by [`Cx::yields`] or
    /// [`Cx::calls`], or whose first poll this is. None if nothing was.
    pub fn answer(&self) -> PyResult {
        match self.0.answer.take() {
            Some(Answer::Value(result)) => result,
            _ => Ok(Value::None),
        }
    }

    /// Runs an operation that comes to a flow (`cx.run(|i| ops::iter(i, &v)).await`).
    pub async fn run(&self, operation: impl FnOnce(&mut dyn Interp) -> PyResult<Flow>) -> PyResult {
        let flow = self.enter(operation);
        self.finish(flow).await
    }

    /// `await awaitable`: a coroutine, a future, anything with `__await__`.
    pub fn await_(&self, awaitable: &Value) -> Asked<'_, PyResult> {
        self.ask(Request::Await(awaitable.clone()))
    }

    /// `yield value` to whoever drives this chain: for a future, after setting its blocking flag, its waiter.
    pub fn yield_(&self, value: Value) -> Asked<'_, PyResult> {
        self.ask(Request::Yield(value))
    }

    /// Asks what [`Cx::yield_`] asks. The poll is to end with `Pending`, the next one takes the [`Cx::answer`].
    pub fn yields(&self, value: Value) {
        self.0.request.replace(Some(Request::Yield(value)));
    }

    /// Asks what [`Cx::call`] asks; as for [`Cx::yields`].
    pub fn calls(&self, callable: &Value, args: Args) {
        self.0.request.replace(Some(Request::Finish(Flow::call(callable.clone(), args))));
    }

    /// One step of a coroutine or generator, as a task takes it.
    pub fn resume(&self, coroutine: &Value, with: Resume) -> Asked<'_, Step> {
        self.ask(Request::Resume(coroutine.clone(), with))
    }

    /// As [`Cx::resume`] of a generator, but with what it yields only once the taker has given an item back.
    pub fn take(&self, generator: &Rc<Generator>, taker: Rc<dyn Taker>) -> Asked<'_, Step> {
        self.ask(Request::Take(generator.clone(), taker))
    }

    /// Has coroutines stepped, one after another, until there is none or an error.
    pub async fn steps<S: Stepper + 'static>(&self, stepper: &Rc<S>) -> PyResult<()> {
        match self.enter(|i| stepper.next(i, None))? {
            Steps::Over => Ok(()),
            Steps::Resume(first, with) => {
                self.ask::<PyResult>(Request::Steps(stepper.clone(), first, with)).await.map(drop)
            }
        }
    }

    /// The next item of an async generator, resumed with a value or an exception; StopAsyncIteration at its end.
    pub fn resume_async_generator(&self, generator: &Rc<Generator>, with: Resume) -> Asked<'_, PyResult> {
        self.ask(Request::AsyncGenerator(generator.clone(), with))
    }

    /// Blocks the simulated thread; true if it was woken, false if the deadline came first.
    /// An exception (KeyboardInterrupt) may come instead.
    pub fn block(&self, block: Block) -> Asked<'_, Result<bool, Exc>> {
        self.ask(Request::Block(block))
    }

    /// The end of what a signal has brought about; it has no answer.
    pub fn leave(&self, woken: Option<bool>) -> Asked<'_, PyResult> {
        self.ask(Request::Leave(woken))
    }
}

/// A request that is put into the mailbox at the first poll and has its answer there at the second. A future of its own
/// and not an `async fn`: these stand in each other, and each is another call in every poll.
#[must_use = "a request is made when it is awaited"]
pub struct Asked<'a, T> {
    mail: &'a Mail,
    request: Option<Request>,
    answered: PhantomData<fn() -> T>,
}

/// What a kind of request is answered with.
pub trait Answered {
    fn of(answer: Answer) -> Self;
}

impl Answered for PyResult {
    #[inline]
    fn of(answer: Answer) -> PyResult {
        match answer {
            Answer::Value(result) => result,
            _ => unreachable!("the VM answers this request with a value"),
        }
    }
}

impl Answered for Step {
    #[inline]
    fn of(answer: Answer) -> Step {
        match answer {
            Answer::Step(step) => step,
            _ => unreachable!("the VM answers a resume with a step"),
        }
    }
}

impl Answered for Result<bool, Exc> {
    fn of(answer: Answer) -> Result<bool, Exc> {
        match answer {
            Answer::Woken(woken) => Ok(woken),
            Answer::Value(Err(exc)) => Err(exc),
            _ => unreachable!("the VM answers a block with a wake-up"),
        }
    }
}

impl<T: Answered> Future for Asked<'_, T> {
    type Output = T;

    #[inline]
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        let this = self.get_mut();
        if let Some(request) = this.request.take() {
            this.mail.request.replace(Some(request));
            return Poll::Pending;
        }
        Poll::Ready(T::of(this.mail.answer.take().expect("a native frame is resumed with an answer")))
    }
}
