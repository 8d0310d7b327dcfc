//! Why a run did not begin, or how it ended.

use crate::trace::EndReason;

/// Why a program did not run, or not to its end, through no Python exception.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    pub kind: ProblemKind,
    /// CPython's words for a syntax error; what is not supported; our own fault's text.
    pub message: String,
    /// What CPython prints on stderr instead of running the program.
    pub printed: String,
    /// From 1; 0 if the place is not known. Columns from 0, in code points.
    pub line: u32,
    pub column: u32,
    pub end_column: u32,
    pub way_round: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    Syntax,
    NotSupported,
    Internal,
}

/// How a run ended.
#[derive(Clone, PartialEq, Debug)]
pub struct Ended {
    pub reason: EndReason,
    pub exit_code: i32,
    pub problem: Option<Problem>,
}
