//! TaskGroup (Lib/asyncio/taskgroups.py).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::callbacks::{self, NativeCallback};
use super::coroutines::{method_of, native_method};
use super::exceptions::{is_cancelled, is_exit};
use super::future_await;
use super::futures::{self, Future, future};
use super::gather::raised_by;
use super::group_members::{Errors, Tasks};
use super::library_sites as sites;
use super::named;
use super::overrides;
use super::overrides::overridden;
use super::own_dict::{self, Member};
use super::py::{self, payload};
use super::task_creation;
use crate::objects::class::Class;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{at, at_holding};
use crate::objects::native_class::NativeClass;
use crate::objects::object::Native;
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, ops, types};
use crate::trace::{Followed, FutureId, ObjectKind, Operation, Purpose, TextId};

/// The payload of a TaskGroup.
#[derive(Default)]
pub struct TaskGroup {
    entered: Cell<bool>,
    exiting: Cell<bool>,
    aborting: Cell<bool>,
    event_loop: RefCell<Option<Rc<Object>>>,
    parent: RefCell<Option<Rc<Object>>>,
    parent_cancel_requested: Cell<bool>,
    tasks: Tasks,
    errors: Errors,
    base_error: RefCell<Option<Exc>>,
    on_completed: RefCell<Option<Rc<Object>>>,
    followed: Followed,
}

impl Native for TaskGroup {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.tasks.held().iter().chain(self.errors.held().iter()).for_each(|held| visit(Edge::Value(held)));
        for held in self.parent.borrow().iter().chain(self.on_completed.borrow().iter()) {
            visit(Edge::Object(held));
        }
    }

    fn clear(&self) {
        drop(self.parent.take());
    }

    fn changes(&self) -> bool {
        true
    }

    fn copied_by_attributes(&self) -> bool {
        true
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.followed)
    }
}

fn group(object: &Rc<Object>) -> &TaskGroup {
    object.native().expect("a task group's object carries a TaskGroup")
}

fn object_of(value: &Value) -> PyResult<Rc<Object>> {
    payload::<TaskGroup>(value, "TaskGroup")?;
    Ok(value.as_object().cloned().expect("a payload is an object's"))
}

fn used(i: &mut dyn Interp, this: &TaskGroup, operation: Operation, member: FutureId) {
    i.log().object_used(this.followed.id(), operation, 0, TextId::NONE, member);
}

