//! `as_completed`: a plain iterator of awaitables and an async iterator of futures (Lib/asyncio/tasks.py,
//! `_AsCompletedIterator`).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::base_events;
use super::callbacks::{self, Callback, NativeCallback};
use super::coroutines::{is_awaitable, method_of};
use super::future_await;
use super::futures::{self, Future, future};
use super::handles::Handle;
use super::labels;
use super::library_sites as sites;
use super::mixins::Waiters;
use super::py::payload;
use super::source_traceback::Creating;
use super::state::asyncio;
use super::task_creation;
use super::waiting::{distinct, result_of, seconds};
use crate::objects::attribute::no_attribute;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, stop_iteration, type_error};
use crate::objects::gc_graph::{Edge, address_of};
use crate::objects::hasher::FastMap;
use crate::objects::library_site::{at, at_holding};
use crate::objects::native_class::NativeClass;
use crate::objects::object::Native;
use crate::objects::{Cx, Flow, Interp, Object, Symbol, Value, ops, type_of, types};
use crate::trace::{FutureId, ObjectId, ObjectKind, Operation, Purpose, TextId};

/// The payload of the iterator.
struct AsCompleted {
    event_loop: Rc<Object>,
    scope: ObjectId,
    /// Finished ones in order; `Unset` where the timeout came instead.
    done: RefCell<VecDeque<Value>>,
    getters: Waiters,
    /// None before the timer has been set.
    todo: RefCell<Option<Todo>>,
    left: Cell<usize>,
    timer: RefCell<Option<Rc<Handle>>>,
}

/// The members that are not done yet. There may be many, and each is taken out once.
#[derive(Default)]
struct Todo {
    /// Where each member stands in memory, in their order.
    order: Vec<usize>,
    members: FastMap<usize, Value>,
}

impl Todo {
    fn new(members: &[Value]) -> Todo {
        let order: Vec<usize> = members.iter().filter_map(address_of).collect();
        Todo { members: order.iter().copied().zip(members.iter().cloned()).collect(), order }
    }

    fn iter(&self) -> impl Iterator<Item = &Value> {
        self.order.iter().filter_map(|place| self.members.get(place))
    }

    fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    fn remove(&mut self, member: &Value) {
        if let Some(place) = address_of(member) {
            self.members.remove(&place);
        }
    }
}

impl Native for AsCompleted {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Object(&self.event_loop));
        self.getters.edges(visit);
        self.todo.borrow().iter().flat_map(Todo::iter).for_each(|member| visit(Edge::Value(member)));
        self.done.borrow().iter().for_each(|member| visit(Edge::Value(member)));
    }

    fn clear(&self) {
        drop((self.todo.take(), self.done.take()));
    }

    fn changes(&self) -> bool {
        true
    }
}

fn iterator(object: &Rc<Object>) -> &AsCompleted {
    object.native().expect("the iterator's object carries an AsCompleted")
}

