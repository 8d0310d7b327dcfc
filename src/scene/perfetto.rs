//! The trace as Chrome trace-event JSON, which Perfetto opens: a track a task, its waits as slices, output as marks.

use super::lanes::state;
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
        name(&mut out, thread.process, 0, stage.log.text(thread.name), thread.thread.0 as u32);
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
            let _ = write!(
                out,
                "{{\"ph\":\"X\",\"cat\":\"{category}\",\"pid\":{},\"tid\":{track},\"ts\":{},\"dur\":{},\"name\":",
                process.0,
                micros(from),
                micros(to - from)
            );
            string(&mut out, &words);
            let _ = writeln!(out, ",\"args\":{{\"step\":{}}}}},", change.step);
        }
    }
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
