//! What the page needs of a session.

use super::state::{Ended, Problem, ProblemKind};
use crate::trace::Log;

pub struct Engine {
    log: Log,
}

pub enum Progress {
    Running,
    Ended(Ended),
}

impl Engine {
    pub fn start(_source: &str) -> Result<Engine, Problem> {
        let message = "the interpreter is not connected to the page yet".to_string();
        Err(Problem {
            kind: ProblemKind::Internal,
            message,
            line: 0,
            column: 0,
            end_column: 0,
            way_round: String::new(),
        })
    }

    /// A run that is over, from its log.
    #[cfg(test)]
    pub fn fixed(log: Log) -> Engine {
        Engine { log }
    }

    pub fn log(&self) -> &Log {
        &self.log
    }

    pub fn advance(&mut self, _fuel: u64) -> Progress {
        Progress::Running
    }

    pub fn stop(&mut self) {}
}
