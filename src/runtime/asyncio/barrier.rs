//! Barrier (Lib/asyncio/locks.py).

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::condition::{Condition, make_condition};
use super::coroutines::{method_of, native_method};
use super::exceptions::exceptions;
use super::library_sites as sites;
use super::mixins::{LoopBound, LoopBoundMixin, of, repr_with};
use super::overrides;
use super::own_dict::{self, Member};
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, attribute_error, value_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::at;
use crate::objects::module::{from_library, replaced};
use crate::objects::native_class::NativeClass;
use crate::objects::{Args, Cx, Interp, Object, Value, ops};
use crate::trace::{ObjectKind, Operation};

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Filling,
    Draining,
    Resetting,
    Broken,
}

const STATES: [State; 4] = [State::Filling, State::Draining, State::Resetting, State::Broken];

impl State {
    fn text(self) -> &'static str {
        match self {
            State::Filling => "filling",
            State::Draining => "draining",
            State::Resetting => "resetting",
            State::Broken => "broken",
        }
    }
}

/// The payload of a Barrier.
#[derive(Default)]
pub struct Barrier {
    bound: LoopBound,
    condition: OnceCell<Value>,
    /// As the program gave it: it may be a float.
    parties: RefCell<Value>,
    state: Cell<State>,
    count: Cell<i64>,
}

impl LoopBoundMixin for Barrier {
    const NAME: &'static str = "Barrier";

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        self.condition.get().into_iter().for_each(|condition| visit(Edge::Value(condition)));
    }
}

#[cold]
fn broken(text: &'static str) -> Exc {
    Exc::message(&exceptions().broken_barrier, text)
}

impl Barrier {
    /// `async with self._cond`: runs `body` with the condition held.
    async fn wait(&self, cx: &Cx) -> PyResult {
        let owner = self.condition.get().unwrap_or(&Value::None);
        let condition = of::<Condition>(owner)?;
        condition.acquire(cx).await?;
        let result = self.wait_inside(cx, condition, owner).await;
        condition.release(cx).await?;
        result
    }

    async fn wait_inside(&self, cx: &Cx, condition: &Condition, owner: &Value) -> PyResult {
        // Blocks while the barrier drains or resets.
        while matches!(self.state.get(), State::Draining | State::Resetting) {
            condition.wait(cx, owner).await.map_err(at(&sites::BARRIER_BLOCK))?;
        }
        if self.state.get() == State::Broken {
            return Err(at(&sites::BARRIER_BLOCK)(at(&sites::BARRIER_BLOCKED)(broken("Barrier aborted"))));
        }
        let index = self.count.get();
        self.count.set(index + 1);
        cx.enter(|i| self.bound.used(i, Operation::Arrive, index + 1));
        let full = cx.enter(|i| ops::equal(i, &Value::Int(index + 1), &self.parties()))?;
        let result = if full {
            self.state.set(State::Draining);
            cx.enter(|i| {
                self.bound.used(i, Operation::Trip, 0);
                condition.notify_all(i)
            })
        } else {
            self.wait_filled(cx, condition, owner).await.map_err(at(&sites::BARRIER_WAIT))
        };
        self.count.set(self.count.get() - 1);
        cx.enter(|i| self.exit(i, condition))?;
        result.map(|_| Value::Int(index))
    }

    async fn wait_filled(&self, cx: &Cx, condition: &Condition, owner: &Value) -> PyResult<()> {
        while self.state.get() == State::Filling {
            let waited = condition.wait(cx, owner).await.map_err(at(&sites::CONDITION_WAIT_FOR));
            waited.map_err(at(&sites::BARRIER_FILLING))?;
        }
        match self.state.get() {
            State::Broken | State::Resetting => Err(at(&sites::BARRIER_BROKEN)(broken("Abort or reset of barrier"))),
            _ => Ok(()),
        }
    }

    /// The last one out opens the barrier again.
    fn exit(&self, i: &mut dyn Interp, condition: &Condition) -> PyResult<()> {
        if self.count.get() != 0 {
            return Ok(());
        }
        if matches!(self.state.get(), State::Resetting | State::Draining) {
            self.state.set(State::Filling);
        }
        condition.notify_all(i)
    }

    async fn change(&self, cx: &Cx, operation: Operation, next: impl FnOnce(&Barrier) -> State) -> PyResult {
        let condition = of::<Condition>(self.condition.get().unwrap_or(&Value::None))?;
        condition.acquire(cx).await?;
        self.state.set(next(self));
        let result = cx.enter(|i| {
            self.bound.used(i, operation, 0);
            condition.notify_all(i)
        });
        condition.release(cx).await?;
        result.map(|_| Value::None)
    }

    /// None are told of before `__init__`.
    fn parties(&self) -> Value {
        match &*self.parties.borrow() {
            Value::Unset => Value::Int(0),
            given => given.clone(),
        }
    }

    fn waiting(&self) -> i64 {
        if self.state.get() == State::Filling { self.count.get() } else { 0 }
    }
}

