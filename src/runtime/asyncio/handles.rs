//! One callback for one run: handles, and timers (Lib/asyncio/events.py).

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use super::callbacks::Callback;
use super::contextvars::Context;
use super::source_traceback::{DEBUG_STACK_DEPTH, SourceTraceback};
use super::state::Asyncio;
use super::{base_events, overrides, py};
use crate::objects::attribute::no_attribute;
use crate::objects::class::class_flag;
use crate::objects::exception::PyResult;
use crate::objects::look::look;
use crate::objects::object::Native;
use crate::objects::{Args, Interp, Object, Symbol, Value};
use crate::trace::{HandleId, HandleKind};

/// One callback for one run. Timers are handles with a time.
pub struct Handle {
    pub id: HandleId,
    pub kind: HandleKind,
    pub event_loop: Rc<Object>,
    /// Empty once cancelled.
    pub callback: RefCell<Option<Callback>>,
    /// `None`: no arguments. Most handles are asyncio's own, and have none.
    args: RefCell<Option<Rc<Args>>>,
    pub context: RefCell<Option<Rc<Context>>>,
    pub cancelled: Cell<bool>,
    /// A timer's time as given, and as a number.
    pub when: Option<(Value, f64)>,
    /// A timer stands in the heap.
    pub scheduled: Cell<bool>,
    /// It has run, or runs.
    pub taken: Cell<bool>,
    /// The order of creation: the hash of timers takes part in that of tasks.
    pub number: i64,
    object: RefCell<Weak<Object>>,
    /// Debug mode: what it was, once it is cancelled.
    shown: RefCell<Option<Box<str>>>,
    /// It is of a class of the program's, whose `_run` is called.
    pub is_own: Cell<bool>,
    /// The program's object, as long as the handle waits in the ready queue where the program has put it.
    pub made: RefCell<Option<Rc<Object>>>,
    /// Debug mode: where the program made it.
    pub source: SourceTraceback,
}

impl Handle {
    pub fn new(
        state: &Asyncio,
        id: HandleId,
        kind: HandleKind,
        event_loop: &Rc<Object>,
        callback: Callback,
        args: Args,
        context: Option<Rc<Context>>,
        when: Option<(Value, f64)>,
    ) -> Rc<Handle> {
        let number = if when.is_some() { state.next_number() } else { 0 };
        Rc::new(Handle {
            id,
            kind,
            event_loop: event_loop.clone(),
            callback: RefCell::new(Some(callback)),
            args: RefCell::new((!args.values.is_empty() || args.names.is_some()).then(|| Rc::new(args))),
            context: RefCell::new(context),
            cancelled: Cell::new(false),
            when,
            scheduled: Cell::new(false),
            taken: Cell::new(false),
            number,
            object: RefCell::default(),
            is_own: Cell::new(false),
            made: RefCell::default(),
            shown: RefCell::default(),
            source: SourceTraceback::default(),
        })
    }

    /// What the callback is called with.
    pub fn args(&self) -> Rc<Args> {
        self.given_args().unwrap_or_default()
    }

    /// The same, `None` if that is nothing.
    pub fn given_args(&self) -> Option<Rc<Args>> {
        look(&self.args).clone()
    }

    /// `Handle.cancel`, also of timers.
    pub fn cancel(self: &Rc<Handle>, i: &mut dyn Interp) {
        if self.cancelled.get() {
            return;
        }
        if self.when.is_some()
            && let Some(method) = overrides::own_method(&self.event_loop, "_timer_handle_cancelled")
        {
            let timer = self.object(&base_events::event_loop(&self.event_loop).state);
            // It is called in the midst of what cancels it: what it raises goes nowhere.
            let _raised = i.call(&method, Args::one(timer));
        }
        self.cancelled.set(true);
        if !self.taken.get() && self.id != HandleId::NONE {
            i.log().handle_cancelled(self.id);
        }
        if self.when.is_some() && self.scheduled.get() {
            let owner = base_events::event_loop(&self.event_loop);
            owner.timer_cancelled_count.set(owner.timer_cancelled_count.get() + 1);
        }
        if base_events::event_loop(&self.event_loop).debug.get() {
            let class = match self.object.borrow().upgrade() {
                Some(object) => object.class().name(),
                None => if self.when.is_some() { "TimerHandle" } else { "Handle" }.into(),
            };
            let shown = self.repr(i, &class).ok();
            self.shown.replace(shown.map(Into::into));
        }
        let _old = (self.callback.take(), self.args.take());
    }

    /// The handle as the program's object; always the same one while somebody holds it.
    pub fn object(self: &Rc<Handle>, state: &Asyncio) -> Value {
        if let Some(object) = self.object.borrow().upgrade() {
            return Value::Object(object);
        }
        let class = if self.when.is_some() { &state.classes.timer_handle } else { &state.classes.handle };
        let made = Object::with_native(class.clone(), HandleObject(OnceCell::from(self.clone())));
        if let Value::Object(object) = &made {
            self.object.replace(Rc::downgrade(object));
        }
        made
    }

    /// Debug mode: remembers where the program made it. `library`: how many of the frames that CPython looks at are the
    /// library's, which it takes off again.
    pub fn note_origin(&self, i: &mut dyn Interp, library: usize) {
        if base_events::event_loop(&self.event_loop).debug.get() {
            self.source.note(i, Some(DEBUG_STACK_DEPTH - library), None);
        }
    }

    pub fn repr(&self, i: &mut dyn Interp, class: &str) -> PyResult<String> {
        if let Some(shown) = &*self.shown.borrow() {
            return Ok(shown.to_string());
        }
        let mut info = vec![class.to_string()];
        if self.cancelled.get() {
            info.push("cancelled".into());
        }
        if let Some((when, _)) = &self.when {
            info.push(format!("when={}", py::text(i, when)?));
        }
        // A handle of None shows nothing of it, as one that has let go of its callback.
        let callback = self.callback.borrow().clone().filter(|c| !matches!(c, Callback::Python(Value::None)));
        if let Some(callback) = callback {
            let args = self.args();
            let debug = base_events::event_loop(&self.event_loop).debug.get();
            info.push(if debug { callback.source_text_with(i, &args)? } else { callback.source_text(i)? });
        }
        info.extend(self.source.created_at());
        Ok(format!("<{}>", info.join(" ")))
    }
}

/// The payload of a Handle or TimerHandle; empty until `__init__` has been called.
#[derive(Default)]
pub struct HandleObject(pub OnceCell<Rc<Handle>>);

impl Native for HandleObject {}

/// The handle that an object is.
pub fn handle_of(value: &Value) -> PyResult<&Rc<Handle>> {
    let object = py::payload::<HandleObject>(value, "Handle")?;
    object.0.get().ok_or_else(|| no_attribute(value, Symbol::new("_loop")))
}

impl Handle {
    /// The object that a program has made is this handle.
    pub fn made_as(self: &Rc<Handle>, object: &Rc<Object>) {
        self.is_own.set(object.with_class(|class| class.flag(class_flag::HEAP)));
        self.object.replace(Rc::downgrade(object));
    }

    /// Replaces what it calls: `handle._callback = …`, `handle._args = …`
    pub fn set_args(&self, args: Args) {
        self.args.replace(Some(Rc::new(args)));
    }

    /// The program's object, if it is of a class of the program's.
    pub fn own_object(&self) -> Option<Rc<Object>> {
        if self.is_own.get() { look(&self.object).upgrade() } else { None }
    }
}
