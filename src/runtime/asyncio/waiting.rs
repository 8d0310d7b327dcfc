//! `sleep`, `wait`, `wait_for` and what they are made of (Lib/asyncio/tasks.py).

use std::cell::Cell;
use std::rc::Rc;

use super::awaiter::{Awaited, Awaiter, Next, awaiting};
use super::base_events;
use super::callbacks::{self, Callback, NativeCallback};
use super::coroutines::{is_awaitable, native_coroutine};
use super::exceptions::is_cancelled;
use super::future_await;
use super::futures::{self, Future, future};
use super::gather::{identity, raised_by, scope_made};
use super::handles::Handle;
use super::labels;
use super::library_sites as sites;
use super::named;
use super::py;
use super::task_creation;
use super::tasks;
use super::timeouts;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame::Held;
use crate::objects::generator::NativeCoroutine;
use crate::objects::hasher::FastMap;
use crate::objects::library_site::{at, at_holding};
use crate::objects::module::{from_library, replaced};
use crate::objects::ops::CompareOp;
use crate::objects::{Args, Cx, Interp, Object, Value, ops, type_name, types};
use crate::trace::{FutureId, ObjectId, ObjectKind, Operation, Purpose, TextId};

/// `delay <= 0`, as the program's numbers judge it.
async fn not_positive(cx: &Cx, delay: &Value) -> PyResult<bool> {
    match delay {
        Value::Int(n) => return Ok(*n <= 0),
        Value::Float(x) => return Ok(*x <= 0.0),
        _ => {}
    }
    let answer = cx.run(|i| ops::compare(i, CompareOp::Le, delay, &Value::Int(0))).await?;
    cx.enter(|i| ops::is_true(i, &answer))
}

/// A number of seconds; TypeError in the words of `time() + delay`.
pub fn seconds(i: &mut dyn Interp, delay: &Value) -> PyResult<f64> {
    match delay {
        Value::Int(n) => Ok(*n as f64),
        Value::Float(x) => Ok(*x),
        Value::Bool(b) => Ok(*b as i64 as f64),
        other => {
            let sum = ops::binary(i, ops::BinaryOp::Add, false, &Value::Float(0.0), other)?;
            let sum = i.finish(sum)?;
            ops::to_float(i, &sum)
        }
    }
}

/// What awaiting `asyncio.sleep(delay, result)` comes to after a turn of the loop, if that is all that it waits for.
pub fn sleep_zero(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [Value::Int(..=0)] => Some(Value::None),
        [Value::Float(delay)] if *delay <= 0.0 => Some(Value::None),
        _ => None,
    }
}

/// An exception on its way out of `sleep(0)`.
pub fn thrown_into_sleep(exc: Exc) -> Exc {
    at(&sites::SLEEP_ZERO)(at(&sites::SLEEP_YIELD)(exc))
}

/// `asyncio.sleep(delay, result)`: a coroutine with no more room than this delay takes.
pub fn sleep(i: &mut dyn Interp, delay: Value, result: Value) -> NativeCoroutine {
    match delay {
        Value::Int(0) => native_coroutine(i, "sleep", |cx| yield_once(cx, result)),
        Value::Int(1..) => awaiting(i, "sleep", sleeping(delay, result, None)),
        Value::Float(seconds) if seconds > 0.0 => awaiting(i, "sleep", sleeping(delay, result, None)),
        _ => native_coroutine(i, "sleep", async move |cx| {
            match not_positive(&cx, &delay).await.map_err(at_holding(&sites::SLEEP_COMPARE, &delay))? {
                true => yield_once(cx, result).await,
                false => Awaiter::new(cx, sleeping(delay, result, None)).await,
            }
        }),
    }
}

/// The wait of a task for the answer to a request of an outside host, which comes after `delay` seconds.
pub fn request(i: &mut dyn Interp, delay: Value, request: TextId) -> NativeCoroutine {
    match delay {
        Value::Float(seconds) if seconds > 0.0 => awaiting(i, "sleep", sleeping(delay, Value::None, Some(request))),
        delay => sleep(i, delay, Value::None),
    }
}

