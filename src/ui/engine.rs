//! What the page needs of a session: start, slices, stop, the log; and how it ended, in the page's terms.

use super::state::{Ended, Problem, ProblemKind};
use crate::compiler::ErrorKind;
use crate::objects::interp::Stop;
use crate::session::{Options, Session, Status, SyntaxError};
#[cfg(test)]
use crate::trace::EndReason;
use crate::trace::Log;

pub struct Engine {
    run: Run,
}

enum Run {
    Session(Box<Session>),
    /// A run that is over, from its log.
    #[cfg(test)]
    Over(Log),
}

pub enum Progress {
    Running,
    Ended(Ended),
}

impl Engine {
    /// Err: the program does not compile.
    pub fn start(source: &str) -> Result<Engine, Problem> {
        match Session::new(source, Options::default()) {
            Ok(session) => Ok(Engine { run: Run::Session(Box::new(session)) }),
            Err(error) => Err(refusal(&error)),
        }
    }

    #[cfg(test)]
    pub fn fixed(log: Log) -> Engine {
        Engine { run: Run::Over(log) }
    }

    pub fn log(&self) -> &Log {
        match &self.run {
            Run::Session(session) => session.log(),
            #[cfg(test)]
            Run::Over(log) => log,
        }
    }

    /// Runs at most about `fuel` instructions' cost.
    pub fn advance(&mut self, fuel: u64) -> Progress {
        match &mut self.run {
            Run::Session(session) => match session.advance(fuel) {
                Status::Running => Progress::Running,
                Status::Ended(ending) => {
                    // The log holds the same text; what the terminal program would print is not wanted here.
                    drop(session.take_output());
                    let problem = ending.stop.as_ref().and_then(unsupported);
                    Progress::Ended(Ended { reason: ending.reason, exit_code: ending.exit_code, problem })
                }
            },
            #[cfg(test)]
            Run::Over(_) => Progress::Ended(Ended { reason: EndReason::Finished, exit_code: 0, problem: None }),
        }
    }

    /// Ends the run at its next slice.
    pub fn stop(&mut self) {
        match &mut self.run {
            Run::Session(session) => session.stop(),
            #[cfg(test)]
            Run::Over(_) => {}
        }
    }
}

/// CPython's words for it, and its place.
fn refusal(error: &SyntaxError) -> Problem {
    let unsupported = error.kind == ErrorKind::NotSupported;
    Problem {
        kind: if unsupported { ProblemKind::NotSupported } else { ProblemKind::Syntax },
        message: if unsupported { error.message.clone() } else { format!("{}: {}", error.kind.name(), error.message) },
        line: error.line,
        column: error.column.saturating_sub(1),
        end_column: if error.end_line == error.line { error.end_column.saturating_sub(1) } else { 0 },
        way_round: String::new(),
    }
}

/// A missing feature of ours; None: the run ended in another way.
fn unsupported(stop: &Stop) -> Option<Problem> {
    match stop {
        Stop::NotSupported { what, instead, line, .. } => Some(Problem {
            kind: ProblemKind::NotSupported,
            message: what.clone(),
            line: *line,
            column: 0,
            end_column: 0,
            way_round: instead.clone().unwrap_or_default(),
        }),
        _ => None,
    }
}