/// `asyncio.as_completed(fs, timeout=timeout)`
pub async fn as_completed(cx: Cx, awaitables: Value, timeout: Value) -> PyResult {
    if is_awaitable(&awaitables) {
        let refused = type_error(format!("expects an iterable of awaitables, not {}", type_of(&awaitables).name()));
        return Err(at_holding(&sites::AS_COMPLETED_REFUSED, &awaitables)(refused));
    }
    let owner = cx.enter(super::named::event_loop).map_err(at_holding(&sites::AS_COMPLETED_LOOP, &awaitables));
    let owner = owner.map_err(at(&sites::AS_COMPLETED))?;
    let given = ops::collect(&cx, &awaitables).await.map_err(at(&sites::AS_COMPLETED_SET));
    let given = given.map_err(at(&sites::AS_COMPLETED))?;
    let mut todo = Vec::new();
    let places = [&sites::AS_COMPLETED, &sites::AS_COMPLETED_TODO];
    let creating = cx.enter(|i| Creating::begin(i, &owner, places));
    let members = cx.enter(|i| distinct(i, given)).map_err(at(&sites::AS_COMPLETED_SET));
    for awaitable in members.map_err(at(&sites::AS_COMPLETED))? {
        let ensured = task_creation::ensure_future(&cx, awaitable, Some(owner.clone())).await;
        let ensured = ensured.map_err(at(&sites::AS_COMPLETED_ENSURE));
        let ensured = ensured.map_err(at_holding(&sites::AS_COMPLETED, &awaitables));
        todo.push(ensured?);
    }
    drop(creating);
    cx.enter(|i| {
        let scope = i.log().object_labelled(ObjectKind::Wait, todo.len() as i64, "asyncio.as_completed");
        for member in &todo {
            let id = member.native::<Future>().map_or(FutureId::NONE, |f| f.id.get());
            i.log().object_used(scope, Operation::AddMember, 0, TextId::NONE, id);
        }
        let this = AsCompleted {
            event_loop: owner.clone(),
            scope,
            done: RefCell::default(),
            getters: Waiters::default(),
            left: Cell::new(todo.len()),
            todo: RefCell::default(),
            timer: RefCell::new(None),
        };
        let class = asyncio(i).classes.as_completed.clone();
        let object = Object::of_native(class, this);
        for member in &todo {
            callbacks::add_done_callback(i, member, handle_completion(&object))?;
        }
        if !todo.is_empty() && !timeout.is_none() && !timeout.is_unset() {
            let expire = NativeCallback::of(&object, "_AsCompletedIterator._handle_timeout", None, |i, object, _| {
                timed_out(i, object)
            });
            let label = labels::short_id(i, &timeout);
            let label = labels::call_id(i.log(), "as_completed", label);
            let delay = seconds(i, &timeout).map_err(at(&sites::CALL_LATER_ADD));
            let delay = delay.map_err(at(&sites::AS_COMPLETED_LATER)).map_err(at(&sites::AS_COMPLETED))?;
            let timer = base_events::call_later(i, &owner, (&timeout, delay), expire, label)?;
            iterator(&object).timer.replace(Some(timer));
        }
        iterator(&object).todo.replace(Some(Todo::new(&todo)));
        Ok(Value::Object(object))
    })
}

fn wake_one(i: &mut dyn Interp, this: &AsCompleted) -> PyResult<()> {
    loop {
        let Some(waiter) = this.getters.pop_first(i)? else { return Ok(()) };
        if !future(&waiter).done() {
            return futures::set_result(i, &waiter, Value::None);
        }
    }
}

fn handle_completion(object: &Rc<Object>) -> Callback {
    NativeCallback::of(object, "_AsCompletedIterator._handle_completion", None, completed)
}

/// `_handle_completion`
fn completed(i: &mut dyn Interp, object: &Rc<Object>, done: &Value) -> PyResult<()> {
    let this = iterator(object);
    {
        let mut todo = this.todo.borrow_mut();
        let Some(todo) = &mut *todo else {
            let missing = no_attribute(&Value::Object(object.clone()), Symbol::new("_todo"));
            return futures::raised(i, Err(missing)).map(drop).map_err(at(&sites::AS_COMPLETED_DONE));
        };
        if todo.is_empty() {
            // The timeout was here first.
            return Ok(());
        }
        todo.remove(done);
    }
    this.done.borrow_mut().push_back(done.clone());
    wake_one(i, this)?;
    if this.todo.borrow().as_ref().is_some_and(Todo::is_empty)
        && let Some(timer) = this.timer.take()
    {
        timer.cancel(i);
    }
    Ok(())
}

