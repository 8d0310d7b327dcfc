//! The report of a deadlock: who waits for what, held by whom, at which line.

use crate::trace::sorted::SortedMap;

use std::rc::Rc;

use super::base_events::event_loop;
use super::condition::Condition;
use super::coroutines::format_coroutine;
use super::futures::{Future, Kind};
use super::locks::Lock;
use super::mixins::{LoopBound, LoopBoundMixin};
use super::semaphore::Semaphore;
use super::state::asyncio;
use super::tasks;
use crate::objects::{Interp, Value, known as symbols, type_of};
use crate::trace::{ObjectId, Purpose, TaskId, ThreadId};

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
        let what = known.of(waiting.object);
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
    let purpose = future.purpose.get();
    let of = known.of(future.object.get());
    match purpose {
        Purpose::Plain if of.is_empty() => "a future".into(),
        Purpose::Lock | Purpose::Semaphore => {
            let taken_by = known.0.get(&future.object.get()).map_or(TaskId::NONE, |seen| seen.taken_by);
            format!("{}{of}{}", purpose.as_str(), held_by(i, taken_by))
        }
        _ => format!("{}{of}", purpose.as_str()),
    }
}

/// `, held by Task-1`
fn held_by(i: &mut dyn Interp, holder: TaskId) -> String {
    if holder.is_none() {
        return String::new();
    }
    match asyncio(i).task(holder) {
        Some(task) => format!(", held by {}", tasks::task(&task).name().text_or_empty()),
        None => ", held by a task that has ended".into(),
    }
}

/// What a variable of the program tells of an object.
pub struct Seen {
    name: String,
    class: String,
    /// The task that took it last.
    taken_by: TaskId,
}

/// The objects that variables hold where nothing can run any more, by their numbers.
#[derive(Default)]
pub struct Known(SortedMap<ObjectId, Seen>);

impl Known {
    /// A variable of the program holds the object; of several, the first one's name is told.
    pub fn see(&mut self, object: ObjectId, name: &str, value: &Value) {
        if !self.0.contains_key(&object) {
            let seen = Seen { name: name.into(), class: class_name(value), taken_by: taken_by(value) };
            self.0.insert(object, seen);
        }
    }

    /// ` of lock (asyncio.Lock)`: the variable that holds it, and its class; nothing if none does.
    fn of(&self, object: ObjectId) -> String {
        self.0.get(&object).map_or(String::new(), |Seen { name, class, .. }| format!(" of {name} ({class})"))
    }
}

/// The task that took an asyncio lock last.
fn taken_by(value: &Value) -> TaskId {
    if let Some(condition) = value.native::<Condition>() {
        return taken_by(&condition.lock.borrow());
    }
    let lock = value.native::<Lock>().map(LoopBoundMixin::bound);
    let bound = lock.or_else(|| value.native::<Semaphore>().map(LoopBoundMixin::bound));
    bound.map_or(TaskId::NONE, LoopBound::taken_by)
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
