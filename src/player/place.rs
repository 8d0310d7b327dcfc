//! Places in a run as attributes, links and lessons write them: `41`, `1.25s`, `L13`, `L13#2`, `out:4`, `end`.

use super::recording::Recording;
use crate::trace::Log;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Step(u32),
    /// Nanoseconds since the start of the run.
    Time(u64),
    /// The so-manieth time that the line runs, from 1.
    Line {
        line: u32,
        time: u32,
    },
    /// The step that prints this line of output, from 1.
    Output(u32),
    End,
}

/// Why a place cannot be had; where one is near, its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceError {
    /// Not written as a place.
    Syntax,
    /// The run has fewer steps.
    NoSuchStep { last: u32 },
    /// The run ends before.
    AfterEnd { end_ns: u64, last: u32 },
    /// The line runs less often; `times` is how often.
    LineRuns { line: u32, times: u32, nearest: u32 },
    /// Fewer lines are printed.
    NoSuchOutput { lines: u32, nearest: u32 },
}

impl PlaceError {
    /// The step to stand at instead.
    pub fn nearest(self) -> u32 {
        match self {
            PlaceError::Syntax => 0,
            PlaceError::NoSuchStep { last } | PlaceError::AfterEnd { last, .. } => last,
            PlaceError::LineRuns { nearest, .. } | PlaceError::NoSuchOutput { nearest, .. } => nearest,
        }
    }
}

impl Place {
    pub fn parse(text: &str) -> Result<Place, PlaceError> {
        let text = text.trim();
        if text == "end" {
            return Ok(Place::End);
        }
        if let Some(number) = text.strip_prefix("out:") {
            return positive(number).map(Place::Output);
        }
        if let Some(rest) = text.strip_prefix('L') {
            let (line, time) = rest.split_once('#').unwrap_or((rest, "1"));
            return Ok(Place::Line { line: positive(line)?, time: positive(time)? });
        }
        if let Some(seconds) = text.strip_suffix('s') {
            return seconds_to_ns(seconds).map(Place::Time);
        }
        whole(text).map(Place::Step)
    }

    /// The step, or why there is none.
    pub fn resolve(self, log: &Log, recording: &Recording) -> Result<u32, PlaceError> {
        let last = recording.last_step();
        match self {
            Place::End => Ok(last),
            Place::Step(step) if step <= last => Ok(step),
            Place::Step(_) => Err(PlaceError::NoSuchStep { last }),
            Place::Time(ns) => at_time(log, recording, ns),
            Place::Line { line, time } => at_line(log, recording, line, time),
            Place::Output(number) => {
                let lines = recording.console();
                match lines.get(number as usize - 1) {
                    Some(line) => Ok(line.step),
                    None => {
                        let nearest = lines.last().map_or(0, |line| line.step);
                        Err(PlaceError::NoSuchOutput { lines: lines.len() as u32, nearest })
                    }
                }
            }
        }
    }
}

/// The first step at which the clock shows the time; if it never shows it exactly, the last step before.
fn at_time(log: &Log, recording: &Recording, ns: u64) -> Result<u32, PlaceError> {
    let advances = log.advances();
    let last = recording.last_step();
    let end_ns = recording.time_of(log, last);
    if ns > end_ns {
        return Err(PlaceError::AfterEnd { end_ns, last });
    }
    if ns == 0 {
        return Ok(0);
    }
    let at = advances.partition_point(|(_, to)| *to < ns);
    match advances.get(at) {
        Some((id, to)) if *to == ns => Ok(recording.step_of(*id)),
        Some((id, _)) => Ok(recording.step_of(*id).saturating_sub(1)),
        None => Ok(last),
    }
}

fn at_line(log: &Log, recording: &Recording, line: u32, time: u32) -> Result<u32, PlaceError> {
    let mut times = 0;
    let mut nearest = 0;
    for (step, stop) in recording.stops().iter().enumerate() {
        if recording.line_index(step as u32).is_none() {
            continue;
        }
        if log.lines().get(stop.lines as usize - 1).is_some_and(|event| event.line as u32 == line) {
            times += 1;
            nearest = step as u32;
            if times == time {
                return Ok(nearest);
            }
        }
    }
    Err(PlaceError::LineRuns { line, times, nearest })
}

fn whole(text: &str) -> Result<u32, PlaceError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().map_err(|_| PlaceError::Syntax) } else { Err(PlaceError::Syntax) }
}

fn positive(text: &str) -> Result<u32, PlaceError> {
    match whole(text)? {
        0 => Err(PlaceError::Syntax),
        number => Ok(number),
    }
}

/// Decimal seconds, exactly: `1.25` is 1,250,000,000 ns.
fn seconds_to_ns(text: &str) -> Result<u64, PlaceError> {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (seconds.is_empty() && fraction.is_empty()) || fraction.len() > 9 || !digits(seconds) || !digits(fraction) {
        return Err(PlaceError::Syntax);
    }
    let seconds: u64 = if seconds.is_empty() { 0 } else { seconds.parse().map_err(|_| PlaceError::Syntax)? };
    let mut nanos: u64 = 0;
    for position in 0..9 {
        nanos = nanos * 10 + fraction.as_bytes().get(position).map_or(0, |digit| (digit - b'0') as u64);
    }
    seconds.checked_mul(1_000_000_000).and_then(|ns| ns.checked_add(nanos)).ok_or(PlaceError::Syntax)
}