async fn yield_once(cx: Cx, result: Value) -> PyResult {
    cx.yield_(Value::None).await.map_err(thrown_into_sleep).map(|_| result)
}

/// What `sleep` does with a delay. `request`: what is waited for, if it is an answer.
fn sleeping(
    delay: Value,
    mut result: Value,
    request: Option<TextId>,
) -> impl FnMut(&mut dyn Interp, Awaited) -> PyResult<Next> + Unpin {
    let mut timer = None;
    move |i, awaited| {
        if let Some((_, came)) = awaited {
            timer.take().inspect(|handle: &Rc<Handle>| handle.cancel(i));
            return came.map(Next::Return).map_err(at(&sites::SLEEP));
        }
        // One that is too large for a float is so for isnan() already.
        let number = seconds(i, &delay).map_err(|exc| match exc.is_a(&types().overflow_error) {
            true => at(&sites::SLEEP_ISNAN)(exc),
            false => exc,
        })?;
        if number.is_nan() {
            return Err(at(&sites::SLEEP_NAN)(value_error("Invalid delay: NaN (not a number)")));
        }
        let owner = named::running_loop(i).map_err(at(&sites::SLEEP_NO_LOOP))?;
        let (purpose, label, timer_label) = match request {
            Some(request) => (Purpose::Request, request, request),
            None => {
                let label = labels::short_id(i, &delay);
                (Purpose::Sleep, label, labels::call_id(i.log(), "sleep", label))
            }
        };
        let waiter = futures::create(i, &owner, purpose, ObjectId::NONE, label);
        let result = std::mem::take(&mut result);
        let callback = match replaced(i, "asyncio.futures", "_set_result_unless_cancelled") {
            None => Callback::SetResult { future: waiter.clone(), result },
            Some(own) => {
                let partial = from_library(i, "functools", "partial")?;
                Callback::Python(i.call(&partial, Args::from([own, Value::Object(waiter.clone()), result]))?)
            }
        };
        timer = Some(base_events::call_later(i, &owner, (&delay, number), callback, timer_label)?);
        Ok(Next::Await(waiter))
    }
}

/// When `wait` is content.
#[derive(Clone, Copy, PartialEq)]
enum ReturnWhen {
    FirstCompleted,
    FirstException,
    AllCompleted,
}

impl ReturnWhen {
    const ALL: [ReturnWhen; 3] = [ReturnWhen::FirstCompleted, ReturnWhen::FirstException, ReturnWhen::AllCompleted];