/// `__aenter__`
fn enter(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<()> {
    let this = group(object);
    let shown = |i: &mut dyn Interp| py::repr(i, &Value::Object(object.clone()));
    if this.entered.get() {
        let error = runtime_error(format!("TaskGroup {} has already been entered", shown(i)?));
        return Err(at(&sites::GROUP_ENTERED)(error));
    }
    let owner = named::running_loop(i).map_err(at(&sites::GROUP_NO_LOOP))?;
    let parent = named::current_task(i, Some(&owner))?;
    this.event_loop.replace(Some(owner));
    if parent.is_none() {
        let error = runtime_error(format!("TaskGroup {} cannot determine the parent task", shown(i)?));
        return Err(at(&sites::GROUP_NO_PARENT)(error));
    }
    this.parent.replace(parent);
    this.entered.set(true);
    used(i, this, Operation::Enter, FutureId::NONE);
    Ok(())
}

/// `__aexit__`
async fn exit(cx: &Cx, object: &Rc<Object>, error: Option<Exc>) -> PyResult {
    let this = group(object);
    let own = || Value::Object(object.clone());
    this.exiting.set(true);
    if let Some(exc) = &error {
        cx.enter(|i| keep_base_error(i, object, exc))?;
    }
    let mut cancellation = error.clone().filter(is_cancelled);
    if error.is_some() && !this.aborting.get() {
        // The parent is being cancelled, or the body has failed.
        cx.enter(|i| ended(i, object))?;
    }
    // The parent may be cancelled more than once while it waits here.
    while !cx.enter(|i| this.tasks.is_empty(i))? {
        let waiter = cx.enter(|i| {
            if this.on_completed.borrow().is_none() {
                let owner = this.event_loop.borrow().clone().expect("an entered group has its loop");
                let made = futures::create(i, &owner, Purpose::TaskGroup, this.followed.id(), TextId::NONE);
                this.on_completed.replace(Some(made));
            }
            this.on_completed.borrow().clone().expect("just made")
        });
        match future_await::wait(cx, &waiter).await.map_err(at(&sites::GROUP_WAIT)) {
            Err(exc) if is_cancelled(&exc) => {
                if !this.aborting.get() {
                    cancellation = Some(py::while_handling(exc, error.as_ref()));
                    cx.enter(|i| ended(i, object))?;
                }
            }
            Err(exc) => return Err(exc),
            Ok(_) => {}
        }
        this.on_completed.take();
    }
    cx.enter(|i| used(i, this, Operation::Leave, FutureId::NONE));
    if let Some(exc) = this.base_error.borrow().clone() {
        let exc = py::while_handling(exc, error.as_ref());
        return Err(at_holding(&sites::GROUP_BASE_ERROR, &own())(exc));
    }
    // One that was not entered has none.
    let parent = this.parent.borrow().clone();
    if let Some(parent) = parent.as_ref().filter(|_| this.parent_cancel_requested.get())
        && cx.enter(|i| overrides::uncancel(i, parent))? == 0
    {
        cancellation = None;
    }
    if let Some(exc) = cancellation
        && cx.enter(|i| this.errors.is_empty(i))?
    {
        return cx.enter(|i| futures::raised(i, Err(at_holding(&sites::GROUP_CANCELLED, &own())(exc))));
    }
    if let Some(exc) = error.as_ref().filter(|e| !is_cancelled(e)) {
        cx.enter(|i| this.errors.push(i, exc)).map_err(|failed| py::while_handling(failed, Some(exc)))?;
    }
    if cx.enter(|i| this.errors.is_empty(i))? {
        return Ok(Value::None);
    }
    if let Some(parent) = parent
        && cx.enter(|i| overrides::cancelling(i, &parent))? > 0
    {
        // It is also cancelled from outside: the count stays what it was.
        cx.enter(|i| {
            overrides::uncancel(i, &parent)?;
            futures::cancel(i, &parent, Value::None)
        })?;
    }
    let members = this.errors.get();
    this.errors.set(Value::None);
    let class = Value::Type(types().base_exception_group.clone());
    let args = Args::from(["unhandled errors in a TaskGroup".into(), members]);
    let made = cx.call(&class, args).await.map_err(|failed| py::while_handling(failed, error.as_ref()))?;
    let Some(raised) = Exc::from_value(&made) else { return Ok(Value::None) };
    let raised = py::while_handling(raised.with_cause(None), error.as_ref());
    // What is raised has a name in the frame that its traceback holds: a cycle.
    let held: Vec<Value> =
        [Some(own()), Some(raised.value()), error.as_ref().map(Exc::value)].into_iter().flatten().collect();
    Err(at_holding(&sites::GROUP_ERRORS, &Value::tuple(held))(raised))
}

/// `self._abort()`
fn ended(i: &mut dyn Interp, object: &Rc<Object>) -> PyResult<()> {
    match overridden(object, "_abort") {
        Some(own) => i.call(&own, Args::none()).map(drop),
        None => abort(i, group(object)),
    }
}

/// Keeps the first exception that `self._is_base_error` says is raised in place of the group of all.
fn keep_base_error(i: &mut dyn Interp, object: &Rc<Object>, exc: &Exc) -> PyResult<()> {
    let is_base = match overridden(object, "_is_base_error") {
        Some(own) => {
            let answer = i.call(&own, Args::one(exc.value()))?;
            ops::is_true(i, &answer)?
        }
        None => is_exit(exc),
    };
    let kept = &group(object).base_error;
    if is_base && kept.borrow().is_none() {
        kept.replace(Some(exc.clone()));
    }
    Ok(())
}

fn abort(i: &mut dyn Interp, this: &TaskGroup) -> PyResult<()> {
    this.aborting.set(true);
    used(i, this, Operation::Abort, FutureId::NONE);
    for member in this.tasks.all(i)? {
        if !futures::is_done(i, &member)? {
            futures::cancel_value(i, &member, None)?;
        }
    }
    Ok(())
}

/// `create_task(coro, *, name=None, context=None)`
fn create_task(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, coroutine, name, context] =
        args.bind::<4>("TaskGroup.create_task", &["self", "coro", "*", "name", "context"], 2)?;
    let object = object_of(&this)?;
    let cx = i.cx();
    let refusal = {
        let this = group(&object);
        if !this.entered.get() {
            Some(("has not been entered", &sites::GROUP_NOT_ENTERED_CLOSE, &sites::GROUP_NOT_ENTERED))
        } else if this.exiting.get() && this.tasks.is_empty(i)? {
            Some(("is finished", &sites::GROUP_FINISHED_CLOSE, &sites::GROUP_FINISHED))
        } else if this.aborting.get() {
            Some(("is shutting down", &sites::GROUP_SHUTTING_DOWN_CLOSE, &sites::GROUP_SHUTTING_DOWN))
        } else {
            None
        }
    };
    if let Some((why, closing, site)) = refusal {
        return Ok(Flow::frame(async move {
            py::call_method(&cx, &coroutine, "close", Args::none()).await.map_err(at(closing))?;
            let shown = cx.enter(|i| py::repr(i, &Value::Object(object)))?;
            Err(at(site)(runtime_error(format!("TaskGroup {shown} {why}"))))
        }));
    }
    let owner = group(&object).event_loop.borrow().clone().expect("an entered group has its loop");
    let name = if name.is_unset() { Value::None } else { name };
    match task_creation::create_task(i, &owner, coroutine, name, context, Some(&sites::GROUP_TASK))? {
        Flow::Done(task) => {
            add(i, &object, &task)?;
            Ok(task.into())
        }
        flow => Ok(Flow::frame(async move {
            let task = cx.finish(Ok(flow)).await?;
            cx.enter(|i| add(i, &object, &task))?;
            Ok(task)
        })),
    }
}

