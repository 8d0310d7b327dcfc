//! Of a run that ended in a deadlock: who waits for whom, what they wait for in vain, servers that have no client.

use super::facts::ObjectFacts;
use super::findings::{Arg, Finding};
use super::objects::Holder;
use super::waits::{Now, Party, Wait};
use super::world::{LoopNowState, TaskState, ThreadNowState};
use crate::trace::sorted::SortedSet;
use crate::trace::*;

/// So many are told of where they wait in no circle.
const MOST: usize = 6;

/// Of so many different waits it is asked what they lack: each may go through the whole recording.
const MOST_ASKED: usize = 50;

/// The deadlock's findings; `id`: the end of the run.
pub(super) fn findings(now: Now, id: EventId) -> Vec<Finding> {
    let of = |(code, line, args)| Finding { code, severity: Severity::Error, line, event: id, args };
    if let Some(found) = not_woken(now) {
        return vec![of(found)];
    }
    let tasks = now.facts.tasks.iter().map(|of| Party::Task(of.task));
    let threads = now.facts.threads.iter().map(|of| Party::Thread(of.thread));
    let all = tasks.chain(threads).filter_map(|party| Some((party, now.wait(party)?)));
    // The task that a blocked thread runs stands for both.
    let stands =
        |party: &Party, wait: &Wait| matches!(party, Party::Task(_)) || !matches!(wait.arg, Arg::TaskBlocks(..));
    let waits: Vec<(Party, Wait)> = all.filter(|(party, wait)| stands(party, wait)).collect();
    let held = waits.iter().find_map(|(_, wait)| loop_held(now, wait));
    // Of many that wait alike the first is told of.
    let mut known = SortedSet::new();
    let different = waits.iter().filter(|(_, wait)| known.insert((wait.object, wait.line))).take(MOST_ASKED);
    let in_vain = different.filter_map(|(_, wait)| {
        // Whom a held loop does not let run may be about to do it.
        let moved = || if held.is_none() { nothing_moved(now, wait, &waits) } else { None };
        let of_a_queue = not_joined(now, wait).or_else(moved);
        let other = || not_released(now, wait, &waits).or_else(|| gathers_itself(now, wait));
        of_a_queue.or_else(|| notified_before(now, wait)).or_else(|| not_told(now, wait, &waits)).or_else(other)
    });
    let mut found: Vec<Finding> = in_vain.chain(pools_too_small(now)).map(of).collect();
    let for_threads = waits.iter().all(|(_, wait)| wait.why == Some(Purpose::ThreadJoin));
    if let (true, Some(line)) = (for_threads, idle_loop(now)) {
        found.push(of(("idle-loop", line, Vec::new())));
        return found;
    }
    let (mut code, mut severity) = ("deadlock", Severity::Error);
    let circle = waits.iter().find_map(|(party, wait)| now.circle(*party, *wait));
    if circle.is_none() {
        found.extend(held.map(of));
    }
    let told = match circle {
        Some(circle) => circle,
        None if is_unvisited(&waits) => {
            (code, severity) = (server_code(now), Severity::Hint);
            waits.iter().filter(|(_, wait)| wait.why.is_some_and(waits_for_clients)).copied().collect()
        }
        None if serves(now, &waits) => {
            (code, severity) = (server_code(now), Severity::Hint);
            waits.iter().take(MOST).copied().collect()
        }
        None => waits.iter().take(MOST).copied().collect(),
    };
    let line = told.first().map_or(0, |(_, wait)| wait.line);
    let args = told.iter().map(|(_, wait)| wait.arg).collect();
    found.push(Finding { code, severity, line, event: id, args });
    found
}

/// The line that runs an event loop which nothing stops; or that which started its thread.
fn idle_loop(now: Now) -> Option<u32> {
    let blocked = now.facts.threads.iter().zip(&now.world.threads);
    blocked.filter(|(_, thread)| thread.state == ThreadNowState::Blocked).find_map(|(of, thread)| {
        let entry = now.log.get(thread.blocked).filter(|entry| is_select(entry))?;
        let started = now.log.entry(of.started.index()).line;
        Some(if entry.line == 0 { started } else { entry.line }.into())
    })
}

fn is_select(entry: &Entry) -> bool {
    matches!(entry.event, Event::ThreadBlocked { why: Purpose::Select, .. })
}