/// `_handle_timeout`
fn timed_out(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<()> {
    let this = iterator(object);
    let todo = this.todo.replace(Some(Todo::default())).unwrap_or_default();
    let handle_completion = handle_completion(object);
    for member in todo.iter() {
        callbacks::remove_done_callback(i, member, &handle_completion)?;
        this.done.borrow_mut().push_back(Value::Unset);
        wake_one(i, this)?;
    }
    Ok(())
}

/// `_wait_for_one`: the next one to be done; its result if `resolve`.
async fn wait_for_one(cx: &Cx, object: &Rc<Object>, resolve: bool) -> PyResult {
    let this = iterator(object);
    let of_self = |site, exc| at_holding(site, &Value::Object(object.clone()))(exc);
    while this.done.borrow().is_empty() {
        let waiter = cx.enter(|i| {
            let waiter = futures::create(i, &this.event_loop, Purpose::AsCompleted, this.scope, TextId::NONE);
            this.getters.push(i, waiter.clone()).map(|()| waiter)
        })?;
        if let Err(exc) = future_await::wait(cx, &waiter).await {
            cx.enter(|i| {
                let cancelled = futures::cancel_future(i, &waiter, Value::None).map_err(at(&sites::QUEUE_GET_CANCEL));
                cancelled.map_err(|exc| of_self(&sites::ONE_GET, exc))?;
                this.getters.remove(i, &waiter);
                if !this.done.borrow().is_empty() && !future(&waiter).is_cancelled() {
                    wake_one(i, this)
                } else {
                    Ok(())
                }
            })?;
            return Err(of_self(&sites::ONE_GET, at(&sites::QUEUE_GET)(exc)));
        }
    }
    let next = this.done.borrow_mut().pop_front().unwrap_or_default();
    if next.is_unset() {
        return Err(of_self(&sites::ONE_TIMEOUT, Exc::new(&types().timeout_error, vec![])));
    }
    if !resolve {
        return Ok(next);
    }
    // The future keeps its exception, whose traceback's frame has a name for the future: a cycle.
    let held = || Value::tuple([Value::Object(object.clone()), next.clone()]);
    result_of(cx, &next).await.map_err(|exc| at_holding(&sites::ONE_RESULT, &held())(exc))
}

fn object_of(value: &Value) -> PyResult<Rc<Object>> {
    payload::<AsCompleted>(value, "_AsCompletedIterator")?;
    Ok(value.as_object().cloned().expect("a payload is an object's"))
}

/// Takes one of those that are left; false if there is none.
fn take_one(this: &AsCompleted) -> bool {
    let left = this.left.get();
    this.left.set(left.saturating_sub(1));
    left > 0
}

pub fn as_completed_class() -> Rc<Class> {
    NativeClass::new("_AsCompletedIterator", "asyncio.tasks", &[], |_, _, _| {
        Err(type_error("cannot create '_AsCompletedIterator' instances"))
    })
    .new_method(|i, args| {
        let [_, aws, timeout] = args.bind::<3>("_AsCompletedIterator.__new__", &["cls", "aws", "timeout"], 3)?;
        Ok(as_completed_flow(i, aws, timeout))
    })
    .sync("__iter__", |_, args| Ok(args.values[0].clone()))
    .sync("__aiter__", |_, args| Ok(args.values[0].clone()))
    .method("__next__", |i, args| {
        let object = object_of(&args.values[0])?;
        if !take_one(iterator(&object)) {
            return Err(stop_iteration(Value::None));
        }
        let body = async move |cx: Cx| wait_for_one(&cx, &object, true).await;
        Ok(method_of(i, "_AsCompletedIterator._wait_for_one", &args.values[0], body))
    })
    .method("__anext__", |i, args| {
        let object = object_of(&args.values[0])?;
        Ok(method_of(i, "_AsCompletedIterator.__anext__", &args.values[0], async move |cx| {
            if !take_one(iterator(&object)) {
                return Err(Exc::new(&types().stop_async_iteration, vec![]));
            }
            wait_for_one(&cx, &object, false).await.map_err(at(&sites::AS_COMPLETED_NEXT))
        }))
    })
    .finish()
}

/// Makes the iterator within a frame, since iterating what is given may run the program's code.
pub fn as_completed_flow(i: &mut dyn Interp, awaitables: Value, timeout: Value) -> Flow {
    Flow::frame(as_completed(i.cx(), awaitables, timeout))
}