fn init(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, parties] = args.bind::<2>("Barrier.__init__", &["self", "parties"], 2)?;
    let too_few = ops::less_than(i, &parties, &Value::Int(1)).map_err(at(&sites::BARRIER_COMPARE))?;
    if too_few {
        return Err(at(&sites::BARRIER_PARTIES)(value_error("parties must be > 0")));
    }
    let barrier = of::<Barrier>(&this)?;
    let whole = match &parties {
        Value::Float(x) => *x as i64,
        Value::BigInt(_) => i64::MAX,
        _ => ops::index(i, &parties)?,
    };
    let _old = barrier.parties.replace(parties);
    barrier.bound.created(i, ObjectKind::Barrier, whole, "asyncio.Barrier");
    let replaced = ["Condition", "Lock"].iter().any(|name| replaced(i, "asyncio.locks", name).is_some());
    let condition = if replaced {
        let class = from_library(i, "asyncio.locks", "Condition")?;
        i.call(&class, Args::none())?
    } else {
        make_condition(i, barrier.bound.id())
    };
    barrier.condition.get_or_init(|| condition);
    Ok(Value::None)
}

const MEMBERS: &[Member] = &[
    (
        "_cond",
        |_, this| Ok(of::<Barrier>(this)?.condition.get().cloned().unwrap_or_default()),
        // A copy gets its original's; who waits holds on to it.
        Some(|_, this, value| {
            let set = of::<Barrier>(this)?.condition.set(value);
            set.map_err(|_| attribute_error("attribute '_cond' of 'Barrier' objects is not writable"))
        }),
    ),
    (
        "_parties",
        |_, this| Ok(of::<Barrier>(this)?.parties()),
        Some(|_, this, value| {
            of::<Barrier>(this)?.parties.replace(value);
            Ok(())
        }),
    ),
    (
        "_state",
        |i, this| own_dict::state(i, "Barrier", of::<Barrier>(this)?.state.get().text()),
        Some(|i, this, value| {
            of::<Barrier>(this)?.state.set(own_dict::state_of(i, &value, &STATES, State::text)?);
            Ok(())
        }),
    ),
    (
        "_count",
        |_, this| Ok(Value::Int(of::<Barrier>(this)?.count.get())),
        Some(|i, this, value| {
            of::<Barrier>(this)?.count.set(ops::index(i, &value)?);
            Ok(())
        }),
    ),
];

pub fn barrier_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Barrier::default()));
    let class = NativeClass::new("Barrier", "asyncio.locks", bases, make)
        .mixes()
        .sync("__init__", init)
        .method("wait", |i, args| {
            let [this] = args.bind::<1>("Barrier.wait", &["self"], 1)?;
            let own = this.clone();
            Ok(method_of(i, "Barrier.wait", &own, async move |cx| of::<Barrier>(&this)?.wait(&cx).await))
        })
        .method("__aenter__", |i, args| {
            let this = args.values[0].clone();
            let own = this.clone();
            Ok(method_of(i, "Barrier.__aenter__", &own, async move |cx| {
                let waited = match overrides::awaited(&cx, &this, "wait").await {
                    Some(waited) => waited,
                    None => of::<Barrier>(&this)?.wait(&cx).await,
                };
                waited.map_err(at(&sites::BARRIER_ENTER))
            }))
        })
        .method("__aexit__", |i, args| {
            const QUALNAME: &str = "Barrier.__aexit__";
            if args.names.is_some() {
                // It takes any number of arguments, by position.
                args.clone().bind::<1>(QUALNAME, &["self"], 1)?;
            }
            Ok(native_method(i, QUALNAME, async move |_| Ok(Value::None)))
        })
        .method("reset", |i, args| {
            let [this] = args.bind::<1>("Barrier.reset", &["self"], 1)?;
            Ok(native_method(i, "Barrier.reset", async move |cx| {
                let next = |b: &Barrier| if b.count.get() > 0 { State::Resetting } else { State::Filling };
                of::<Barrier>(&this)?.change(&cx, Operation::Reset, next).await
            }))
        })
        .method("abort", |i, args| {
            let [this] = args.bind::<1>("Barrier.abort", &["self"], 1)?;
            Ok(native_method(i, "Barrier.abort", async move |cx| {
                of::<Barrier>(&this)?.change(&cx, Operation::Abort, |_| State::Broken).await
            }))
        })
        .getter("parties", |_, this| Ok(of::<Barrier>(this)?.parties()))
        .getter("n_waiting", |_, this| Ok(Value::Int(of::<Barrier>(this)?.waiting())))
        .getter("broken", |_, this| Ok(Value::Bool(of::<Barrier>(this)?.state.get() == State::Broken)))
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            let barrier = of::<Barrier>(this)?;
            let mut state = barrier.state.get().text().to_string();
            if barrier.state.get() != State::Broken {
                let parties = ops::repr_text(i, &barrier.parties())?;
                state.push_str(&format!(", waiters:{}/{}", barrier.waiting(), parties.text()));
            }
            Ok(repr_with(this, &state))
        });
    own_dict::fields(class, MEMBERS).finish()
}
