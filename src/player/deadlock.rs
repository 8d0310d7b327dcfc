//! Of a run that ended in a deadlock: who waits for whom, and what they wait for in vain.

use super::findings::{Arg, Finding};
use super::waits::{Now, Party, Wait};
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
    let in_vain = waits.iter().filter_map(|(_, wait)| {
        not_joined(now, wait).or_else(|| nothing_put(now, wait)).or_else(|| notified_before(now, wait))
    });
    let error = |(code, line, args)| Finding { code, severity: Severity::Error, line, event: id, args };
    let mut found: Vec<Finding> = in_vain.chain(pools_too_small(now)).map(error).collect();
    let circle = waits.iter().find_map(|(party, wait)| now.circle(*party, *wait));
    let told = circle.unwrap_or_else(|| waits.iter().take(MOST).copied().collect());
    let line = told.first().map_or(0, |(_, wait)| wait.line);
    found.push(error(("deadlock", line, told.iter().map(|(_, wait)| wait.arg).collect())));
    found
}

/// A finding's code, its line, and what it speaks of.
type Found = (&'static str, u32, Vec<Arg>);

/// A join that can never return: the queue is empty, but items were never marked as done.
fn not_joined(now: Now, wait: &Wait) -> Option<Found> {
    let of = now.world.objects.get(wait.object.index()).filter(|of| of.items.is_empty())?;
    (wait.why == Purpose::QueueJoin)
        .then(|| ("queue-not-joined", wait.line, vec![Arg::Object(wait.object), Arg::Number(of.unfinished)]))
}

/// A get from a queue into which nobody puts any more: who has put something has ended, or waits for others to end.
fn nothing_put(now: Now, wait: &Wait) -> Option<Found> {
    let of = now.world.objects.get(wait.object.index())?;
    if wait.why != Purpose::QueueGet || !of.items.is_empty() {
        return None;
    }
    let for_ends = |party: Party| {
        const ENDS: [Purpose; 6] =
            [Purpose::Gather, Purpose::Wait, Purpose::TaskGroup, Purpose::ThreadJoin, Purpose::QueueJoin, Purpose::Job];
        now.wait(party).is_none_or(|wait| ENDS.contains(&wait.why) || now.facts.is_task(wait.future))
    };
    let mut puts = uses(now, wait.object, Operation::Put).map(|(entry, _)| match entry.task.is_some() {
        true => Party::Task(entry.task),
        false => Party::Thread(entry.thread),
    });
    puts.all(for_ends).then(|| ("nothing-put", wait.line, vec![wait.arg, Arg::Object(wait.object)]))
}

/// A wait for a notification that came when nobody waited.
fn notified_before(now: Now, wait: &Wait) -> Option<Found> {
    if wait.why != Purpose::Condition {
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