/// An event loop that sleeps although another thread has given it something to run.
fn not_woken(now: Now) -> Option<Found> {
    now.world.loops.iter().filter(|of| of.state == LoopNowState::Runs).find_map(|of| {
        let thread = now.world.threads.get(of.thread.index()).filter(|now| now.state == ThreadNowState::Blocked)?;
        now.log.get(thread.blocked).filter(|entry| is_select(entry))?;
        let mut given = of.ready.iter().chain(of.timers.values()).copied();
        given.find_map(|handle| {
            let made = now.log.get(now.facts.handle(handle)?.made)?;
            let by_another = made.thread != of.thread && made.line != 0;
            by_another.then(|| ("not-woken", made.line.into(), vec![Arg::Thread(made.thread), Arg::Handle(handle)]))
        })
    })
}

/// A task blocks the thread of its loop, which would have others to run.
fn loop_held(now: Now, wait: &Wait) -> Option<Found> {
    let Arg::TaskBlocks(task, ..) = wait.arg else { return None };
    let of = now.world.loops.get(now.facts.task(task)?.event_loop.index())?;
    let has_others = !of.ready.is_empty() || !of.timers.is_empty();
    has_others.then(|| ("loop-held", wait.line, vec![wait.arg]))
}

/// A wait for what somebody has taken, and ended without giving it back; nobody is left who would.
fn not_released(now: Now, wait: &Wait, all: &[(Party, Wait)]) -> Option<Found> {
    let holders = &now.world.objects.get(wait.object.index())?.holders;
    let users = |what| uses(now, wait.object, what).map(|(entry, _)| user(entry));
    // What somebody releases who has not taken it is a signal.
    let is_signal = users(Operation::Release).any(|by| !users(Operation::Acquire).any(|taker| taker == by));
    if is_signal || !all.iter().all(|(party, other)| other.object == wait.object || for_ends(now, *party)) {
        return None;
    }
    let has_ended = |holder: &Holder| match holder.task.is_some() {
        true => now.world.task(now.facts, holder.task).is_some_and(|now| now.state.has_ended()),
        false => now
            .world
            .threads
            .get(holder.thread.index())
            .is_some_and(|now| matches!(now.state, ThreadNowState::Done | ThreadNowState::Failed)),
    };
    let holder = *holders.first().filter(|_| holders.iter().all(has_ended))?;
    let taken = uses(now, wait.object, Operation::Acquire)
        .filter(|(entry, _)| entry.task == holder.task && (holder.task.is_some() || entry.thread == holder.thread));
    let line = taken.last().map(|(entry, _)| entry.line.into()).filter(|line| *line != 0)?;
    let who = if holder.task.is_some() { Arg::Task(holder.task) } else { Arg::Thread(holder.thread) };
    Some(("not-released", line, vec![who, Arg::Object(wait.object), wait.arg]))
}

/// A task that waits for a gather of which it is a member.
fn gathers_itself(now: Now, wait: &Wait) -> Option<Found> {
    let Arg::TaskWaits(task, ..) = wait.arg else { return None };
    let members = &now.world.objects.get(wait.object.index()).filter(|_| wait.why == Some(Purpose::Gather))?.members;
    members
        .iter()
        .any(|member| member.as_task() == task)
        .then(|| ("waits-for-itself", wait.line, vec![Arg::Task(task)]))
}

/// The finding of servers that nobody visits, or nobody any more.
fn server_code(now: Now) -> &'static str {
    let is_visit = |label| &*now.log.text(label) == "connection";
    match now.facts.objects.iter().any(|of| of.kind == ObjectKind::Socket && is_visit(of.label)) {
        true => "no-more-clients",
        false => "no-client",
    }
}

/// Whether there are servers, which nobody but those who wait for others keeps waiting: they have no client.
fn is_unvisited(waits: &[(Party, Wait)]) -> bool {
    let reasons = || waits.iter().filter_map(|(_, wait)| wait.why);
    reasons().any(waits_for_clients) && reasons().all(|why| waits_for_clients(why) || waits_for_others(why))
}

/// Whether a server listens while its program waits for what nothing brings about: so programs keep a server going
/// (`await asyncio.Future()`, `await asyncio.Event().wait()`).
fn serves(now: Now, waits: &[(Party, Wait)]) -> bool {
    let idles = |wait: &Wait| match wait.why {
        Some(Purpose::Event) => !is_set(now, wait.object),
        Some(why) => why == Purpose::Plain || waits_for_clients(why) || waits_for_others(why),
        None => false,
    };
    waits.iter().all(|(_, wait)| idles(wait)) && listens(now)
}