/// The quick way of [`create_task`].
fn create_task_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Object(object), coroutine] = args else { return None };
    let this = object.native::<TaskGroup>()?;
    // A set of the program's may refuse what is added to it.
    let refuses = || this.aborting.get() || this.tasks.is_shown() || this.exiting.get() && this.tasks.left() == 0;
    if !this.entered.get() || refuses() {
        return None;
    }
    let owner = this.event_loop.borrow().clone()?;
    let task = Value::Object(task_creation::created_at_once(i, coroutine, &owner)?);
    add(i, object, &task).ok().map(|()| task)
}

fn add(i: &mut dyn Interp, object: &Rc<Object>, task: &Value) -> PyResult<()> {
    let this = group(object);
    used(i, this, Operation::AddMember, task.native::<Future>().map_or(FutureId::NONE, |f| f.id.get()));
    if futures::is_done(i, task)? {
        return on_task_done(i, object, task, None);
    }
    let number = this.tasks.add(i, task)?;
    let callback = NativeCallback::of(object, "TaskGroup._on_task_done", None, {
        move |i, object, task| match overridden(object, "_on_task_done") {
            Some(own) => i.call(&own, Args::one(task.clone())).map(drop),
            None => on_task_done(i, object, task, Some(number)),
        }
    });
    callbacks::add_done_callback(i, task, callback)
}

/// `_on_task_done` of the member of that number; None: it has never been one.
fn on_task_done(i: &mut dyn Interp, object: &Rc<Object>, task: &Value, number: Option<usize>) -> PyResult<()> {
    let this = group(object);
    this.tasks.discard(i, task, number)?;
    let waiter = this.on_completed.borrow().clone();
    if let Some(waiter) = waiter
        && this.tasks.is_empty(i)?
        && !future(&waiter).done()
    {
        futures::set_result(i, &waiter, Value::Bool(true))?;
    }
    let Some(exc) = raised_by(i, task)? else { return Ok(()) };
    this.errors.push(i, &exc)?;
    keep_base_error(i, object, &exc)?;
    let Some(parent) = this.parent.borrow().clone() else { return Ok(()) };
    if future(&parent).done() {
        let (shown, parent) = (py::repr(i, task)?, py::text(i, &Value::Object(parent))?);
        let context = Dict::new();
        let message = format!("Task {shown} has errored out but its parent task {parent} is already completed");
        context.set_str(Symbol::new("message"), message.into());
        context.set_str(Symbol::new("exception"), exc.value());
        context.set_str(Symbol::new("task"), task.clone());
        let Some(owner) = this.event_loop.borrow().clone() else { return Ok(()) };
        return super::exception_handler::call_nested(i, &owner, context);
    }
    if !this.aborting.get() && !this.parent_cancel_requested.get() {
        // The parent is not being cancelled: it is told by a cancellation that ends in `__aexit__`.
        ended(i, object)?;
        this.parent_cancel_requested.set(true);
        futures::cancel(i, &parent, Value::None)?;
    }
    Ok(())
}

/// What classes derived from it call and replace.
fn private_methods(class: NativeClass) -> NativeClass {
    class
        .sync("_abort", |i, args| {
            let [this] = args.bind::<1>("TaskGroup._abort", &["self"], 1)?;
            abort(i, group(&object_of(&this)?))?;
            Ok(Value::None)
        })
        .sync("_is_base_error", |_, args| {
            let [_, exc] = args.bind::<2>("TaskGroup._is_base_error", &["self", "exc"], 2)?;
            Ok(Value::Bool(Exc::from_value(&exc).is_some_and(|exc| is_exit(&exc))))
        })
        .sync("_on_task_done", |i, args| {
            let [this, task] = args.bind::<2>("TaskGroup._on_task_done", &["self", "task"], 2)?;
            let object = object_of(&this)?;
            let number = group(&object).tasks.number_of(&task);
            on_task_done(i, &object, &task, number)?;
            Ok(Value::None)
        })
}

