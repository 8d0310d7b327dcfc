//! What the page needs of a session: start, slices, stop, the log; and how it ended, in the page's terms.

use super::state::{Ended, Problem, ProblemKind};
use crate::session::{Options, Session, Status};
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
            Err(error) => Err(Problem {
                kind: ProblemKind::Syntax,
                message: error.message.clone(),
                line: error.line,
                column: error.column,
                end_column: error.end_column,
                way_round: String::new(),
            }),
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
}