/// Whether a server of an event loop's still listens.
fn listens(now: Now) -> bool {
    let state = |of: &ObjectFacts| match uses(now, of.object, Operation::State).last()?.0.event {
        Event::ObjectUsed { text, .. } => Some(now.log.text(text)),
        _ => None,
    };
    now.facts.objects.iter().any(|of| is_server(now, of) && state(of).is_some_and(|text| text.starts_with("listens")))
}

fn is_server(now: Now, of: &ObjectFacts) -> bool {
    of.kind == ObjectKind::Socket && &*now.log.text(of.label) == "server"
}

fn is_set(now: Now, event: ObjectId) -> bool {
    uses(now, event, Operation::Set).next().is_some()
}

/// A server that looks for clients again and again until the time is up, while nobody else does anything.
pub(super) fn unvisited(now: Now, id: EventId) -> Option<Finding> {
    let mut server = None;
    for (of, thread) in now.facts.threads.iter().zip(&now.world.threads) {
        match now.log.get(thread.blocked).map(|entry| (entry.event, entry.task)) {
            _ if matches!(thread.state, ThreadNowState::Done | ThreadNowState::Failed) => {}
            Some((Event::ThreadBlocked { why, .. }, TaskId::NONE)) if waits_for_clients(why) => {
                server.get_or_insert((Arg::ThreadWaits(of.thread, thread.blocked, None), thread.line.into()));
            }
            Some((Event::ThreadBlocked { why, .. }, _)) if waits_for_others(why) => {}
            Some((Event::ThreadBlocked { why: Purpose::Select, .. }, _)) => {
                let (task, future) = server_of_the_librarys(now, of.thread)?;
                server.get_or_insert((Arg::TaskWaits(task, future, None), thread.line.into()));
            }
            _ => return None,
        }
    }
    let (arg, line) = server?;
    Some(Finding { code: server_code(now), severity: Severity::Hint, line, event: id, args: vec![arg] })
}

/// The task by which the library keeps a server going, and what it sleeps for; None: the loop's tasks do something else.
fn server_of_the_librarys(now: Now, thread: ThreadId) -> Option<(TaskId, FutureId)> {
    let runs = |of: LoopId| now.world.loops.get(of.index()).is_some_and(|of| of.thread == thread);
    let tasks = now.facts.tasks.iter().filter(|of| runs(of.event_loop));
    let all = tasks.filter_map(|of| Some((of.task, now.world.task(now.facts, of.task)?)));
    let mut left = all.filter(|(_, task)| !task.state.has_ended());
    let (idle, of) = left.next().filter(|(_, of)| of.state == TaskState::Waiting && of.line == 0)?;
    (left.next().is_none() && now.facts.objects.iter().any(|of| is_server(now, of))).then_some((idle, of.waits_on))
}

/// Whether who waits so is a server.
fn waits_for_clients(why: Purpose) -> bool {
    matches!(why, Purpose::Accept | Purpose::Datagram)
}

/// Whether who waits so waits for tasks or threads, which wait themselves.
fn waits_for_others(why: Purpose) -> bool {
    use Purpose::{AsCompleted, Gather, Shield, TaskGroup, ThreadJoin, Wait, WaitFor};
    matches!(why, Gather | Wait | WaitFor | AsCompleted | TaskGroup | Shield | ThreadJoin)
}