const MEMBERS: &[Member] = &[
    (
        "_entered",
        |_, this| Ok(Value::Bool(of(this)?.entered.get())),
        Some(|i, this, value| {
            of(this)?.entered.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_exiting",
        |_, this| Ok(Value::Bool(of(this)?.exiting.get())),
        Some(|i, this, value| {
            of(this)?.exiting.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_aborting",
        |_, this| Ok(Value::Bool(of(this)?.aborting.get())),
        Some(|i, this, value| {
            of(this)?.aborting.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_loop",
        |_, this| own_dict::object_or_none(&of(this)?.event_loop),
        Some(|_, this, value| {
            of(this)?.event_loop.replace(own_dict::loop_or_none(&value));
            Ok(())
        }),
    ),
    (
        "_parent_task",
        |_, this| own_dict::object_or_none(&of(this)?.parent),
        Some(|_, this, value| {
            of(this)?.parent.replace(own_dict::future_or_none(&value));
            Ok(())
        }),
    ),
    (
        "_parent_cancel_requested",
        |_, this| Ok(Value::Bool(of(this)?.parent_cancel_requested.get())),
        Some(|i, this, value| {
            of(this)?.parent_cancel_requested.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_tasks",
        |i, this| of(this).and_then(|this| this.tasks.get(i)),
        Some(|_, this, value| of(this).map(|this| this.tasks.set(value))),
    ),
    (
        "_errors",
        |_, this| of(this).map(|this| this.errors.get()),
        Some(|_, this, value| of(this).map(|this| this.errors.set(value))),
    ),
    (
        "_base_error",
        |_, this| Ok(of(this)?.base_error.borrow().as_ref().map(Exc::value).into()),
        Some(|_, this, value| {
            of(this)?.base_error.replace(Exc::from_value(&value));
            Ok(())
        }),
    ),
    (
        "_on_completed_fut",
        |_, this| own_dict::object_or_none(&of(this)?.on_completed),
        Some(|_, this, value| {
            of(this)?.on_completed.replace(own_dict::future_or_none(&value));
            Ok(())
        }),
    ),
];

fn of(this: &Value) -> PyResult<&TaskGroup> {
    payload(this, "TaskGroup")
}

pub fn task_group_class() -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), TaskGroup::default()));
    let class = private_methods(NativeClass::new("TaskGroup", "asyncio.taskgroups", &[], make))
        .sync("__init__", |i, args| {
            let [this] = args.bind::<1>("TaskGroup.__init__", &["self"], 1)?;
            let object = object_of(&this)?;
            let id = i.log().object_labelled(ObjectKind::TaskGroup, 0, "asyncio.TaskGroup");
            group(&object).followed.set_id(id);
            Ok(Value::None)
        })
        .method("__aenter__", |i, args| {
            let object = object_of(&args.values[0])?;
            Ok(native_method(i, "TaskGroup.__aenter__", async move |cx| {
                cx.enter(|i| enter(i, &object))?;
                Ok(Value::Object(object))
            }))
        })
        .method("__aexit__", |i, args| {
            const QUALNAME: &str = "TaskGroup.__aexit__";
            let [this, kind, error, _] = args.bind(QUALNAME, &["self", "et", "exc", "tb"], 4)?;
            let object = object_of(&this)?;
            let error = Exc::from_value(&error).filter(|_| !kind.is_none());
            Ok(method_of(i, QUALNAME, &this, async move |cx| exit(&cx, &object, error).await))
        })
        .quick("create_task", create_task_at_once, create_task)
        .sync("__repr__", |i, args| {
            let object = object_of(&args.values[0])?;
            let this = group(&object);
            let mut text = String::from("<TaskGroup");
            let (tasks, errors) = (this.tasks.len(i)?, this.errors.len(i)?);
            if tasks > 0 {
                text.push_str(&format!(" tasks={tasks}"));
            }
            if errors > 0 {
                text.push_str(&format!(" errors={errors}"));
            }
            if this.aborting.get() {
                text.push_str(" cancelling");
            } else if this.entered.get() {
                text.push_str(" entered");
            }
            Ok(format!("{text}>").into())
        });
    own_dict::fields(class, MEMBERS).finish()
}
