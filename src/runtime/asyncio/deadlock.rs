//! The report of a deadlock: who waits for what, held by whom, at which line.

use crate::trace::sorted::SortedMap;

use std::borrow::Cow;
use std::rc::Rc;

use super::base_events::event_loop;
use super::coroutines::format_coroutine;
use super::futures::{Future, Kind};
use super::locks::Lock;
use super::mixins::LoopBoundMixin;
use super::semaphore::Semaphore;
use super::state::asyncio;
use super::tasks;
use crate::objects::{Interp, Value, known as symbols, type_of};
use crate::trace::{Event, FutureId, Log, ObjectId, Operation, Purpose, TaskId, ThreadId};

/// The lines after «deadlock: nothing can ever run again»: threads, and the tasks of those that wait in a loop.
/// `stands_at`: the line of the program at which each thread stands; `known`: what the program's variables hold.
pub fn report(i: &mut dyn Interp, stands_at: &SortedMap<ThreadId, u32>, known: &Known) -> String {
    let state = asyncio(i);
    let mut lines = Vec::new();
    for waiting in state.machine.waiting() {
        let name = &waiting.name;
        let line = stands_at.get(&waiting.thread).map_or(String::new(), |line| format!(" at line {line}"));
        if waiting.why == Purpose::Select {
            lines.push(format!("thread {name}{line}: its event loop has nothing to do"));
            continue;
        }
        let object = waiting.object;
        let what = if object.is_some() { format!(" of {}", known.name(i.log(), object)) } else { String::new() };
        let label = if waiting.label.is_empty() { String::new() } else { format!(" ({})", waiting.label) };
        let holder = waiting.holder.map_or(String::new(), |holder| format!(", held by thread {holder}"));
        lines.push(format!("thread {name}{line}: waits for {}{label}{what}{holder}", waiting.why.as_str()));
    }
    let loops: Vec<_> = state.running.borrow().values().cloned().collect();
    for owner in loops {
        for task in tasks::all_tasks(&state, &owner) {
            let this = tasks::task(&task);
            let name = this.name().text_or_empty();
            let coroutine = this.coroutine.borrow().clone();
            let place = format_coroutine(i, &coroutine);
            let runs = event_loop(&owner).current_task.borrow().as_ref().is_some_and(|now| Rc::ptr_eq(now, &task));
            if runs {
                // Its frames are on the thread's stack.
                let name_of = format_coroutine(i, &coroutine);
                let name_of = name_of.split_once(") ").map_or(&*name_of, |(call, _)| call);
                lines.push(format!("task {name} ({name_of})): runs, and its thread waits"));
                continue;
            }
            let waits_for = this.waits_for.borrow().clone();
            lines.push(format!("task {name} ({place}): waits for {}", describe(i, &waits_for, known)));
        }
    }
    lines.join("\n")
}

/// What a task waits for, in words.
fn describe(i: &mut dyn Interp, waits_for: &Value, known: &Known) -> String {
    let Some(future) = waits_for.native::<Future>() else { return super::labels::short(i, waits_for) };
    match &future.kind {
        Kind::Task(task) => return format!("task {}", task.name().text_or_empty()),
        Kind::Gathering(gathering) => return format!("a gather of {}", gathering.children.borrow().len()),
        Kind::Plain => {}
    }
    let log = i.log();
    let made = made(log, future.id.get());
    let (purpose, object, label) = made.unwrap_or((future.purpose.get(), future.object.get(), String::new()));
    if purpose == Purpose::Plain && label.is_empty() && object.is_none() {
        return "a future".into();
    }
    let label = if label.is_empty() { String::new() } else { format!(" {label}") };
    if object.is_none() {
        return format!("{}{label}", purpose.as_str());
    }
    let holder = match purpose {
        Purpose::Lock | Purpose::Semaphore => {
            holder(log, object, known).map_or(String::new(), |name| format!(", held by {name}"))
        }
        _ => String::new(),
    };
    format!("{}{label} of {}{holder}", purpose.as_str(), known.name(log, object))
}

/// With what purpose a future was made, as the trace says.
fn made(log: &Log, wanted: FutureId) -> Option<(Purpose, ObjectId, String)> {
    log.entries_from(0).find_map(|(_, entry)| match entry.event {
        Event::FutureCreated { future, purpose, object, label } if future == wanted => {
            Some((purpose, object, log.text(label).to_string()))
        }
        _ => None,
    })
}

/// What the variables of a run without a recording tell of an object.
pub struct Seen {
    pub name: String,
    pub class: String,
    /// The task that took it last.
    pub holder: Option<String>,
}

/// The objects that variables hold where nothing can run any more, by their numbers; none if the trace tells of them.
#[derive(Default)]
pub struct Known(pub SortedMap<ObjectId, Seen>);

impl Known {
    /// The variable of the program's, whose name a primitive has been given, holds this object.
    pub fn see(&mut self, object: ObjectId, name: String, value: &Value) {
        let holder = taken_by(value).map(|name| name.text_or_empty()).filter(|name| !name.is_empty());
        let class = class_name(value);
        self.0.insert(object, Seen { name, class, holder });
    }

    /// `lock (asyncio.Lock)`: the first variable that held it, and its class.
    fn name(&self, log: &Log, wanted: ObjectId) -> String {
        match self.0.get(&wanted) {
            Some(Seen { name, class, .. }) => format!("{name} ({class})"),
            None => recorded_name(log, wanted),
        }
    }
}

/// Who took an asyncio lock last.
fn taken_by(value: &Value) -> Option<Value> {
    let lock = value.native::<Lock>().map(|lock| lock.bound().taken_by());
    lock.or_else(|| value.native::<Semaphore>().map(|semaphore| semaphore.bound().taken_by()))
}

/// `threading.Lock`, as a program names the class.
fn class_name(value: &Value) -> String {
    let class = type_of(value);
    let module = class.lookup(symbols::MODULE).map_or(String::new(), |module| module.text_or_empty());
    let name = class.name();
    match module.split('.').next().unwrap_or_default() {
        "_thread" if &*name == "lock" => "threading.Lock".into(),
        "_thread" => format!("threading.{name}"),
        "_queue" => format!("queue.{name}"),
        module => format!("{module}.{name}"),
    }
}

/// `lock (asyncio.Lock)`: the first variable that held it, and its class.
fn recorded_name(log: &Log, wanted: ObjectId) -> String {
    let (mut class, mut name): (Cow<str>, Cow<str>) = ("an object".into(), "".into());
    for (_, entry) in log.entries_from(0) {
        match entry.event {
            Event::ObjectCreated { object, label, .. } if object == wanted => class = log.text(label),
            Event::ObjectNamed { object, name: text } if object == wanted => name = log.text(text),
            _ => {}
        }
    }
    if name.is_empty() { class.to_string() } else { format!("{name} ({class})") }
}

/// The task that took an object last.
fn holder(log: &Log, wanted: ObjectId, known: &Known) -> Option<String> {
    if let Some(seen) = known.0.get(&wanted) {
        return seen.holder.clone();
    }
    let mut last = TaskId::NONE;
    for (_, entry) in log.entries_from(0) {
        if let Event::ObjectUsed { object, operation: Operation::Acquire, .. } = entry.event
            && object == wanted
        {
            last = entry.task;
        }
    }
    log.entries_from(0).find_map(|(_, entry)| match entry.event {
        Event::TaskCreated { task, name, .. } if task == last => Some(log.text(name).to_string()),
        _ => None,
    })
}
