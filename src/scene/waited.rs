//! How often and how long tasks and threads waited in the lines of the program.

use super::stage::Stage;
use crate::player::TaskState;
use crate::trace::sorted::SortedMap;
use crate::trace::*;

/// The waits of one task or thread in one line.
pub(super) struct Waited {
    pub line: u32,
    pub times: u32,
    pub ns: u64,
    /// Since which step.
    pub step: u32,
}

/// How long a task waited, by the lines at which its coroutines stood: of `depth` of them, the outermost first.
pub(super) fn waits_of_task(stage: &Stage, index: usize, depth: usize) -> Vec<Waited> {
    let mut waits = Vec::new();
    let changes = stage.recording.lane(index);
    for pair in changes.windows(2).filter(|pair| pair[0].state == TaskState::Waiting) {
        let Event::StepEnded { chain, .. } = stage.log.entry(pair[0].event.index()).event else { continue };
        let ns = stage.log.time_at(pair[1].event).saturating_sub(stage.log.time_at(pair[0].event));
        for (_, line) in stage.log.chain_of(chain).iter().take(depth) {
            add(&mut waits, u32::from(*line), ns, pair[0].step);
        }
    }
    waits
}

/// How long each thread was blocked, by its lines, while it ran no task.
pub(super) fn waits_of_threads(stage: &Stage) -> SortedMap<ThreadId, Vec<Waited>> {
    let mut waits: SortedMap<ThreadId, Vec<Waited>> = SortedMap::new();
    let mut blocked: SortedMap<ThreadId, (EventId, u16)> = SortedMap::new();
    for (id, entry) in stage.log.entries_from(0) {
        match entry.event {
            Event::ThreadBlocked { thread, .. } if entry.task.is_none() => {
                blocked.insert(thread, (id, entry.line));
            }
            Event::ThreadRunning { thread } => {
                if let Some((from, line)) = blocked.remove(&thread) {
                    let ns = stage.log.time_at(id).saturating_sub(stage.log.time_at(from));
                    add(waits.or_insert_with(thread, Vec::new), line.into(), ns, stage.recording.step_of(from));
                }
            }
            _ => {}
        }
    }
    waits
}

/// Adds a wait that took time.
fn add(waits: &mut Vec<Waited>, line: u32, ns: u64, step: u32) {
    match waits.iter_mut().find(|waited| waited.line == line) {
        _ if ns == 0 => {}
        Some(waited) => (waited.times, waited.ns) = (waited.times + 1, waited.ns + ns),
        None => waits.push(Waited { line, times: 1, ns, step }),
    }
}
