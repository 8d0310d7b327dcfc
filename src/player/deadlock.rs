//! Of a run that ended in a deadlock: who waits for whom, what they wait for in vain, servers that have no client.

use super::findings::{Arg, Finding};
use super::waits::{Now, Party, Wait};
use super::world::ThreadNowState;
use crate::trace::sorted::SortedSet;
use crate::trace::*;

/// So many are told of where they wait in no circle.
const MOST: usize = 6;

/// The deadlock's findings; `id`: the end of the run.
pub(super) fn findings(now: Now, id: EventId) -> Vec<Finding> {
    let tasks = now.facts.tasks.iter().map(|of| Party::Task(of.task));
    let threads = now.facts.threads.iter().map(|of| Party::Thread(of.thread));
    let all = tasks.chain(threads).filter_map(|party| Some((party, now.wait(party)?)));
    // The task that a blocked thread runs stands for both.
    let stands =
        |party: &Party, wait: &Wait| matches!(party, Party::Task(_)) || !matches!(wait.arg, Arg::TaskBlocks(..));
    let waits: Vec<(Party, Wait)> = all.filter(|(party, wait)| stands(party, wait)).collect();
    // Of many that wait alike the first is told of.
    let mut known = SortedSet::new();
    let different = waits.iter().filter(|(_, wait)| known.insert((wait.object, wait.line)));
    let in_vain = different.filter_map(|(_, wait)| {
        not_joined(now, wait).or_else(|| nothing_put(now, wait, &waits)).or_else(|| notified_before(now, wait))
    });
    let of = |(code, line, args)| Finding { code, severity: Severity::Error, line, event: id, args };
    let mut found: Vec<Finding> = in_vain.chain(pools_too_small(now)).map(of).collect();
    if let (true, Some(line)) = (waits.is_empty(), idle_loop(now)) {
        found.push(of(("idle-loop", line, Vec::new())));
        return found;
    }
    let (mut code, mut severity) = ("deadlock", Severity::Error);
    let told = match waits.iter().find_map(|(party, wait)| now.circle(*party, *wait)) {
        Some(circle) => circle,
        None if is_unvisited(&waits) => {
            (code, severity) = ("no-client", Severity::Hint);
            waits.iter().filter(|(_, wait)| wait.why.is_some_and(waits_for_clients)).copied().collect()
        }
        None => waits.iter().take(MOST).copied().collect(),
    };
    let line = told.first().map_or(0, |(_, wait)| wait.line);
    let args = told.iter().map(|(_, wait)| wait.arg).collect();
    found.push(Finding { code, severity, line, event: id, args });
    found
}

/// The line that runs an event loop which nothing stops.
fn idle_loop(now: Now) -> Option<u32> {
    let blocked = now.world.threads.iter().filter(|thread| thread.state == ThreadNowState::Blocked);
    blocked.filter_map(|thread| now.log.get(thread.blocked)).find_map(|entry| match entry.event {
        Event::ThreadBlocked { why: Purpose::Select, .. } => Some(entry.line.into()),
        _ => None,
    })
}

/// Whether there are servers, which nobody but those who wait for others keeps waiting: they have no client.
fn is_unvisited(waits: &[(Party, Wait)]) -> bool {
    let reasons = || waits.iter().filter_map(|(_, wait)| wait.why);
    reasons().any(waits_for_clients) && reasons().all(|why| waits_for_clients(why) || waits_for_others(why))
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
            _ => return None,
        }
    }
    let (arg, line) = server?;
    Some(Finding { code: "no-client", severity: Severity::Hint, line, event: id, args: vec![arg] })
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

/// A get from a queue into which nobody puts any more: who has put something has ended, or waits for others to end.
fn nothing_put(now: Now, wait: &Wait, all: &[(Party, Wait)]) -> Option<Found> {
    let of = now.world.objects.get(wait.object.index())?;
    if wait.why != Some(Purpose::QueueGet) || !of.items.is_empty() {
        return None;
    }
    let for_ends = |party: Party| {
        let ends = |why| waits_for_others(why) || matches!(why, Purpose::QueueJoin | Purpose::Job | Purpose::Wrapped);
        now.wait(party).is_none_or(|wait| wait.why.is_some_and(ends) || now.facts.is_task(wait.future))
    };
    let puts = uses(now, wait.object, Operation::Put).map(|(entry, _)| match entry.task.is_some() {
        true => Party::Task(entry.task),
        false => Party::Thread(entry.thread),
    });
    let puts: Vec<Party> = puts.collect();
    let is_left = match puts.is_empty() {
        // Whoever waits for something else may be about to put the first.
        true => all.iter().all(|(party, other)| other.object == wait.object || for_ends(*party)),
        false => puts.iter().all(|party| for_ends(*party)),
    };
    is_left.then(|| ("nothing-put", wait.line, vec![wait.arg, Arg::Object(wait.object)]))
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