/// A finding's code, its line, and what it speaks of.
type Found = (&'static str, u32, Vec<Arg>);

/// A join that can never return: the queue is empty, but items were never marked as done.
fn not_joined(now: Now, wait: &Wait) -> Option<Found> {
    let of = now.world.objects.get(wait.object.index()).filter(|of| of.items.is_empty())?;
    (wait.why == Some(Purpose::QueueJoin))
        .then(|| ("queue-not-joined", wait.line, vec![Arg::Object(wait.object), Arg::Number(of.unfinished)]))
}

/// Whether somebody has ended, or waits for others to end.
fn for_ends(now: Now, party: Party) -> bool {
    let ends = |why| waits_for_others(why) || matches!(why, Purpose::QueueJoin | Purpose::Job | Purpose::Wrapped);
    now.wait(party).is_none_or(|wait| wait.why.is_some_and(ends) || now.facts.is_task(wait.future))
}

/// Whose doing an event is.
fn user(entry: &Entry) -> Party {
    if entry.task.is_some() { Party::Task(entry.task) } else { Party::Thread(entry.thread) }
}

/// A get from a queue into which nobody puts any more, or a put into one from which nobody gets: who has done so has ended,
/// or waits for others to end.
fn nothing_moved(now: Now, wait: &Wait, all: &[(Party, Wait)]) -> Option<Found> {
    let of = now.world.objects.get(wait.object.index())?;
    let (code, operation) = match wait.why? {
        Purpose::QueueGet if of.items.is_empty() => ("nothing-put", Operation::Put),
        Purpose::QueuePut if !of.items.is_empty() => ("nothing-got", Operation::Get),
        _ => return None,
    };
    let does: Vec<Party> = uses(now, wait.object, operation).map(|(entry, _)| user(entry)).collect();
    let is_left = match does.is_empty() {
        // Whoever waits for something else may be about to do it for the first time.
        true => all.iter().all(|(party, other)| other.object == wait.object || for_ends(now, *party)),
        false => does.iter().all(|party| for_ends(now, *party)),
    };
    is_left.then(|| (code, wait.line, vec![wait.arg, Arg::Object(wait.object), Arg::Number(of.items.len() as u32)]))
}

/// A wait for a notification that came when nobody waited.
fn notified_before(now: Now, wait: &Wait) -> Option<Found> {
    if wait.why != Some(Purpose::Condition) {
        return None;
    }
    let (entry, _) = uses(now, wait.object, Operation::Notify).find(|(_, woken)| *woken == 0)?;
    let args = vec![wait.arg, Arg::Object(wait.object), Arg::Number(entry.line.into())];
    Some(("notified-before", wait.line, args))
}

/// A wait for what nobody says: an event that is never set, a condition of which nobody or too few are notified, a barrier
/// to which too few come.
fn not_told(now: Now, wait: &Wait, all: &[(Party, Wait)]) -> Option<Found> {
    let of = now.facts.objects.get(wait.object.index())?;
    // Whoever waits for something else may be about to say it.
    if !all.iter().all(|(party, other)| other.object == wait.object || for_ends(now, *party)) {
        return None;
    }
    let object = Arg::Object(wait.object);
    let here = Arg::Number(all.iter().filter(|(_, other)| other.object == wait.object).count() as u32);
    match of.kind {
        ObjectKind::Event | ObjectKind::ThreadEvent if !is_set(now, wait.object) && !listens(now) => {
            Some(("never-set", wait.line, vec![wait.arg, object]))
        }
        ObjectKind::Condition | ObjectKind::ThreadCondition if wait.why == Some(Purpose::Condition) => {
            Some(match uses(now, wait.object, Operation::Notify).last() {
                None => ("never-notified", wait.line, vec![wait.arg, object]),
                Some((entry, woken)) => {
                    ("notified-few", entry.line.into(), vec![Arg::Number(woken as u32), object, here])
                }
            })
        }
        ObjectKind::Barrier | ObjectKind::ThreadBarrier => {
            Some(("too-few-parties", wait.line, vec![object, Arg::Number(of.number as u32), here]))
        }
        _ => None,
    }
}

/// What was done with an object, and the value that the trace tells of it.
fn uses(now: Now<'_>, of: ObjectId, what: Operation) -> impl Iterator<Item = (&Entry, i32)> {
    (0..now.log.len()).map(|at| now.log.entry(at)).filter_map(move |entry| match entry.event {
        Event::ObjectUsed { object, operation, value, .. } if object == of && operation == what => Some((entry, value)),
        _ => None,
    })
}

/// Executors whose workers all wait for jobs, while jobs wait for a worker.
fn pools_too_small(Now { log, facts, world }: Now<'_>) -> impl Iterator<Item = Found> {
    let is_done = move |future: &FutureId| world.is_done(facts, *future);
    let pools = facts.objects.iter().zip(world.objects.iter()).filter(|(of, _)| of.kind == ObjectKind::Executor);
    pools.filter_map(move |(of, now)| {
        let taken = |job: &FutureId| now.started.iter().any(|(started, _)| started == job);
        let waits = now.members.iter().any(|job| !is_done(job) && !taken(job));
        let busy: Vec<ThreadId> = now.started.iter().filter(|(job, _)| !is_done(job)).map(|(_, by)| *by).collect();
        let blocked = |thread: &ThreadId| {
            let blocked = world.threads.get(thread.index()).and_then(|now| log.get(now.blocked));
            blocked.and_then(|entry| match entry.event {
                Event::ThreadBlocked { why: Purpose::Job, .. } => Some(entry.line as u32),
                _ => None,
            })
        };
        let line = busy.first().and_then(blocked)?;
        let args = vec![Arg::Object(of.object), Arg::Number(busy.len() as u32)];
        (waits && busy.iter().all(|thread| blocked(thread).is_some())).then_some(("pool-too-small", line, args))
    })
}
