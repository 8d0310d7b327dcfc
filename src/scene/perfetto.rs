//! The trace as Chrome trace-event JSON, which Perfetto opens: a track a task and a thread, their waits as slices, output
//! as marks.

use super::lanes::state;
use super::say::Fill;
use super::stage::{Stage, future_label};
use super::timeline_model::LaneState;
use crate::player::TaskState;
use crate::trace::*;
use std::fmt::Write;

/// The whole recording. Times are virtual, in µs; what takes no virtual time is a slice of no length.
pub fn trace_events(stage: &Stage) -> String {
    let mut out = String::from("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
    let facts = stage.facts();
    for thread in &facts.threads {
        name(&mut out, thread.process, 0, &stage.log.text(thread.name), thread.thread.0 as u32);
    }
    for (index, task) in facts.tasks.iter().enumerate().filter(|(_, task)| !task.internal) {
        let process = facts.thread(task.thread).map_or(ProcessId(1), |thread| thread.process);
        let track = 1_000 + task.number;
        name(&mut out, process, 1, &stage.cast.by_index(index).full, track);
        let changes = stage.recording.lane(index);
        for (position, change) in changes.iter().enumerate() {
            let words = match state(change.state) {
                LaneState::Waiting => future_label(stage, change.waits_on).to_string(),
                LaneState::Ready => "ready".to_string(),
                LaneState::Running => "running".to_string(),
                LaneState::Blocked => "blocked".to_string(),
                _ => continue,
            };
            let from = stage.log.time_at(change.event);
            let to = changes.get(position + 1).map_or(stage.log.now(), |next| stage.log.time_at(next.event));
            let category = if change.state == TaskState::Waiting { "wait" } else { "run" };
            slice(&mut out, (process, track), category, (from, to), &words, change.step);
        }
    }
    threads(&mut out, stage);
    for line in stage.recording.console() {
        let track = facts.task(line.task).map_or(line.thread.0 as u32, |task| 1_000 + task.number);
        let process = facts.thread(line.thread).map_or(1, |thread| thread.process.0);
        let _ = write!(
            out,
            "{{\"ph\":\"i\",\"s\":\"t\",\"cat\":\"output\",\"pid\":{process},\"tid\":{track},\"ts\":{},\"name\":",
            micros(line.ns)
        );
        string(&mut out, &line.text(stage.log));
        let _ = writeln!(out, ",\"args\":{{\"step\":{}}}}},", line.step);
    }
    // The list may not end with a comma: this names the first process.
    out.push_str("{\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":\"main.py\"}}\n]}\n");
    out
}

/// What the threads wait for and how long they compute, and the names of processes.
fn threads(out: &mut String, stage: &Stage) {
    let facts = stage.facts();
    let mut open: Vec<Option<(EventId, &str, Box<str>)>> = vec![None; facts.threads.len()];
    let entries = stage.log.entries_from(0).map(|(id, entry)| (id, entry.event));
    let all = facts.threads.iter().map(|thread| Event::ThreadReady { thread: thread.thread });
    let end = EventId(stage.log.len() as u32);
    for (id, event) in entries.chain(all.map(|event| (end, event))) {
        let (thread, next) = match event {
            Event::ThreadStarted { thread, .. } | Event::ThreadReady { thread } => {
                (thread, Some(("run", "ready".into())))
            }
            Event::ThreadRunning { thread } => (thread, Some(("run", "running".into()))),
            Event::ThreadBlocked { thread, why, object, label, .. } => {
                let words = match super::narration::blocking_call(stage, why, object, label) {
                    Fill::Code(text) | Fill::Text(text) => Box::from(&*text),
                    _ => "blocked".into(),
                };
                (thread, Some(("wait", words)))
            }
            Event::ThreadEnded { thread, .. } => (thread, None),
            Event::ProcessStarted { process, command, .. } if process.0 > 1 => {
                let _ =
                    write!(out, "{{\"ph\":\"M\",\"pid\":{},\"name\":\"process_name\",\"args\":{{\"name\":", process.0);
                string(out, &stage.log.text(command));
                out.push_str("}},\n");
                continue;
            }
            _ => continue,
        };
        let Some(place) = open.get_mut(thread.index()) else { continue };
        let before = std::mem::replace(place, next.map(|(category, words)| (id, category, words)));
        if let Some((since, category, words)) = before {
            let (from, to) =
                (stage.log.time_at(since), if id == end { stage.log.now() } else { stage.log.time_at(id) });
            let process = facts.thread(thread).map_or(ProcessId(1), |thread| thread.process);
            // An instant's computing is a point of no interest.
            if to > from {
                let step = stage.recording.step_of(since);
                slice(out, (process, thread.0 as u32), category, (from, to), &words, step);
            }
        }
    }
}

/// A stretch of time on a track.
fn slice(
    out: &mut String,
    (process, track): (ProcessId, u32),
    category: &str,
    (from, to): (u64, u64),
    words: &str,
    step: u32,
) {
    let _ = write!(
        out,
        "{{\"ph\":\"X\",\"cat\":\"{category}\",\"pid\":{},\"tid\":{track},\"ts\":{},\"dur\":{},\"name\":",
        process.0,
        micros(from),
        micros(to - from)
    );
    string(out, words);
    let _ = writeln!(out, ",\"args\":{{\"step\":{step}}}}},");
}

fn name(out: &mut String, process: ProcessId, rank: u32, label: &str, track: u32) {
    let _ = write!(
        out,
        "{{\"ph\":\"M\",\"pid\":{0},\"tid\":{track},\"name\":\"thread_sort_index\",\"args\":{{\"sort_index\":{1}}}}},\n\
         {{\"ph\":\"M\",\"pid\":{0},\"tid\":{track},\"name\":\"thread_name\",\"args\":{{\"name\":",
        process.0,
        rank * 1_000 + track
    );
    string(out, label);
    out.push_str("}},\n");
}

/// Microseconds with their decimals.
fn micros(ns: u64) -> String {
    format!("{}.{:03}", ns / 1_000, ns % 1_000)
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04x}", control as u32);
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