    /// The value of asyncio's constant, which is its name.
    fn word(self) -> &'static str {
        match self {
            ReturnWhen::FirstCompleted => "FIRST_COMPLETED",
            ReturnWhen::FirstException => "FIRST_EXCEPTION",
            ReturnWhen::AllCompleted => "ALL_COMPLETED",
        }
    }

    fn of(value: &Value) -> Option<ReturnWhen> {
        let word = value.as_str()?.text();
        ReturnWhen::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// `asyncio.wait(fs, timeout=…, return_when=…)`
pub async fn wait(cx: Cx, held: Rc<Held>, awaitables: Value, timeout: Value, return_when: Value) -> PyResult {
    cx.enter(|i| {
        if named::is_future(i, &awaitables)? || named::is_coroutine(i, &awaitables)? {
            let refused =
                type_error(format!("expect a list of futures, not {}", crate::objects::type_of(&awaitables).name()));
            return Err(at_holding(&sites::WAIT_REFUSED, &awaitables)(refused));
        }
        if !ops::is_true(i, &awaitables)? {
            return Err(at(&sites::WAIT_EMPTY)(value_error("Set of Tasks/Futures is empty.")));
        }
        Ok(())
    })?;
    let content = return_when.clone();
    let Some(return_when) = ReturnWhen::of(&return_when) else {
        let shown = cx.enter(|i| py::text(i, &return_when))?;
        let error = value_error(format!("Invalid return_when value: {shown}"));
        return Err(at(&sites::WAIT_RETURN_WHEN)(error));
    };
    let given = ops::collect(&cx, &awaitables).await.map_err(at(&sites::WAIT_SET))?;
    drop(awaitables);
    let (owner, futures) = cx.enter(|i| {
        let distinct = distinct(i, given)?;
        for one in &distinct {
            if named::is_coroutine(i, one)? {
                let refused = type_error("Passing coroutines is forbidden, use tasks explicitly.");
                return Err(at(&sites::WAIT_COROUTINES)(py::holding(refused, Value::list(distinct.clone()))));
            }
        }
        let owner = named::running_loop(i).map_err(at(&sites::WAIT_NO_LOOP))?;
        Ok((owner, distinct))
    })?;
    if let Some(own) = cx.enter(|i| replaced(i, "asyncio.tasks", "_wait")) {
        let set = cx.call(&Value::Type(types().set.clone()), Args::one(Value::list(futures))).await?;
        let waiting = cx.call(&own, Args::from([set, timeout, content, Value::Object(owner)])).await?;
        return cx.await_(&waiting).await;
    }
    wait_for_futures(&cx, &held, owner, futures, timeout, return_when).await.map_err(at(&sites::WAIT))
}

/// The members of a set of awaitables: tasks and futures by their number, then coroutines as given.
pub fn distinct(i: &mut dyn Interp, given: Vec<Value>) -> PyResult<Vec<Value>> {
    let mut members: Vec<Value> = Vec::with_capacity(given.len());
    let (mut seen, mut others) = (crate::trace::sorted::SortedSet::new(), FastMap::default());
    for value in given {
        let fresh = match value.native::<Future>() {
            Some(own) => seen.insert(own.id.get()),
            None => {
                ops::hash(i, &value)?;
                match identity(&value) {
                    Some(identity) => others.insert(identity, Value::None).is_none(),
                    None => !members.iter().any(|m| m.is(&value)),
                }
            }
        };
        if fresh {
            members.push(value);
        }
    }
    let number = |m: &Value| m.native::<Future>().map_or(FutureId(0), |f| f.id.get());
    crate::trace::sorted::sort_by_key(&mut members, number);
    Ok(members)
}

/// What the callbacks of one `wait` share.
struct Waiting {
    left: Cell<usize>,
    return_when: ReturnWhen,
    timer: Option<Rc<Handle>>,
}

/// `_on_completion` of `_wait`, for whoever waits at `waiter`.
fn on_completion(waiter: &Rc<Object>, waiting: &Rc<Waiting>) -> Callback {
    let waiting = waiting.clone();
    NativeCallback::of(waiter, "_wait.<locals>._on_completion", Some("tasks.py:521"), move |i, waiter, done| {
        let left = waiting.left.get() - 1;
        waiting.left.set(left);
        let content = left == 0
            || match waiting.return_when {
                ReturnWhen::FirstCompleted => true,
                ReturnWhen::FirstException => failed(i, done)?,
                ReturnWhen::AllCompleted => false,
            };
        if content {
            waiting.timer.iter().for_each(|timer| timer.cancel(i));
            if !future(waiter).done() {
                super::overrides::settle(i, waiter, Value::None)?;
            }
        }
        Ok(())
    })
}

/// `_wait`
async fn wait_for_futures(
    cx: &Cx,
    held: &Held,
    owner: Rc<Object>,
    members: Vec<Value>,
    timeout: Value,
    return_when: ReturnWhen,
) -> PyResult {
    let (waiter, waiting) = cx.enter(|i| {
        let scope = scope_made(i, ObjectKind::Wait, members.len() as i64, "asyncio.wait");
        for member in &members {
            let id = member.native::<Future>().map_or(FutureId::NONE, |f| f.id.get());
            i.log().object_used(scope, Operation::AddMember, 0, TextId::NONE, id);
        }
        let until = i.log().intern(return_when.word());
        let waiter = futures::create(i, &owner, Purpose::Wait, scope, until);
        let timer: Option<Rc<Handle>> = match &timeout {
            Value::None => None,
            delay => {
                let label = labels::short_id(i, delay);
                let label = labels::call_id(i.log(), "wait", label);
                let number = seconds(i, delay).map_err(at(&sites::CALL_LATER_ADD));
                let number = number.map_err(at(&sites::WAIT_CALL_LATER))?;
                Some(base_events::call_later(
                    i,
                    &owner,
                    (delay, number),
                    Callback::ReleaseWaiter(waiter.clone()),
                    label,
                )?)
            }
        };
        let waiting = Rc::new(Waiting { left: Cell::new(members.len()), return_when, timer });
        for member in &members {
            let on_completion = on_completion(&waiter, &waiting);
            callbacks::add_done_callback(i, member, on_completion).map_err(at(&sites::WAIT_NO_FUTURE))?;
        }
        PyResult::Ok((waiter, waiting))
    })?;
    held.set(members);
    let result = future_await::wait(cx, &waiter).await;
    let members = held.take();
    // The frame that the traceback keeps holds the futures.
    let result = result.map_err(|exc| at_holding(&sites::WAIT_WAITER, &Value::list(members.clone()))(exc));
    cx.enter(|i| {
        if let Some(timer) = &waiting.timer {
            timer.cancel(i);
        }
        let on_completion = on_completion(&waiter, &waiting);
        for member in &members {
            callbacks::remove_done_callback(i, member, &on_completion)?;
        }
        result?;
        let (mut done, mut pending) = (Vec::new(), Vec::new());
        for member in members {
            if futures::is_done(i, &member)? { done.push(member) } else { pending.push(member) }
        }
        Ok(Value::tuple(vec![task_set(i, done)?, task_set(i, pending)?]))
    })
}

fn failed(i: &mut dyn Interp, done: &Value) -> PyResult<bool> {
    if let Some(own) = futures::plain_state(done) {
        if own.is_cancelled() {
            return Ok(false);
        }
        own.log_traceback.set(false);
        return Ok(own.exception().is_some());
    }
    Ok(raised_by(i, done)?.is_some())
}

/// A set of tasks that iterates in the order given.
pub fn task_set(i: &mut dyn Interp, members: Vec<Value>) -> PyResult {
    /// Beyond this number of a task the set's table would be wide for little.
    const WIDEST: u32 = 1 << 14;
    let number = |member: &Value| {
        let task = tasks::as_task(member)?;
        u32::try_from(tasks::task(task).number.get()).ok().filter(|n| *n < WIDEST)
    };
    if let Some(numbers) = members.iter().map(number).collect::<Option<Vec<u32>>>() {
        let set = crate::objects::containers::Set::in_order_of_hashes(numbers.into_iter().zip(members).collect());
        return Ok(Value::Set(set));
    }
    let set = crate::objects::containers::Set::of(i, false, members)?;
    Ok(Value::Set(set))
}

/// `asyncio.wait_for(fut, timeout)`
pub async fn wait_for(cx: Cx, held: Rc<Held>, awaitable: Value, timeout: Value) -> PyResult {
    let at_once = match timeout.is_none() {
        true => Ok(false),
        false => not_positive(&cx, &timeout).await,
    };
    // Both are variables of the frame.
    let given = |site, exc| at_holding(site, &Value::tuple([timeout.clone(), awaitable.clone()]))(exc);
    if at_once.map_err(|exc| given(&sites::WAIT_FOR_SIGN, exc))? {
        let waited = task_creation::ensure_future(&cx, awaitable, None).await.map_err(at(&sites::WAIT_FOR_ENSURE))?;
        if cx.enter(|i| futures::is_done(i, &waited))? {
            return result_of(&cx, &waited).await;
        }
        cancel_and_wait(&cx, &waited).await.map_err(at_holding(&sites::WAIT_FOR_CANCEL, &waited))?;
        return match result_of(&cx, &waited).await {
            Err(exc) if is_cancelled(&exc) => {
                let exc = at_holding(&sites::WAIT_FOR_RESULT, &waited)(exc);
                Err(at_holding(&sites::WAIT_FOR_NOW, &waited)(timeout_error_from(&exc)))
            }
            result => result.map_err(at_holding(&sites::WAIT_FOR_RESULT, &waited)),
        };
    }
    if let Some(own) = cx.enter(timeouts::replaced_by) {
        return wait_within(&cx, &own, awaitable, timeout).await;
    }
    let scope = cx
        .enter(|i| timeouts::Timeout::after(i, &timeout, "asyncio.wait_for"))
        .map_err(at_holding(&sites::WAIT_FOR_TIMEOUT, &awaitable))?;
    timeouts::enter(&cx, &scope).await?;
    let (result, scope, awaitable) = match &awaitable {
        Value::Generator(_) if !is_awaitable(&awaitable) => {
            let name = type_name(&awaitable);
            let refused = type_error(format!("object {name} can't be used in 'await' expression"));
            (Err(refused), scope, awaitable)
        }
        _ => {
            let awaiting = cx.await_(&awaitable);
            held.set(vec![Value::Object(scope), awaitable]);
            let result = awaiting.await;
            let mut held = held.take().into_iter();
            let (Some(Value::Object(scope)), Some(awaitable)) = (held.next(), held.next()) else { return result };
            (result, scope, awaitable)
        }
    };
    let result = result.map_err(at_holding(&sites::WAIT_FOR, &awaitable));
    drop(awaitable);
    match result {
        Ok(value) => {
            timeouts::exit(&cx, &scope, None).await?;
            Ok(value)
        }
        Err(exc) => {
            timeouts::exit(&cx, &scope, Some(&exc)).await.map_err(at(&sites::WAIT_FOR_TIMEOUT))?;
            Err(exc)
        }
    }
}

/// `async with own(timeout): return await awaitable`
pub async fn wait_within(cx: &Cx, own: &Value, awaitable: Value, timeout: Value) -> PyResult {
    let manager = cx.call(own, Args::one(timeout)).await?;
    let entered = py::call_method(cx, &manager, "__aenter__", Args::none()).await?;
    cx.await_(&entered).await?;
    let result = cx.await_(&awaitable).await;
    named::left(cx, &manager, "__aexit__", result).await
}

/// `raise TimeoutError from exc`
pub fn timeout_error_from(exc: &Exc) -> Exc {
    let error = Exc::new(&types().timeout_error, vec![]).with_cause(Some(exc.clone()));
    error.set_context(exc);
    error
}

/// `fut.result()` of any future-like.
pub async fn result_of(cx: &Cx, value: &Value) -> PyResult {
    match futures::plain_state(value) {
        Some(own) => futures::result(cx, own),
        None => py::call_method(cx, value, "result", Args::none()).await,
    }
}

/// `_cancel_and_wait`
async fn cancel_and_wait(cx: &Cx, waited: &Value) -> PyResult<()> {
    let (waiter, release) = cx.enter(|i| {
        let owner = named::running_loop(i)?;
        let waiter = futures::create(i, &owner, Purpose::WaitFor, ObjectId::NONE, TextId::NONE);
        let release = NativeCallback::of(&waiter, "_release_waiter", Some("tasks.py:454"), |i, waiter, _| {
            if future(waiter).done() { Ok(()) } else { super::overrides::settle(i, waiter, Value::None) }
        });
        callbacks::add_done_callback(i, waited, release.clone())?;
        PyResult::Ok((waiter, release))
    })?;
    let result = match cx.enter(|i| futures::cancel_value(i, waited, None)) {
        Ok(_) => future_await::wait(cx, &waiter).await.map_err(at(&sites::CANCEL_AND_WAIT)),
        Err(exc) => Err(exc),
    };
    cx.enter(|i| callbacks::remove_done_callback(i, waited, &release))?;
    result.map(drop)
}
