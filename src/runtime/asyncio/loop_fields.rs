//! What programs look at in an event loop, and what their subclasses call with `super()`.

use std::rc::Rc;

use super::base_events::{self, EventLoop, event_loop};
use super::events::loop_argument;
use super::own_dict::{self, Member};
use super::waiting::seconds;
use super::{exposed, own_selector, py, run_loop, selector, turn};
use crate::machine::{machine, process::ident};
use crate::objects::containers::Dict;
use crate::objects::exception::PyResult;
use crate::objects::native_class::NativeClass;
use crate::objects::{Args, Flow, Object, Value};
use crate::trace::ThreadId;

fn this(args: &Args) -> PyResult<Rc<Object>> {
    loop_argument(args.values.first().unwrap_or(&Value::Unset))
}

fn of(value: &Value) -> PyResult<&EventLoop> {
    py::payload(value, "BaseEventLoop")
}

/// In the order in which `__init__` sets them; `_internal_fds`, the self-pipe's ends, transports and unix sockets aside.
const MEMBERS: &[Member] = &[
    ("_timer_cancelled_count", |_, this| Ok(Value::Int(of(this)?.timer_cancelled_count.get() as i64)), None),
    (
        "_closed",
        |_, this| Ok(Value::Bool(of(this)?.closed.get())),
        Some(|i, this, value| {
            of(this)?.closed.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_stopping",
        |_, this| Ok(Value::Bool(of(this)?.stopping.get())),
        Some(|i, this, value| {
            of(this)?.stopping.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_ready",
        |i, this| exposed::ready(i, &loop_argument(this)?),
        Some(|_, this, deque| {
            exposed::set_ready(&loop_argument(this)?, deque);
            Ok(())
        }),
    ),
    ("_scheduled", |i, this| exposed::scheduled(i, &loop_argument(this)?), None),
    (
        "_default_executor",
        |_, this| Ok(of(this)?.default_executor.borrow().clone()),
        Some(|_, this, value| {
            of(this)?.default_executor.replace(value);
            Ok(())
        }),
    ),
    (
        "_thread_id",
        |i, this| {
            let thread = of(this)?.thread.get();
            if !thread.is_some() {
                return Ok(Value::None);
            }
            Ok(Value::Int(ident(thread, machine(i).process().main.get())))
        },
        // Who runs the loop by hand says so: the thread that does.
        Some(|i, this, value| {
            of(this)?.thread.set(if value.is_none() { ThreadId::NONE } else { machine(i).current() });
            Ok(())
        }),
    ),
    (
        "_clock_resolution",
        |_, this| Ok(Value::Float(of(this)?.clock_resolution.get())),
        Some(|i, this, value| {
            of(this)?.clock_resolution.set(seconds(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_exception_handler",
        |_, this| Ok(of(this)?.exception_handler.borrow().clone()),
        Some(|_, this, value| {
            of(this)?.exception_handler.replace(value);
            Ok(())
        }),
    ),
    (
        "_debug",
        |_, this| Ok(Value::Bool(of(this)?.debug.get())),
        Some(|i, this, value| {
            of(this)?.debug.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "slow_callback_duration",
        |_, this| Ok(of(this)?.slow_callback_duration.borrow().clone()),
        Some(|_, this, value| {
            of(this)?.slow_callback_duration.replace(value);
            Ok(())
        }),
    ),
    (
        "_current_handle",
        |_, this| {
            let event_loop = of(this)?;
            let handle = event_loop.current_handle.borrow().clone();
            Ok(handle.map_or(Value::None, |handle| handle.object(&event_loop.state)))
        },
        None,
    ),
    (
        "_task_factory",
        |_, this| Ok(of(this)?.task_factory.borrow().clone()),
        Some(|_, this, value| {
            of(this)?.task_factory.replace(value);
            Ok(())
        }),
    ),
    (
        "_asyncgens",
        |i, this| {
            let known =
                of(this)?.asyncgens.borrow().iter().filter_map(|one| one.upgrade()).map(Value::Generator).collect();
            let weakref = i.import("weakref")?;
            py::call(i, &weakref, "WeakSet", Args::one(Value::list(known)))
        },
        None,
    ),
    (
        "_asyncgens_shutdown_called",
        |_, this| Ok(Value::Bool(of(this)?.asyncgens_shutdown_called.get())),
        Some(|i, this, value| {
            of(this)?.asyncgens_shutdown_called.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_executor_shutdown_called",
        |_, this| Ok(Value::Bool(of(this)?.executor_shutdown_called.get())),
        Some(|i, this, value| {
            of(this)?.executor_shutdown_called.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_selector",
        |i, this| own_selector::shown(i, &loop_argument(this)?),
        Some(|_, this, value| {
            own_selector::set(of(this)?, value);
            Ok(())
        }),
    ),
    (
        "_signal_handlers",
        |i, this| {
            let event_loop = of(this)?;
            let shown = Dict::new();
            for (signal, handle) in &*event_loop.signal_handlers.borrow() {
                shown.set(i, signal.clone(), handle.object(&event_loop.state))?;
            }
            Ok(Value::Dict(shown))
        },
        None,
    ),
];

/// The fields and the methods.
pub fn internals(class: NativeClass) -> NativeClass {
    let class = class
        .method("_run_once", |i, args| {
            let (owner, cx) = (this(&args)?, i.cx());
            Ok(Flow::frame(async move { turn::run_once(&cx, &owner, false).await.map(|()| Value::None) }))
        })
        .sync("_run_forever_setup", |i, args| run_loop::set_up(i, &this(&args)?).map(|()| Value::None))
        .sync("_run_forever_cleanup", |i, args| {
            run_loop::clean_up(i, &this(&args)?);
            Ok(Value::None)
        })
        .sync("_set_coroutine_origin_tracking", |i, args| {
            let [this, enabled] =
                args.bind::<2>("BaseEventLoop._set_coroutine_origin_tracking", &["self", "enabled"], 2)?;
            let enabled = own_dict::flag(i, &enabled)?;
            of(&this)?.entered.track(i, enabled);
            Ok(Value::None)
        })
        .sync("_process_events", |i, args| {
            let owner = this(&args)?;
            own_selector::signal(i, event_loop(&owner), false);
            selector::collect(i, &owner)?;
            Ok(Value::None)
        })
        .sync("_add_callback", |i, args| {
            let [this, handle] = args.bind::<2>("BaseEventLoop._add_callback", &["self", "handle"], 2)?;
            exposed::add_callback(i, &loop_argument(&this)?, &handle)?;
            Ok(Value::None)
        })
        .sync("_add_callback_signalsafe", |i, args| {
            let parameters = ["self", "handle"];
            let [this, handle] = args.bind::<2>("BaseEventLoop._add_callback_signalsafe", &parameters, 2)?;
            let owner = loop_argument(&this)?;
            exposed::add_callback(i, &owner, &handle)?;
            base_events::write_to_self(i, &owner, Default::default());
            Ok(Value::None)
        })
        .sync("_write_to_self", |i, args| {
            base_events::write_to_self(i, &this(&args)?, Default::default());
            Ok(Value::None)
        })
        .sync("_timer_handle_cancelled", |_, _| Ok(Value::None))
        .sync("_check_closed", |_, args| {
            event_loop(&this(&args)?).check_closed()?;
            Ok(Value::None)
        })
        .sync("_check_running", |i, args| {
            run_loop::check_running(i, event_loop(&this(&args)?))?;
            Ok(Value::None)
        })
        .sync("_check_thread", |_, args| {
            event_loop(&this(&args)?).check_thread()?;
            Ok(Value::None)
        })
        .sync("_check_callback", |i, args| {
            let parameters = ["self", "callback", "method"];
            let [_, callback, method] = args.bind::<3>("BaseEventLoop._check_callback", &parameters, 3)?;
            super::loop_class::check_callback(i, &callback, &method.text_or_empty())?;
            Ok(Value::None)
        });
    own_dict::fields(class, MEMBERS)
}
